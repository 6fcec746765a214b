package bidgate.requirement.threat_model.dated_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.dated as requirement

_input(models) := testing.bundle_input({
	"as_of": testing.day(1000),
	"threat_models": [testing.threat_model(m) | some m in models],
	"parameters": {"threat_model": {"dated": {"max_age_days": 730}}},
})

_basis(i, day) := {"code": "fresh", "args": {"day": day}, "at": ["threat_models", i, "date"], "level": "asserted"}

test_date_within_the_limit_is_a_basis if {
	given := _input([{"date": testing.date(270)}, {"date": testing.date(1000)}])
	requirement.basis == {_basis(0, 270), _basis(1, 1000)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_review_refreshes_an_old_model if {
	given := _input([{"date": testing.date(1), "reviewed_at": testing.date(900)}])
	requirement.basis == {_basis(0, 900)} with input as given
	requirement.violation == set() with input as given
}

test_old_model_is_a_violation if {
	given := _input([{"date": testing.date(269)}])
	requirement.violation == {{
		"code": "too_old",
		"args": {"day": 269, "max_age_days": 730},
		"at": ["threat_models", 0, "date"],
	}} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_review_that_is_not_stated_or_to_come_does_not_refresh if {
	every review in [testing.date(1001), {"state": "absent"}, {"state": "unknown"}, {"state": "invalid"}] {
		given := _input([{"date": testing.date(1), "reviewed_at": review}])
		{v.args.day | some v in requirement.violation} == {1} with input as given
		requirement.basis == set() with input as given
	}
}

test_date_in_the_future_is_a_violation if {
	given := _input([{"date": testing.date(1001), "reviewed_at": testing.date(900)}])
	requirement.violation == {{
		"code": "in_future",
		"args": {"day": 1001, "as_of": 1000},
		"at": ["threat_models", 0, "date"],
	}} with input as given
	requirement.basis == set() with input as given
}

test_missing_date_is_a_violation if {
	every state in states.missing {
		given := _input([{"date": {"state": state}, "reviewed_at": testing.date(900)}])
		requirement.violation == {{
			"code": "not_stated",
			"args": {"state": state},
			"at": ["threat_models", 0, "date"],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_declared_date_is_for_review if {
	every state in states.told {
		given := _input([{"date": {"state": state}}])
		requirement.review == {{
			"code": "declared",
			"args": {"state": state},
			"at": ["threat_models", 0, "date"],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_each_model_speaks_for_itself if {
	given := _input([{"date": testing.date(900)}, {}])
	requirement.basis == {_basis(0, 900)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_model_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_review_of_an_older_model_is_for_review if {
	given := _input([{"date": testing.date(900), "reviewed_at": testing.date(899)}])
	requirement.review == {{
		"code": "review_before",
		"args": {"day": 900, "reviewed": 899},
		"at": ["threat_models", 0, "reviewed_at"],
	}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

_tested(days) := _input([{
	"date": testing.date(900),
	"validation": testing.items([testing.validation({"date": testing.date(day)}) | some day in days]),
}])

test_model_whose_tests_are_all_long_before_it_is_for_review if {
	given := _tested([100, 169])
	requirement.review == {{
		"code": "tested_before",
		"args": {"tested": 169, "day": 900, "max_age_days": 730},
		"at": ["threat_models", 0, "validation"],
	}} with input as given
	requirement.basis == set() with input as given
	fresh := _tested([100, 170])
	requirement.review == set() with input as fresh
	requirement.basis == {_basis(0, 900)} with input as fresh
}

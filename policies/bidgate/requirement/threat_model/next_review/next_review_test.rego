package bidgate.requirement.threat_model.next_review_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.next_review as requirement

_input(dates) := testing.bundle_input({
	"as_of": testing.day(100),
	"threat_models": [testing.threat_model({"next_review": d}) | some d in dates],
	"parameters": {"threat_model": {"next_review": {"max_days": 300}}},
})

_at(i) := ["threat_models", i, "next_review"]

_basis(i, day) := {"code": "planned", "args": {"day": day}, "at": _at(i), "level": "asserted"}

test_review_to_come_is_a_basis if {
	given := _input([testing.date(100), testing.date(200)])
	requirement.basis == {_basis(0, 100), _basis(1, 200)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_review_that_is_overdue_is_a_violation if {
	given := _input([testing.date(99)])
	requirement.violation == {{"code": "overdue", "args": {"day": 99, "as_of": 100}, "at": _at(0)}} with input as given
	requirement.basis == set() with input as given
}

test_missing_day_is_a_violation if {
	every state in states.missing {
		given := _input([{"state": state}])
		requirement.violation == {{"code": "not_stated", "args": {"state": state}, "at": _at(0)}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_declared_day_is_for_review if {
	every state in states.told {
		given := _input([{"state": state}])
		requirement.review == {{"code": "declared", "args": {"state": state}, "at": _at(0)}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_each_model_speaks_for_itself if {
	given := _input([testing.date(200), {"state": "absent"}])
	requirement.basis == {_basis(0, 200)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_model_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

_dated(fields) := object.union(_input([]), {"threat_models": [testing.threat_model(fields)]})

test_review_far_ahead_is_for_review if {
	every fields in [
		{"next_review": testing.date(401)},
		{"next_review": testing.date(351), "date": testing.date(50)},
		{"next_review": testing.date(351), "date": testing.date(10), "reviewed_at": testing.date(50)},
		{"next_review": testing.date(351), "date": testing.date(50), "reviewed_at": testing.date(101)},
	] {
		given := _dated(fields)
		requirement.review == {{"code": "too_far", "args": {"day": fields.next_review.value.day, "max_days": 300}, "at": _at(0)}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
	given := _dated({"next_review": testing.date(350), "date": testing.date(50)})
	requirement.basis == {_basis(0, 350)} with input as given
	requirement.review == set() with input as given
}

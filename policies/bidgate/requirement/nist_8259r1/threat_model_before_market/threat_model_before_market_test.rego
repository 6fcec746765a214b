package bidgate.requirement.nist_8259r1.threat_model_before_market_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.nist_8259r1.threat_model_before_market as requirement

_input(markets, dates, answer) := testing.bundle_input({
	"declarations": [testing.declaration({
		"product_details": {"first_market_date": m},
		"answers": [testing.answer(answer)],
		"clauses": {"ir8259r1-A2.3": {"answers": [0]}},
	}) |
		some m in markets
	],
	"threat_models": [testing.threat_model({"date": d}) | some d in dates],
})

_silent := {}

_answered := {"status": testing.stated("met"), "statement": testing.stated("The first one was made in 2020.")}

_at(i) := ["declarations", i, "product_details", "first_market_date"]

_basis(i, day) := {"code": "before", "args": {"day": day, "market": 100}, "at": _at(i), "level": "asserted"}

_market := testing.date(100)

test_model_from_before_the_market_is_a_basis if {
	given := _input([_market], [testing.date(300), testing.date(100), {"state": "unknown"}], _silent)
	requirement.basis == {_basis(0, 100)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_later_model_is_a_violation if {
	given := _input([_market], [testing.date(101), testing.date(300)], _silent)
	requirement.violation == {{"code": "too_late", "args": {"day": 101, "market": 100}, "at": _at(0)}} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_later_model_of_a_maker_who_answers_is_for_review if {
	given := _input([_market], [testing.date(101)], _answered)
	requirement.review == {{"code": "later_version", "args": {"day": 101, "market": 100}, "at": _at(0)}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_answer_that_is_not_met_or_says_nothing_excuses_nothing if {
	statuses := {object.union(_answered, {"status": {"state": state, "value": ""}}) | some state in testing.unstated}
	statements := {object.union(_answered, {"statement": {"state": state, "value": ""}}) | some state in testing.unstated}
	every answer in (statuses | statements) | {object.union(_answered, {"status": testing.stated("partial")})} {
		given := _input([_market], [testing.date(101)], answer)
		{v.code | some v in requirement.violation} == {"too_late"} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_model_without_a_date_is_a_violation if {
	every state in states.missing {
		given := _input([_market], [{"state": state}], _answered)
		requirement.violation == {{"code": "not_dated", "args": {"market": 100}, "at": _at(0)}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_model_whose_date_is_declared_is_for_review if {
	every state in states.told {
		given := _input([_market], [testing.date(101), {"state": state}], _silent)
		requirement.review == {{
			"code": "date_declared",
			"args": {"state": state, "market": 100},
			"at": _at(0),
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_day_on_the_market_that_is_not_stated_is_for_review if {
	every state in testing.unstated {
		given := _input([{"state": state}], [testing.date(1)], _answered)
		requirement.review == {{"code": "market_not_stated", "args": {"state": state}, "at": _at(0)}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_each_declaration_speaks_for_itself if {
	given := _input([_market, testing.date(1)], [testing.date(50)], _silent)
	requirement.basis == {_basis(0, 50)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_declaration_is_silent if {
	given := _input([], [testing.date(1)], _silent)
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

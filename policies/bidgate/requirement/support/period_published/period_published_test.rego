package bidgate.requirement.support.period_published_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.support.period_published as requirement

_whole := {"support": {
	"url": testing.stated("https://acme.example/security"),
	"period": testing.stated({"months": 60, "days": 0, "text": "P5Y"}),
	"end": testing.date(20000),
}}

_input(fields) := testing.bundle_input({"declarations": [testing.declaration(object.union(_whole, fields))]})

_codes(set) := {s.code | some s in set}

test_all_stated_is_a_basis if {
	given := _input({})
	requirement.basis == {{"code": "stated", "args": {}, "at": ["declarations", 0, "support", "url"], "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_field_is_a_violation if {
	every state in states.missing {
		every fields in [
			{"support": {"url": {"state": state}}},
			{"support": {"period": {"state": state}}},
			{"support": {"end": {"state": state}}},
		] {
			given := _input(fields)
			_codes(requirement.violation) == {"not_stated"} with input as given
			{v.args.state | some v in requirement.violation} == {state} with input as given
			requirement.basis == set() with input as given
		}
	}
}

test_field_that_is_not_told_is_for_review if {
	every state in states.told {
		every fields in [
			{"support": {"url": {"state": state}}},
			{"support": {"period": {"state": state}}},
			{"support": {"end": {"state": state}}},
		] {
			given := _input(fields)
			_codes(requirement.review) == {"declared"} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

package bidgate.requirement.support.five_years_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.support.five_years as requirement

_input(months, reason) := testing.bundle_input({
	"declarations": [testing.declaration({"support": {"state": "stated", "period_months": months, "reason_if_short": reason}})],
	"parameters": {"support": {"five_years": {"min_years": 5}}},
})

_at := ["declarations", 0, "support", "period_months"]

_none := {"state": "absent"}

test_five_years_are_a_basis if {
	given := _input(testing.stated(60), _none)
	requirement.basis == {{"code": "long_enough", "args": {"months": 60, "least": 60}, "at": _at, "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_less_without_a_reason_is_a_violation if {
	every state in states.missing {
		given := _input(testing.stated(59), {"state": state})
		requirement.violation == {{"code": "short", "args": {"months": 59, "least": 60}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_less_with_a_reason_is_for_review if {
	every reason in [testing.stated("The batteries last three years."), {"state": "withheld"}] {
		given := _input(testing.stated(36), reason)
		requirement.review == {{"code": "short_with_reason", "args": {"months": 36, "least": 60}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_missing_period_is_a_violation if {
	every state in states.missing {
		given := _input({"state": state}, _none)
		requirement.violation == {{"code": "not_stated", "args": {"state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
}

test_period_that_is_not_told_is_for_review if {
	every state in states.told {
		given := _input({"state": state}, _none)
		requirement.review == {{"code": "declared", "args": {"state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
}

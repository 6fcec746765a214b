package bidgate.requirement.support.updates_available_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.support.updates_available as requirement

_input(available, months) := testing.bundle_input({
	"declarations": [testing.declaration({
		"updates": {"state": "stated", "available": available},
		"support": {"state": "stated", "period_months": testing.stated(months)},
	})],
	"parameters": {"support": {"updates_available": {"min_years": 10}}},
})

_at := ["declarations", 0, "updates", "available"]

_span(months) := {"state": "stated", "value": {"months": months, "days": 0, "text": ""}}

test_ten_years_are_a_basis if {
	given := _input(_span(120), 60)
	requirement.basis == {{"code": "kept", "args": {"months": 120, "least": 120}, "at": _at, "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
}

test_less_than_ten_years_is_a_violation if {
	given := _input(_span(119), 60)
	requirement.violation == {{"code": "too_short", "args": {"months": 119, "least": 120}, "at": _at}} with input as given
	requirement.basis == set() with input as given
}

test_longer_support_asks_for_more if {
	given := _input(_span(120), 180)
	requirement.violation == {{"code": "too_short", "args": {"months": 120, "least": 180}, "at": _at}} with input as given
	requirement.basis == set() with input as given
}

test_support_of_no_stated_length_is_for_review if {
	every state in states.missing | states.told {
		given := testing.bundle_input({
			"declarations": [testing.declaration({
				"updates": {"state": "stated", "available": _span(120)},
				"support": {"state": "stated", "period_months": {"state": state}},
			})],
			"parameters": {"support": {"updates_available": {"min_years": 10}}},
		})
		requirement.review == {{"code": "period_open", "args": {"months": 120, "state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
}

test_missing_time_is_a_violation if {
	every state in states.missing {
		given := _input({"state": state}, 60)
		requirement.violation == {{"code": "not_stated", "args": {"state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
}

test_time_that_is_not_told_is_for_review if {
	every state in states.told {
		given := _input({"state": state}, 60)
		requirement.review == {{"code": "declared", "args": {"state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
}

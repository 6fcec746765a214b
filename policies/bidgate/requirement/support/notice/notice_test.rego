package bidgate.requirement.support.notice_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.support.notice as requirement

_input(notice) := testing.bundle_input({
	"declarations": [testing.declaration({"support": {"state": "stated", "notice_days": notice}})],
	"parameters": {"support": {"notice": {"min_days": 365}}},
})

_at := ["declarations", 0, "support", "notice_days"]

test_a_year_of_notice_is_a_basis if {
	given := _input(testing.stated(365))
	requirement.basis == {{"code": "told_in_time", "args": {"days": 365, "least": 365}, "at": _at, "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
}

test_less_notice_is_a_violation if {
	given := _input(testing.stated(364))
	requirement.violation == {{"code": "too_short", "args": {"days": 364, "least": 365}, "at": _at}} with input as given
	requirement.basis == set() with input as given
}

test_missing_notice_is_a_violation if {
	every state in states.missing {
		given := _input({"state": state})
		requirement.violation == {{"code": "not_stated", "args": {"state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
}

test_notice_that_is_not_told_is_for_review if {
	every state in states.told {
		given := _input({"state": state})
		requirement.review == {{"code": "declared", "args": {"state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
}

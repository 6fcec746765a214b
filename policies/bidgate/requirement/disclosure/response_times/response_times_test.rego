package bidgate.requirement.disclosure.response_times_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.disclosure.response_times as requirement

_whole := object.union_n([{"vulnerability_disclosure": {"acknowledgement_days": testing.stated(5)}}, {"vulnerability_disclosure": {"status_update_days": testing.stated(5)}}])

_input(fields) := testing.bundle_input({"declarations": [testing.declaration(object.union(_whole, fields))], "parameters": {"disclosure": {"response_times": {"max_acknowledgement_days": 10, "max_status_update_days": 10}}}})

_codes(set) := {s.code | some s in set}

test_all_stated_is_a_basis if {
	given := _input({})
	requirement.basis == {{"code": "stated", "args": {}, "at": ["declarations", 0, "vulnerability_disclosure", "acknowledgement_days"], "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_field_is_a_violation if {
	every state in states.missing {
		every fields in [
			{"vulnerability_disclosure": {"acknowledgement_days": {"state": state}}},
			{"vulnerability_disclosure": {"status_update_days": {"state": state}}},
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
			{"vulnerability_disclosure": {"acknowledgement_days": {"state": state}}},
			{"vulnerability_disclosure": {"status_update_days": {"state": state}}},
		] {
			given := _input(fields)
			_codes(requirement.review) == {"declared"} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_acknowledgement_days_over_the_limit_is_a_violation if {
	given := _input({"vulnerability_disclosure": {"acknowledgement_days": testing.stated(11)}})
	requirement.violation == {{
		"code": "too_long",
		"args": {"field": "the time to acknowledge a report", "days": 11, "most": 10},
		"at": ["declarations", 0, "vulnerability_disclosure", "acknowledgement_days"],
	}} with input as given
	requirement.basis == set() with input as given
}

test_status_update_days_over_the_limit_is_a_violation if {
	given := _input({"vulnerability_disclosure": {"status_update_days": testing.stated(11)}})
	requirement.violation == {{
		"code": "too_long",
		"args": {"field": "the time between messages on its state", "days": 11, "most": 10},
		"at": ["declarations", 0, "vulnerability_disclosure", "status_update_days"],
	}} with input as given
	requirement.basis == set() with input as given
}

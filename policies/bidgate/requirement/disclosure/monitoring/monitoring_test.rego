package bidgate.requirement.disclosure.monitoring_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.disclosure.monitoring as requirement

_whole := {"vulnerability_disclosure": {"monitoring_days": testing.stated(5)}}

_input(fields) := testing.bundle_input({"declarations": [testing.declaration(object.union(_whole, fields))], "parameters": {"disclosure": {"monitoring": {"max_days": 10}}}})

_codes(set) := {s.code | some s in set}

test_all_stated_is_a_basis if {
	given := _input({})
	requirement.basis == {{"code": "stated", "args": {}, "at": ["declarations", 0, "vulnerability_disclosure", "monitoring_days"], "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_field_is_a_violation if {
	every state in states.missing {
		every fields in [
			{"vulnerability_disclosure": {"monitoring_days": {"state": state}}},
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
			{"vulnerability_disclosure": {"monitoring_days": {"state": state}}},
		] {
			given := _input(fields)
			_codes(requirement.review) == {"declared"} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_monitoring_days_over_the_limit_is_a_violation if {
	given := _input({"vulnerability_disclosure": {"monitoring_days": testing.stated(11)}})
	requirement.violation == {{
		"code": "too_long",
		"args": {"field": "the time between looks for new vulnerabilities", "days": 11, "most": 10},
		"at": ["declarations", 0, "vulnerability_disclosure", "monitoring_days"],
	}} with input as given
	requirement.basis == set() with input as given
}

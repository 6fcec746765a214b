package bidgate.requirement.disclosure.fix_times_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.disclosure.fix_times as requirement

_whole := object.union_n([{"updates": {"sla_days": {"critical": testing.stated(5)}}}, {"updates": {"sla_days": {"high": testing.stated(5)}}}, {"updates": {"sla_days": {"medium": testing.stated(5)}}}, {"updates": {"sla_days": {"low": testing.stated(5)}}}])

_input(fields) := testing.bundle_input({"declarations": [testing.declaration(object.union(_whole, fields))], "parameters": {"disclosure": {"fix_times": {"max_critical_days": 10, "max_high_days": 10, "max_medium_days": 10, "max_low_days": 10}}}})

_codes(set) := {s.code | some s in set}

test_all_stated_is_a_basis if {
	given := _input({})
	requirement.basis == {{"code": "stated", "args": {}, "at": ["declarations", 0, "updates", "sla_days", "critical"], "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_field_is_a_violation if {
	every state in states.missing {
		every fields in [
			{"updates": {"sla_days": {"critical": {"state": state}}}},
			{"updates": {"sla_days": {"high": {"state": state}}}},
			{"updates": {"sla_days": {"medium": {"state": state}}}},
			{"updates": {"sla_days": {"low": {"state": state}}}},
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
			{"updates": {"sla_days": {"critical": {"state": state}}}},
			{"updates": {"sla_days": {"high": {"state": state}}}},
			{"updates": {"sla_days": {"medium": {"state": state}}}},
			{"updates": {"sla_days": {"low": {"state": state}}}},
		] {
			given := _input(fields)
			_codes(requirement.review) == {"declared"} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_critical_over_the_limit_is_a_violation if {
	given := _input({"updates": {"sla_days": {"critical": testing.stated(11)}}})
	requirement.violation == {{
		"code": "too_long",
		"args": {"field": "the time to mend a critical vulnerability", "days": 11, "most": 10},
		"at": ["declarations", 0, "updates", "sla_days", "critical"],
	}} with input as given
	requirement.basis == set() with input as given
}

test_high_over_the_limit_is_a_violation if {
	given := _input({"updates": {"sla_days": {"high": testing.stated(11)}}})
	requirement.violation == {{
		"code": "too_long",
		"args": {"field": "the time to mend a high vulnerability", "days": 11, "most": 10},
		"at": ["declarations", 0, "updates", "sla_days", "high"],
	}} with input as given
	requirement.basis == set() with input as given
}

test_medium_over_the_limit_is_a_violation if {
	given := _input({"updates": {"sla_days": {"medium": testing.stated(11)}}})
	requirement.violation == {{
		"code": "too_long",
		"args": {"field": "the time to mend a medium vulnerability", "days": 11, "most": 10},
		"at": ["declarations", 0, "updates", "sla_days", "medium"],
	}} with input as given
	requirement.basis == set() with input as given
}

test_low_over_the_limit_is_a_violation if {
	given := _input({"updates": {"sla_days": {"low": testing.stated(11)}}})
	requirement.violation == {{
		"code": "too_long",
		"args": {"field": "the time to mend a low vulnerability", "days": 11, "most": 10},
		"at": ["declarations", 0, "updates", "sla_days", "low"],
	}} with input as given
	requirement.basis == set() with input as given
}

test_severe_ones_that_wait_longer_are_for_review if {
	given := _input({"updates": {"sla_days": {"high": testing.stated(9)}}})
	{[r.args.field, r.args.days, r.args.fewer] | some r in requirement.review} == {["the time to mend a high vulnerability", 9, 5]} with input as given
	_codes(requirement.review) == {"order"} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

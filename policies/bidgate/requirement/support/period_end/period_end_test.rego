package bidgate.requirement.support.period_end_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.support.period_end as requirement

_input(min_years, supports) := testing.bundle_input({
	"declarations": [testing.declaration({"support": object.union({"state": "stated"}, s)}) | some s in supports],
	"parameters": {"support": {"period_end": {"min_years": min_years}}},
})

_five := {"set": true, "value": 5}

_unset := {"set": false, "value": 0}

_end := {"end": testing.date(200)}

_basis(i) := {"code": "end_stated", "args": {"day": 200}, "at": ["declarations", i, "support", "end"], "level": "asserted"}

_not_applicable(i) := {"code": "min_years_not_set", "args": {}, "at": ["declarations", i, "support"], "level": "verified"}

_long(months) := object.union(_end, {"period_months": testing.stated(months)})

test_stated_end_is_a_basis if {
	given := _input(_unset, [_end])
	requirement.basis == {_basis(0)} with input as given
	requirement.not_applicable == {_not_applicable(0)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_end_is_a_violation if {
	every state in states.missing {
		given := _input(_unset, [{"end": {"state": state}}])
		requirement.violation == {{
			"code": "end_missing",
			"args": {"state": state},
			"at": ["declarations", 0, "support", "end"],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_declared_end_is_for_review if {
	every state in states.told {
		given := _input(_unset, [{"end": {"state": state}}])
		requirement.review == {{
			"code": "end_declared",
			"args": {"state": state},
			"at": ["declarations", 0, "support"],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_declared_section_is_for_review if {
	every state in states.told {
		given := _input(_unset, [{"state": state}])
		{r.args.state | some r in requirement.review} == {state} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_missing_section_is_a_violation if {
	given := _input(_unset, [{"state": "absent"}])
	{v.code | some v in requirement.violation} == {"end_missing"} with input as given
	requirement.review == set() with input as given
}

test_period_that_is_long_enough_is_a_basis if {
	given := _input(_five, [_long(60)])
	requirement.basis == {_basis(0)} with input as given
	requirement.not_applicable == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_length_comes_from_the_period_where_there_is_no_start if {
	given := _input(_five, [object.union(_end, {"period": testing.stated({"months": 60})})])
	requirement.basis == {_basis(0)} with input as given
	requirement.violation == set() with input as given
}

test_short_period_is_a_violation if {
	given := _input(_five, [_long(59)])
	requirement.violation == {{
		"code": "too_short",
		"args": {"months": 59, "min_years": 5},
		"at": ["declarations", 0, "support"],
	}} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_short_period_with_reason_is_for_review if {
	given := _input(_five, [object.union(_long(24), {"reason_if_short": testing.stated("expected use is two years")})])
	requirement.review == {{
		"code": "short_with_reason",
		"args": {"months": 24, "min_years": 5},
		"at": ["declarations", 0, "support"],
	}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_short_period_without_a_usable_reason_is_a_violation if {
	every state in testing.unstated {
		given := _input(_five, [object.union(_long(24), {"reason_if_short": {"state": state}})])
		{v.code | some v in requirement.violation} == {"too_short"} with input as given
	}
}

test_missing_length_is_a_violation if {
	every field in ["start", "period", "period_months"] {
		every state in states.missing {
			given := _input(_five, [object.union(_end, {field: {"state": state}})])
			requirement.violation == {{
				"code": "length_missing",
				"args": {"min_years": 5},
				"at": ["declarations", 0, "support"],
			}} with input as given
			requirement.basis == set() with input as given
			requirement.review == set() with input as given
		}
	}
}

test_declared_length_is_for_review if {
	every field in ["start", "period"] {
		every state in states.told {
			given := _input(_five, [object.union(_end, {field: {"state": state}})])
			requirement.review == {{
				"code": "length_declared",
				"args": {"min_years": 5},
				"at": ["declarations", 0, "support"],
			}} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_each_declaration_speaks_for_itself if {
	given := _input(_unset, [_end, {}])
	requirement.basis == {_basis(0)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
	requirement.not_applicable == {_not_applicable(0)} with input as given
}

test_no_declaration_is_silent if {
	given := _input(_unset, [])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

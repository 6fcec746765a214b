package bidgate.requirement.support.end_agrees_test

import data.bidgate.lib.testing
import data.bidgate.requirement.support.end_agrees as requirement

_input(supports) := testing.bundle_input({
	"declarations": [testing.declaration({"support": s}) | some s in supports],
	"parameters": {"support": {"end_agrees": {"max_days": 1}}},
})

_differs(days) := {
	"start": testing.date(0),
	"period": testing.stated({"months": 60}),
	"end": testing.date(1826),
	"end_differs_days": testing.stated(days),
}

test_end_within_a_day_is_a_basis if {
	every days in [-1, 0, 1] {
		given := _input([_differs(days)])
		requirement.basis == {{"code": "agrees", "args": {}, "at": ["declarations", 0, "support"], "level": "verified"}} with input as given
		requirement.violation == set() with input as given
		requirement.review == set() with input as given
		requirement.not_applicable == set() with input as given
	}
}

test_other_end_is_a_violation if {
	every days in [-2, 2] {
		given := _input([_differs(days)])
		requirement.violation == {{
			"code": "disagrees",
			"args": {"days": 2, "max_days": 1},
			"at": ["declarations", 0, "support"],
		}} with input as given
		requirement.basis == set() with input as given
	}
}

test_value_in_doubt_is_for_review if {
	every field in ["start", "period", "end"] {
		every state in ["unknown", "withheld", "placeholder", "invalid"] {
			given := _input([object.union(_differs(0), {field: {"state": state}, "end_differs_days": {"state": "absent"}})])
			requirement.review == {{
				"code": "not_comparable",
				"args": {"field": field, "state": state},
				"at": ["declarations", 0, "support", field],
			}} with input as given
			requirement.basis == set() with input as given
			requirement.not_applicable == set() with input as given
		}
	}
}

test_value_that_is_left_out_makes_it_not_applicable if {
	every field in ["start", "period", "end"] {
		every state in ["absent", "unsupported"] {
			given := _input([object.union(_differs(0), {field: {"state": state}, "end_differs_days": {"state": "absent"}})])
			requirement.not_applicable == {{
				"code": "nothing_to_compare",
				"args": {},
				"at": ["declarations", 0, "support"],
				"level": "verified",
			}} with input as given
			requirement.basis == set() with input as given
			requirement.review == set() with input as given
		}
	}
}

test_each_declaration_speaks_for_itself if {
	given := _input([_differs(0), _differs(9), {}])
	{b.at[1] | some b in requirement.basis} == {0} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
	{n.at[1] | some n in requirement.not_applicable} == {2} with input as given
}

test_no_declaration_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

_planned(last) := object.union(_differs(0), {
	"end": {"state": "stated", "value": {"day": 1826, "text": "2033-10-15"}},
	"eol_plan": {"state": "stated", "last_update": testing.stated(last)},
})

test_last_update_long_before_the_end_is_a_violation if {
	given := _input([_planned("2033-08-09")])
	requirement.violation == {{
		"code": "last_update",
		"args": {"last": "2033-08-09"},
		"at": ["declarations", 0, "support", "eol_plan", "last_update"],
	}} with input as given
	requirement.basis == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_last_update_near_the_end_or_in_words_agrees if {
	every last in ["2033-10-15", "2033-09-20", "2034-01-01", "with the end of support"] {
		given := _input([_planned(last)])
		{b.code | some b in requirement.basis} == {"agrees"} with input as given
		requirement.violation == set() with input as given
	}
}

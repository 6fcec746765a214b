package bidgate.requirement.nist_8259r1.end_of_life_plan_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.nist_8259r1.end_of_life_plan as requirement

_input(plans) := testing.bundle_input({"declarations": [
testing.declaration({"support": {"state": "stated", "eol_plan": object.union(_plan, p)}}) |
	some p in plans
]})

_plan := {
	"state": "stated",
	"notice": testing.stated("by e-mail"),
	"last_update": testing.stated("2033-10-15"),
	"data_removal": testing.stated("erase"),
	"behaviour_after": testing.stated("runs on"),
}

_fields := {
	"notice": "the notice",
	"last_update": "the last update",
	"data_removal": "the removal of data",
	"behaviour_after": "the behaviour afterwards",
}

_at(i) := ["declarations", i, "support", "eol_plan"]

_basis(i) := {"code": "planned", "args": {}, "at": _at(i), "level": "asserted"}

_without_section(state) := testing.bundle_input({"declarations": [testing.declaration({"support": {"state": state}})]})

test_whole_plan_is_a_basis if {
	given := _input([{}])
	requirement.basis == {_basis(0)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_plan_or_section_is_a_violation if {
	every state in states.missing {
		every given in [_input([{"state": state}]), _without_section(state)] {
			requirement.violation == {{"code": "no_plan", "args": {"state": state}, "at": _at(0)}} with input as given
			requirement.basis == set() with input as given
			requirement.review == set() with input as given
		}
	}
}

test_declared_plan_or_section_is_for_review if {
	every state in states.told {
		every given in [_input([{"state": state}]), _without_section(state)] {
			requirement.review == {{"code": "plan_declared", "args": {"state": state}, "at": _at(0)}} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_missing_field_is_a_violation if {
	every field, name in _fields {
		every state in states.missing {
			given := _input([{field: {"state": state, "value": ""}}])
			requirement.violation == {{
				"code": "not_stated",
				"args": {"field": name, "state": state},
				"at": _at(0),
			}} with input as given
			requirement.basis == set() with input as given
			requirement.review == set() with input as given
		}
	}
}

test_declared_field_is_for_review if {
	every field, name in _fields {
		every state in states.told {
			given := _input([{field: {"state": state, "value": ""}}])
			requirement.review == {{
				"code": "declared",
				"args": {"field": name, "state": state},
				"at": _at(0),
			}} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_each_declaration_speaks_for_itself if {
	given := _input([{}, {"state": "absent"}])
	requirement.basis == {_basis(0)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_declaration_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

package bidgate.requirement.threat_model.assumption_owners_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.assumption_owners as requirement

_input(lists) := testing.bundle_input({"threat_models": [testing.threat_model({"assumptions": l}) | some l in lists]})

_assumption(fields) := testing.assumption(object.union(
	{"id": testing.stated("S-1"), "text": testing.stated("The cabinet is locked."), "owner": testing.stated("customer")},
	fields,
))

_told := testing.items([_assumption({})])

_basis(i, n) := {"code": "told", "args": {"assumptions": n}, "at": ["threat_models", i, "assumptions"], "level": "asserted"}

test_assumptions_with_owners_are_a_basis if {
	given := _input([testing.items([_assumption({}), _assumption({"id": testing.stated("S-2")})])])
	requirement.basis == {_basis(0, 2)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_list_is_a_violation if {
	every state in states.missing {
		given := _input([{"state": state}])
		requirement.violation == {{
			"code": "none",
			"args": {"state": state},
			"at": ["threat_models", 0, "assumptions"],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_empty_list_is_a_violation if {
	given := _input([testing.items([])])
	{v.args.state | some v in requirement.violation} == {"empty"} with input as given
	requirement.basis == set() with input as given
}

test_declared_list_is_for_review if {
	every state in states.told {
		given := _input([{"state": state}])
		requirement.review == {{
			"code": "list_declared",
			"args": {"state": state},
			"at": ["threat_models", 0, "assumptions"],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_missing_text_or_owner_is_a_violation if {
	every field in ["text", "owner"] {
		every state in states.missing {
			given := _input([testing.items([_assumption({}), _assumption({field: {"state": state, "value": ""}})])])
			requirement.violation == {{
				"code": "not_stated",
				"args": {"assumption": "S-1", "field": field, "state": state},
				"at": ["threat_models", 0, "assumptions", "items", 1],
			}} with input as given
			requirement.basis == set() with input as given
			requirement.review == set() with input as given
		}
	}
}

test_declared_text_or_owner_is_for_review if {
	every field in ["text", "owner"] {
		every state in states.told {
			given := _input([testing.items([_assumption({field: {"state": state, "value": ""}})])])
			requirement.review == {{
				"code": "declared",
				"args": {"assumption": "S-1", "field": field, "state": state},
				"at": ["threat_models", 0, "assumptions", "items", 0],
			}} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_each_model_speaks_for_itself if {
	given := _input([_told, {"state": "absent"}])
	requirement.basis == {_basis(0, 1)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_model_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

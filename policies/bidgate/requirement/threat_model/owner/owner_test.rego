package bidgate.requirement.threat_model.owner_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.owner as requirement

_input(owners) := testing.bundle_input({"threat_models": [testing.threat_model({"owner": o}) | some o in owners]})

_alice := {"state": "stated", "name": testing.stated("Alice Example")}

_basis(i) := {"code": "owned", "args": {"owner": "Alice Example"}, "at": ["threat_models", i, "owner"], "level": "asserted"}

# An owner in a state, and one whose name is in it.
_in(state) := [{"state": state}, {"state": "stated", "name": {"state": state}}]

test_named_owner_is_a_basis if {
	given := _input([_alice])
	requirement.basis == {_basis(0)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_owner_is_a_violation if {
	every state in states.missing {
		every owner in _in(state) {
			given := _input([owner])
			requirement.violation == {{
				"code": "no_owner",
				"args": {"state": state},
				"at": ["threat_models", 0, "owner"],
			}} with input as given
			requirement.basis == set() with input as given
			requirement.review == set() with input as given
		}
	}
}

test_declared_owner_is_for_review if {
	every state in states.told {
		every owner in _in(state) {
			given := _input([owner])
			requirement.review == {{
				"code": "declared",
				"args": {"state": state},
				"at": ["threat_models", 0, "owner"],
			}} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_each_model_speaks_for_itself if {
	given := _input([_alice, {}])
	requirement.basis == {_basis(0)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_model_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

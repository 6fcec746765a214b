package bidgate.requirement.threat_model.assumption_status_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.assumption_status as requirement

_input(lists) := testing.bundle_input({"threat_models": [
testing.threat_model({"assumptions": testing.items([_assumption(s) | some s in l])}) |
	some l in lists
]})

_assumption(status) := testing.assumption({"id": testing.stated("S-1"), "status": status})

_confirmed := testing.stated("confirmed")

_at(i, j) := ["threat_models", i, "assumptions", "items", j]

_basis(i, n) := {"code": "confirmed", "args": {"assumptions": n}, "at": ["threat_models", i, "assumptions"], "level": "asserted"}

test_confirmed_assumptions_are_a_basis if {
	given := _input([[_confirmed, _confirmed]])
	requirement.basis == {_basis(0, 2)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_status_is_a_violation if {
	every state in states.missing {
		given := _input([[_confirmed, {"state": state}]])
		requirement.violation == {{
			"code": "not_stated",
			"args": {"assumption": "S-1", "state": state},
			"at": _at(0, 1),
		}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_declared_status_is_for_review if {
	every state in states.told {
		given := _input([[_confirmed, {"state": state}]])
		requirement.review == {{
			"code": "declared",
			"args": {"assumption": "S-1", "state": state},
			"at": _at(0, 1),
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_assumption_that_is_not_confirmed_is_for_review if {
	every status in ["unconfirmed", "rejected"] {
		given := _input([[_confirmed, testing.stated(status)]])
		requirement.review == {{
			"code": "not_confirmed",
			"args": {"assumption": "S-1", "status": status},
			"at": _at(0, 1),
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_no_assumption_is_for_review if {
	given := _input([[]])
	requirement.review == {{"code": "none", "args": {}, "at": ["threat_models", 0, "assumptions"]}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_each_model_speaks_for_itself if {
	given := _input([[_confirmed], [{"state": "absent"}]])
	requirement.basis == {_basis(0, 1)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_model_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

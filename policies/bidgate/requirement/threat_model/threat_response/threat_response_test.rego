package bidgate.requirement.threat_model.threat_response_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.threat_response as requirement

_input(lists) := testing.bundle_input({"threat_models": [testing.threat_model({"threats": l}) | some l in lists]})

_threat(key, response) := testing.threat({"key": key, "response": response, "status": testing.stated("open")})

_unclear(state) := testing.threat({"key": "T-2", "response": testing.stated("reduce"), "status": {"state": state}})

_answered := _threat("T-1", testing.stated("reduce"))

_basis(i, n) := {"code": "answered", "args": {"threats": n}, "at": ["threat_models", i, "threats"], "level": "asserted"}

test_response_to_each_threat_is_a_basis if {
	given := _input([testing.items([_answered, _threat("T-2", testing.stated("accept"))])])
	requirement.basis == {_basis(0, 2)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_threat_without_response_is_a_violation if {
	every state in states.missing {
		given := _input([testing.items([_answered, _threat("T-2", {"state": state})])])
		requirement.violation == {{
			"code": "no_response",
			"args": {"threat": "T-2", "state": state},
			"at": ["threat_models", 0, "threats", "items", 1],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_declared_response_is_for_review if {
	every state in states.told {
		given := _input([testing.items([_answered, _threat("T-2", {"state": state})])])
		requirement.review == {{
			"code": "response_declared",
			"args": {"threat": "T-2", "state": state},
			"at": ["threat_models", 0, "threats", "items", 1],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_no_threats_is_a_violation if {
	given := _input([testing.items([])])
	requirement.violation == {{
		"code": "no_threats",
		"args": {"state": "empty"},
		"at": ["threat_models", 0, "threats"],
	}} with input as given
	requirement.basis == set() with input as given
}

test_missing_list_is_a_violation if {
	every state in states.missing {
		given := _input([{"state": state}])
		requirement.violation == {{
			"code": "no_threats",
			"args": {"state": state},
			"at": ["threat_models", 0, "threats"],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_declared_list_is_for_review if {
	every state in states.told {
		given := _input([{"state": state}])
		requirement.review == {{
			"code": "threats_declared",
			"args": {"state": state},
			"at": ["threat_models", 0, "threats"],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_each_model_speaks_for_itself if {
	given := _input([testing.items([_answered]), testing.items([])])
	requirement.basis == {_basis(0, 1)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_model_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_threat_without_a_status_is_a_violation if {
	every state in states.missing {
		given := _input([testing.items([_answered, _unclear(state)])])
		requirement.violation == {{
			"code": "no_status",
			"args": {"threat": "T-2", "state": state},
			"at": ["threat_models", 0, "threats", "items", 1],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_declared_status_is_for_review if {
	every state in states.told {
		given := _input([testing.items([_answered, _unclear(state)])])
		requirement.review == {{
			"code": "status_declared",
			"args": {"threat": "T-2", "state": state},
			"at": ["threat_models", 0, "threats", "items", 1],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

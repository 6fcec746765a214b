package bidgate.requirement.threat_model.method_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.method as requirement

_input(methods) := testing.bundle_input({
	"threat_models": [testing.threat_model({"method": m, "method_basis": "stated"}) | some m in methods],
	"parameters": {"threat_model": {"method": {"known": ["STRIDE", "PASTA"]}}},
})

_said(code, args) := {"code": code, "args": args, "at": ["threat_models", 0, "method"]}

_basis(i, methods) := {"code": "named", "args": {"methods": methods}, "at": ["threat_models", i, "method"], "level": "asserted"}

test_known_method_is_a_basis if {
	given := _input([testing.items(["STRIDE", "our own"])])
	requirement.basis == {_basis(0, ["STRIDE", "our own"])} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_method_is_a_violation if {
	every state in states.missing {
		given := _input([{"state": state}])
		requirement.violation == {_said("not_stated", {"state": state})} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_empty_list_is_a_violation if {
	given := _input([testing.items([])])
	requirement.violation == {_said("not_stated", {"state": "empty"})} with input as given
	requirement.basis == set() with input as given
}

test_declared_method_is_for_review if {
	every state in states.told {
		given := _input([{"state": state}])
		requirement.review == {_said("declared", {"state": state})} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_method_that_the_buyer_does_not_know_is_for_review if {
	given := _input([testing.items(["our own"])])
	requirement.review == {_said("other", {"methods": ["our own"]})} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_guessed_method_is_for_review if {
	given := testing.bundle_input({
		"threat_models": [testing.threat_model({"method": testing.items(["STRIDE"]), "method_basis": "derived"})],
		"parameters": {"threat_model": {"method": {"known": ["STRIDE"]}}},
	})
	requirement.review == {_said("guessed", {"methods": ["STRIDE"]})} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_each_model_speaks_for_itself if {
	given := _input([testing.items(["PASTA"]), {"state": "absent"}])
	requirement.basis == {_basis(0, ["PASTA"])} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_model_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

package bidgate.requirement.automotive.tara_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.automotive.tara as requirement

_input(method) := testing.bundle_input({
	"threat_models": [testing.threat_model({"method": method})],
	"parameters": {"automotive": {"tara": {"methods": ["tara", "heavens"]}}},
})

_at := ["threat_models", 0, "method"]

test_named_method_is_a_basis if {
	given := _input(testing.items(["STRIDE", "TARA"]))
	requirement.basis == {{"code": "tara", "args": {"methods": "TARA"}, "at": _at, "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_other_method_is_for_review if {
	given := _input(testing.items(["STRIDE", "LINDDUN"]))
	requirement.review == {{"code": "other", "args": {"methods": "STRIDE, LINDDUN"}, "at": _at}} with input as given
	requirement.basis == set() with input as given
}

test_missing_method_is_a_violation if {
	every state in states.missing {
		given := _input({"state": state, "items": []})
		requirement.violation == {{"code": "not_stated", "args": {"state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
}

test_empty_list_is_a_violation if {
	given := _input(testing.items([]))
	{v.args.state | some v in requirement.violation} == {"empty"} with input as given
}

test_method_that_is_not_told_is_for_review if {
	every state in states.told {
		given := _input({"state": state, "items": []})
		requirement.review == {{"code": "declared", "args": {"state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

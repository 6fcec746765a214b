package bidgate.requirement.nist_8259r1.regimes_test

import data.bidgate.lib.testing
import data.bidgate.requirement.nist_8259r1.regimes as requirement

_input(regimes, required) := testing.bundle_input({
	"declarations": [testing.declaration({"regimes": regimes})],
	"parameters": {"nist_8259r1": {"regimes": {"required": required}}},
})

_at := ["declarations", 0, "regimes"]

test_laws_and_standards_are_a_basis if {
	every required in [[], ["FISMA"]] {
		given := _input(testing.items(["fisma", "EU CRA"]), required)
		requirement.basis == {{"code": "named", "args": {"n": 2}, "at": _at, "level": "asserted"}} with input as given
		requirement.violation == set() with input as given
	}
}

test_law_that_is_not_named_is_a_violation if {
	given := _input(testing.items(["EU CRA"]), ["FISMA"])
	requirement.violation == {{"code": "not_named", "args": {"regime": "FISMA"}, "at": _at}} with input as given
	requirement.basis == set() with input as given
}

test_missing_list_is_a_violation if {
	every state, said in {"absent": "absent", "placeholder": "placeholder", "invalid": "invalid", "stated": "empty"} {
		given := _input({"state": state, "items": []}, [])
		requirement.violation == {{"code": "not_stated", "args": {"state": said}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
}

test_list_that_is_not_told_is_for_review if {
	every state in ["unknown", "withheld", "unsupported"] {
		given := _input({"state": state, "items": []}, ["FISMA"])
		requirement.review == {{"code": "declared", "args": {"state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
}

package bidgate.requirement.sbom.generation_context_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.generation_context as requirement

_input(state, items) := testing.bundle_input({"sboms": [testing.sbom({"lifecycles": {"state": state, "items": items}})]})

_at := ["sboms", 0, "lifecycles"]

test_stated_stage_is_a_basis if {
	given := _input("stated", ["build", "operations"])
	requirement.basis == {{"code": "stated", "args": {"n": 2, "stage": "build"}, "at": _at, "level": "verified"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_design_alone_is_for_review if {
	given := _input("stated", ["design"])
	requirement.review == {{"code": "planned", "args": {"stage": "design"}, "at": _at}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_design_and_build_is_a_basis if {
	given := _input("stated", ["design", "build"])
	requirement.review == set() with input as given
	count(requirement.basis) == 1 with input as given
}

test_missing_stage_is_a_violation if {
	every state in states.missing {
		given := _input(state, [])
		requirement.violation == {{"code": "not_stated", "args": {"state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_empty_list_of_stages_is_a_violation if {
	given := _input("stated", [])
	requirement.violation == {{"code": "not_stated", "args": {"state": "empty"}, "at": _at}} with input as given
	requirement.basis == set() with input as given
}

test_declared_stage_is_for_review if {
	every state in states.told {
		given := _input(state, [])
		requirement.review == {{"code": "declared", "args": {"state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_no_sbom_is_silent if {
	given := testing.bundle_input({})
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

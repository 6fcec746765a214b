package bidgate.requirement.sbom.tool_name_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.tool_name as requirement

_input(state) := testing.bundle_input({"sboms": [testing.sbom({
	"tools": {"state": state},
	"facts": {"document": {"tools_named": 1, "generator": {"name": testing.stated("syft")}}},
})]})

_at := ["sboms", 0, "tools"]

test_named_tool_is_a_basis if {
	given := _input("stated")
	requirement.basis == {{"code": "named", "args": {"tools": 1, "tool": "syft"}, "at": _at, "level": "verified"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_tool_is_a_violation if {
	every state in states.missing {
		given := _input(state)
		requirement.violation == {{"code": "not_stated", "args": {"state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_declared_tool_is_for_review if {
	every state in states.told {
		given := _input(state)
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

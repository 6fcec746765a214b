package bidgate.requirement.sbom.tool_version_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.tool_version as requirement

_tool(state) := {"name": testing.stated("syft"), "version": {"state": state, "value": ""}}

_input(states) := testing.bundle_input({"sboms": [testing.sbom({
	"tools": testing.items([_tool(state) | some state in states]),
	"facts": {"document": {
		"tools_named": count(states),
		"tools_with_version": count([1 | some "stated" in states]),
	}},
})]})

_at := ["sboms", 0, "tools"]

test_versions_of_all_tools_are_a_basis if {
	given := _input(["stated", "stated"])
	requirement.basis == {{"code": "stated", "args": {"tools": 2}, "at": _at, "level": "verified"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_missing_version_is_a_violation if {
	every state in states.missing {
		given := _input(["stated", state])
		requirement.violation == {{"code": "not_stated", "args": {"tool": "syft", "state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_declared_version_is_for_review if {
	every state in states.told {
		given := _input(["stated", state])
		requirement.review == {{"code": "declared", "args": {"tool": "syft", "state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_sbom_without_tools_is_not_judged_here if {
	given := _input([])
	requirement.not_applicable == {{"code": "no_tool", "args": {}, "at": ["sboms", 0], "level": "verified"}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_no_sbom_is_silent if {
	given := testing.bundle_input({})
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

package bidgate.requirement.sbom.author_not_tool_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.author_not_tool as requirement

_input(persons, organisations, named_as_tool, tools) := testing.bundle_input({"sboms": [testing.sbom({
	"authors": {"state": "stated"},
	"facts": {"document": {
		"persons": persons,
		"organisations": organisations,
		"authors_named_as_tool": named_as_tool,
		"tools_named": tools,
	}},
})]})

_at := ["sboms", 0, "authors"]

test_authors_that_are_no_tools_are_a_basis if {
	given := _input(1, 1, 0, 3)
	requirement.basis == {{"code": "not_a_tool", "args": {"authors": 2, "tools": 3}, "at": _at, "level": "verified"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_authors_that_are_all_tools_are_a_violation if {
	given := _input(1, 1, 2, 1)
	requirement.violation == {{"code": "only_tools", "args": {"authors": 2}, "at": _at}} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_some_tools_among_the_authors_are_for_review if {
	given := _input(1, 1, 1, 1)
	requirement.review == {{"code": "some_tools", "args": {"n": 1, "authors": 2}, "at": _at}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_no_tool_to_compare_with_is_for_review if {
	given := _input(1, 0, 0, 0)
	requirement.review == {{"code": "no_tool", "args": {"authors": 1}, "at": _at}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_declared_author_is_for_review if {
	every state in states.told {
		given := testing.bundle_input({"sboms": [testing.sbom({"authors": {"state": state}})]})
		requirement.review == {{"code": "author_declared", "args": {"state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.not_applicable == set() with input as given
	}
}

test_missing_author_is_not_judged_here if {
	every state in states.missing {
		given := testing.bundle_input({"sboms": [testing.sbom({"authors": {"state": state}})]})
		requirement.not_applicable == {{"code": "no_author", "args": {}, "at": ["sboms", 0], "level": "verified"}} with input as given
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

package bidgate.requirement.sbom.dependency_relationship_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.dependency_relationship as requirement

_graph(entries, edges) := {"state": "stated", "entries": entries, "edges": edges}

_input(graph) := testing.bundle_input({"sboms": [testing.sbom({"facts": {"graph": graph}})]})

_at := ["sboms", 0, "facts", "graph", "state"]

test_links_are_a_basis if {
	given := _input(_graph(3, 2))
	requirement.basis == {{"code": "stated", "args": {"edges": 2}, "at": _at, "level": "verified"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_graph_is_a_violation if {
	every state in states.missing {
		given := _input({"state": state})
		requirement.violation == {{"code": "no_graph", "args": {"state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_empty_graph_is_a_violation if {
	given := _input(_graph(0, 0))
	requirement.violation == {{"code": "no_graph", "args": {"state": "empty"}, "at": _at}} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_graph_without_links_is_for_review if {
	given := _input(_graph(3, 0))
	requirement.review == {{"code": "no_links", "args": {"entries": 3}, "at": _at}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_declared_graph_is_for_review if {
	every state in states.told {
		given := _input({"state": state})
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

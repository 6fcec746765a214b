package bidgate.requirement.sbom.graph_connected_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.graph_connected as requirement

_graph(listed, orphans) := {"state": "stated", "entries": 3, "root_listed": listed, "orphans": orphans}

_input(graph) := testing.bundle_input({
	"sboms": [testing.sbom({"facts": {"components": {"all": 10}, "graph": graph}})],
	"parameters": {"sbom": {"graph_connected": {"max_share": 0.1}}},
})

test_paths_to_enough_components_are_a_basis if {
	given := _input(_graph(true, [4]))
	requirement.basis == {{
		"code": "connected",
		"args": {"reached": 9, "total": 10},
		"at": ["sboms", 0],
		"level": "verified",
	}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_graph_without_the_product_is_a_violation if {
	given := _input(_graph(false, [0, 1, 2]))
	requirement.violation == {{
		"code": "root_not_listed",
		"args": {},
		"at": ["sboms", 0, "facts", "graph", "root_listed"],
	}} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_orphans_are_for_review if {
	given := _input(_graph(true, [0, 1]))
	requirement.review == {{
		"code": "orphans",
		"args": {"n": 2, "total": 10},
		"at": ["sboms", 0, "facts", "graph", "orphans"],
	}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_declared_graph_is_for_review if {
	every state in states.told {
		given := _input({"state": state})
		requirement.review == {{"code": "graph_declared", "args": {"state": state}, "at": ["sboms", 0]}} with input as given
		requirement.basis == set() with input as given
		requirement.not_applicable == set() with input as given
	}
}

test_missing_or_empty_graph_is_not_judged_here if {
	every graph in [{"state": "stated", "entries": 0}, {"state": "absent"}, {"state": "invalid"}, {"state": "placeholder"}] {
		given := _input(graph)
		requirement.not_applicable == {{"code": "no_graph", "args": {}, "at": ["sboms", 0], "level": "verified"}} with input as given
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

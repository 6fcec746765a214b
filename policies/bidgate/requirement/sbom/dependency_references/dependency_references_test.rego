package bidgate.requirement.sbom.dependency_references_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.dependency_references as requirement

_graph(entries, edges, dangling) := {
	"state": "stated",
	"entries": entries,
	"edges": edges,
	"dangling": [3],
	"dangling_references": dangling,
}

_input(graphs) := testing.bundle_input({
	"sboms": [testing.sbom({"facts": {"graph": g}}) | some g in graphs],
	"parameters": {"sbom": {"dependency_references": {"max_share": 0.05}}},
})

_basis(i, edges, dangling) := {
	"code": "resolved",
	"args": {"dangling": dangling, "edges": edges, "max_share": 0.05},
	"at": ["sboms", i],
	"level": "verified",
}

test_few_dangling_references_are_a_basis if {
	given := _input([_graph(10, 20, 1), _graph(10, 20, 0)])
	requirement.basis == {_basis(0, 20, 1), _basis(1, 20, 0)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_many_dangling_references_are_a_violation if {
	given := _input([_graph(10, 20, 2)])
	requirement.violation == {{
		"code": "dangling",
		"args": {"n": 2, "edges": 20, "max_share": 0.05},
		"at": ["sboms", 0, "facts", "graph", "dangling"],
	}} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_dangling_entries_without_links_are_a_violation if {
	given := _input([_graph(3, 0, 1)])
	{v.code | some v in requirement.violation} == {"dangling"} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_graph_without_links_is_for_review if {
	given := _input([_graph(3, 0, 0)])
	requirement.review == {{"code": "no_links", "args": {"entries": 3}, "at": ["sboms", 0]}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_empty_graph_is_a_violation if {
	given := _input([_graph(0, 0, 0)])
	requirement.violation == {{"code": "empty_graph", "args": {}, "at": ["sboms", 0]}} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_missing_graph_is_a_violation if {
	every state in states.missing {
		given := _input([object.union(_graph(10, 20, 0), {"state": state})])
		requirement.violation == {{"code": "no_graph", "args": {"state": state}, "at": ["sboms", 0]}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_declared_graph_is_for_review if {
	every state in states.told {
		given := _input([object.union(_graph(10, 20, 0), {"state": state})])
		requirement.review == {{"code": "graph_declared", "args": {"state": state}, "at": ["sboms", 0]}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_each_sbom_speaks_for_itself if {
	given := _input([_graph(10, 20, 0), _graph(0, 0, 0)])
	requirement.basis == {_basis(0, 20, 0)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_sbom_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

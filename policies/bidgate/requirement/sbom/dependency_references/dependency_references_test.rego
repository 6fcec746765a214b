package bidgate.requirement.sbom.dependency_references_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.dependency_references as requirement

_graph(edges, dangling) := {
	"state": "stated",
	"entries": 10,
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

_none := {"code": "no_reference", "args": {}, "at": ["sboms", 0], "level": "verified"}

test_few_dangling_references_are_a_basis if {
	given := _input([_graph(20, 1), _graph(20, 0)])
	requirement.basis == {_basis(0, 20, 1), _basis(1, 20, 0)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_many_dangling_references_are_a_violation if {
	given := _input([_graph(20, 2)])
	requirement.violation == {{
		"code": "dangling",
		"args": {"n": 2, "edges": 20, "max_share": 0.05},
		"at": ["sboms", 0, "facts", "graph", "dangling"],
	}} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_dangling_entries_without_links_are_a_violation if {
	given := _input([_graph(0, 1)])
	{v.code | some v in requirement.violation} == {"dangling"} with input as given
	requirement.basis == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_graph_without_links_is_not_judged_here if {
	given := _input([_graph(0, 0)])
	requirement.not_applicable == {_none} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_missing_graph_is_not_judged_here if {
	every state in states.missing {
		given := _input([{"state": state}])
		requirement.not_applicable == {_none} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_declared_graph_is_for_review if {
	every state in states.told {
		given := _input([{"state": state}])
		requirement.review == {{"code": "graph_declared", "args": {"state": state}, "at": ["sboms", 0]}} with input as given
		requirement.basis == set() with input as given
		requirement.not_applicable == set() with input as given
	}
}

test_no_sbom_is_silent if {
	given := testing.bundle_input({})
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

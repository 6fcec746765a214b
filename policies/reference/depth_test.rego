package reference_test

import data.reference

_chain(length) := {
	"metadata": {"component": {"bom-ref": "0"}},
	"components": [{"bom-ref": format_int(i, 10)} | some i in numbers.range(1, length)],
	"dependencies": [{"ref": format_int(i, 10), "dependsOn": [format_int(i + 1, 10)]} | some i in numbers.range(0, length - 1)],
}

_graph(edges) := {
	"metadata": {"component": {"bom-ref": "r"}},
	"components": [{"bom-ref": ref} | some ref in ["a", "b", "c"]],
	"dependencies": [{"ref": ref, "dependsOn": targets} | some ref, targets in edges],
}

test_depth_is_the_longest_of_the_shortest_paths if {
	reference.facts.graph.depth == 2 with input as _graph({"r": ["a", "b"], "a": ["b"], "b": ["c"]})
}

test_a_circle_ends if {
	reference.facts.graph.depth == 2 with input as _graph({"r": ["a"], "a": ["b"], "b": ["r", "a", "b"]})
}

test_a_reference_to_nothing_is_a_step_and_no_depth if {
	reference.facts.graph.depth == 0 with input as _graph({"r": ["x"], "x": ["y"]})
}

test_a_way_through_nothing_counts if {
	reference.facts.graph.depth == 2 with input as _graph({"r": ["x"], "x": ["a"]})
}

test_deep_graphs_are_counted_to_their_end if {
	every length in [15, 16, 17] {
		reference.facts.graph.depth == length with input as _chain(length)
	}
}

test_very_deep_graphs_are_counted_to_their_end if {
	reference.steps["r:129"] == 129 with input as _chain(129)
}

test_no_graph_has_no_depth if {
	reference.facts.graph.depth == 0 with input as {"components": [{"bom-ref": "a"}]}
}

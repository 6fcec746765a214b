package bidgate.requirement.sbom.transitive_parts_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.transitive_parts as requirement

_input(depth, listed, completeness) := testing.bundle_input({
	"sboms": [testing.sbom({
		"completeness": completeness,
		"facts": {"graph": {"state": "stated", "edges": 3, "depth": depth, "root_listed": listed}},
	})],
	"parameters": {"sbom": {"transitive_parts": {"min_depth": 2}}},
})

_silent := {"state": "absent"}

test_deep_graph_is_a_basis if {
	given := _input(2, true, _silent)
	requirement.basis == {{
		"code": "deep",
		"args": {"depth": 2, "min_depth": 2},
		"at": ["sboms", 0],
		"level": "verified",
	}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_list_stated_complete_is_a_basis if {
	every listed in [true, false] {
		given := _input(0, listed, testing.stated("complete"))
		requirement.basis == {{
			"code": "complete",
			"args": {},
			"at": ["sboms", 0, "completeness"],
			"level": "asserted",
		}} with input as given
		requirement.violation == set() with input as given
		requirement.review == set() with input as given
	}
}

test_flat_list_without_a_statement_is_a_violation if {
	every state in states.missing {
		given := _input(1, true, {"state": state})
		requirement.violation == {{
			"code": "flat",
			"args": {"depth": 1, "min_depth": 2},
			"at": ["sboms", 0, "facts", "graph", "depth"],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_flat_list_stated_incomplete_is_for_review if {
	given := _input(1, true, testing.stated("incomplete_first_party_only"))
	requirement.review == {{
		"code": "incomplete",
		"args": {"depth": 1, "min_depth": 2, "completeness": "incomplete first party only"},
		"at": ["sboms", 0, "completeness"],
	}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_flat_list_of_declared_completeness_is_for_review if {
	every state in states.told {
		given := _input(1, true, {"state": state})
		requirement.review == {{
			"code": "declared",
			"args": {"depth": 1, "state": state},
			"at": ["sboms", 0, "completeness"],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_graph_without_the_product_is_for_review if {
	given := _input(0, false, _silent)
	requirement.review == {{
		"code": "no_root",
		"args": {},
		"at": ["sboms", 0, "facts", "graph", "root_listed"],
	}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

_graphless(state, completeness) := object.union(_input(0, false, completeness), {"sboms": [testing.sbom({
	"completeness": completeness,
	"facts": {"graph": {"state": state}},
})]})

test_without_a_graph_there_is_no_depth if {
	every state in states.missing {
		every completeness in [_silent, testing.stated("incomplete"), {"state": "unknown"}] {
			given := _graphless(state, completeness)
			requirement.not_applicable == {{"code": "no_graph", "args": {}, "at": ["sboms", 0], "level": "verified"}} with input as given
			requirement.violation == set() with input as given
			requirement.review == set() with input as given
			requirement.basis == set() with input as given
		}
	}
}

test_complete_list_needs_no_graph if {
	given := _graphless("absent", testing.stated("complete"))
	{b.code | some b in requirement.basis} == {"complete"} with input as given
	requirement.not_applicable == set() with input as given
}

test_no_sbom_is_silent if {
	given := object.union(_input(2, true, _silent), {"sboms": []})
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

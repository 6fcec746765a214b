package bidgate.requirement.sbom.hidden_components_test

import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.hidden_components as requirement

_input(hidden) := testing.bundle_input({"sboms": [testing.sbom({"facts": {
	"components": {"all": 5, "delivered": 4, "excluded": [2]},
	"places": {"nested": 1, "subject": 1},
	"hidden": object.union({"elsewhere": [5]}, hidden),
}})]})

test_components_that_nothing_needs_are_a_basis if {
	given := _input({})
	requirement.basis == {{
		"code": "counted",
		"args": {"delivered": 4, "nested": 2, "excluded": 1, "elsewhere": 1},
		"at": ["sboms", 0],
		"level": "verified",
	}} with input as given
	requirement.violation == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_each_contradiction_of_the_graph_is_a_violation if {
	every list in {"excluded_needed", "elsewhere_reached"} {
		given := _input({list: [2]})
		requirement.violation == {{"code": list, "args": {"n": 1}, "at": ["sboms", 0, "facts", "hidden", list]}} with input as given
		requirement.basis == set() with input as given
	}
}

test_no_components_are_not_judged if {
	given := testing.bundle_input({"sboms": [testing.sbom({})]})
	requirement.not_applicable == {{"code": "no_components", "args": {}, "at": ["sboms", 0], "level": "verified"}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

package bidgate.requirement.sbom.excluded_components_test

import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.excluded_components as requirement

_input(all, excluded, direct) := testing.bundle_input({"parameters": {"sbom": {"excluded_components": {"max_share": 0.7}}}, "sboms": [testing.sbom({"facts": {
	"components": {"all": all, "delivered": all - count(excluded), "excluded": excluded},
	"hidden": {"excluded_direct": direct, "elsewhere": [7]},
}})]})

_with_links(given, links) := object.union(given, {"threat_models": [testing.threat_model({"threats": testing.items([
	testing.threat({"bom_refs": testing.items(links)}),
	testing.threat({}),
])})]})

_link(sbom, row) := {"ref": "x", "sbom": sbom, "row": row}

test_all_delivered_is_a_basis if {
	given := _input(3, [], [])
	requirement.basis == {{"code": "all_counted", "args": {"total": 3}, "at": ["sboms", 0], "level": "verified"}} with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_excluded_components_are_for_review if {
	given := _input(3, [0, 2], [2])
	requirement.review == {{
		"code": "excluded",
		"args": {"n": 2, "total": 3, "direct": 1},
		"at": ["sboms", 0, "facts", "components", "excluded"],
	}} with input as given
	requirement.basis == set() with input as given
}

test_no_components_are_not_judged if {
	given := _input(0, [], [])
	requirement.not_applicable == {{"code": "no_components", "args": {}, "at": ["sboms", 0], "level": "verified"}} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_component_counted_out_that_a_threat_names_is_for_review if {
	every row in [1, 7] {
		given := _with_links(_input(3, [1], []), [_link(0, row), _link(0, 0)])
		{[r.args, r.at] | some r in requirement.review; r.code == "threat_names"} == {[{"n": 1}, ["components", 0, row]]} with input as given
		requirement.basis == set() with input as given
	}
}

test_delivered_component_that_a_threat_names_is_a_basis if {
	given := _with_links(_input(3, [], []), [_link(0, 0), _link(0, -1), _link(-1, -1)])
	{b.code | some b in requirement.basis} == {"all_counted"} with input as given
	requirement.review == set() with input as given
}

test_most_components_excluded_is_a_violation if {
	given := _input(4, [0, 1, 2], [])
	requirement.violation == {{
		"code": "too_many",
		"args": {"n": 3, "total": 4},
		"at": ["sboms", 0, "facts", "components", "excluded"],
	}} with input as given
	requirement.review == set() with input as given
	requirement.basis == set() with input as given
}

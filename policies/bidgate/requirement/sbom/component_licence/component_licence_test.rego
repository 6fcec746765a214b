package bidgate.requirement.sbom.component_licence_test

import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.component_licence as requirement

_sbom(share) := testing.sbom({"facts": {
	"components": {"all": 12},
	"component_licence": {"software": testing.share(object.union({"total": 10}, share))},
}})

_input(sboms) := testing.bundle_input({
	"sboms": sboms,
	"parameters": {"sbom": {"component_licence": {"min_share": 0.9}}},
})

_at(state) := ["sboms", 0, "facts", "component_licence", "software", state]

test_enough_stated_is_a_basis if {
	given := _input([_sbom({"stated": 9, "absent": [4]})])
	requirement.basis == {{
		"code": "stated",
		"args": {"stated": 9, "total": 10, "min_share": 0.9},
		"at": ["sboms", 0],
		"level": "verified",
	}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_each_way_not_to_state_is_a_violation if {
	every state in {"absent", "placeholder", "invalid"} {
		given := _input([_sbom({"stated": 8, state: [3, 4]})])
		requirement.violation == {{
			"code": "not_stated",
			"args": {"n": 2, "total": 10, "state": state, "min_share": 0.9},
			"at": _at(state),
		}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_declared_ones_that_fill_the_gap_are_for_review if {
	every state in {"unknown", "withheld"} {
		given := _input([_sbom({"stated": 7, state: [7, 8], "absent": [9]})])
		requirement.review == {{"code": "declared", "args": {"n": 2, "total": 10, "state": state}, "at": _at(state)}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_what_the_format_cannot_say_is_for_review if {
	given := _input([_sbom({"unsupported": 10})])
	requirement.review == {{"code": "unsupported", "args": {"n": 10, "total": 10}, "at": ["sboms", 0]}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_sbom_that_lists_nothing_is_a_violation if {
	given := _input([testing.sbom({})])
	requirement.violation == {{"code": "no_components", "args": {}, "at": ["sboms", 0]}} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_sbom_without_any_to_ask_is_for_review if {
	given := _input([_sbom({"total": 0})])
	requirement.review == {{"code": "no_software", "args": {"components": 12, "services": 0}, "at": ["sboms", 0]}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_no_sbom_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

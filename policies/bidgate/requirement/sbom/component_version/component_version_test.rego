package bidgate.requirement.sbom.component_version_test

import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.component_version as requirement

_share(fields) := object.union(
	{"total": 10, "stated": 0, "unknown": [], "withheld": [], "absent": [], "placeholder": [], "invalid": [], "unsupported": 0},
	fields,
)

_sbom(share) := testing.sbom({"facts": {
	"components": {"all": 12, "software": 10},
	"component_version": {"software": share},
}})

_input(sboms) := testing.bundle_input({
	"sboms": sboms,
	"parameters": {"sbom": {"component_version": {"min_share": 0.9}}},
})

_at(i, state) := ["sboms", i, "facts", "component_version", "software", state]

_basis(i, stated) := {
	"code": "stated",
	"args": {"stated": stated, "total": 10, "min_share": 0.9},
	"at": ["sboms", i],
	"level": "verified",
}

test_enough_stated_is_a_basis if {
	given := _input([_sbom(_share({"stated": 9, "absent": [4]}))])
	requirement.basis == {_basis(0, 9)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_each_way_not_to_state_is_a_violation if {
	every state in {"absent", "placeholder", "invalid"} {
		given := _input([_sbom(_share({"stated": 8, state: [3, 4]}))])
		requirement.violation == {{
			"code": "not_stated",
			"args": {"n": 2, "total": 10, "state": state, "min_share": 0.9},
			"at": _at(0, state),
		}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_several_ways_are_several_violations if {
	given := _input([_sbom(_share({"stated": 5, "unknown": [0], "absent": [1, 2], "placeholder": [3], "invalid": [4]}))])
	{[v.at[5], v.args.n] | some v in requirement.violation} == {["absent", 2], ["placeholder", 1], ["invalid", 1]} with input as given
	requirement.review == set() with input as given
}

test_declared_ones_that_fill_the_gap_are_for_review if {
	every state in {"unknown", "withheld"} {
		given := _input([_sbom(_share({"stated": 7, state: [7, 8], "absent": [9]}))])
		requirement.review == {{
			"code": "declared",
			"args": {"n": 2, "total": 10, "state": state},
			"at": _at(0, state),
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_what_the_format_cannot_say_is_for_review if {
	given := _input([_sbom(_share({"unsupported": 10}))])
	requirement.review == {{"code": "unsupported", "args": {"n": 10, "total": 10}, "at": ["sboms", 0]}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_sbom_without_components_is_a_violation if {
	given := _input([testing.sbom({})])
	requirement.violation == {{"code": "no_components", "args": {}, "at": ["sboms", 0]}} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_sbom_without_software_is_for_review if {
	given := _input([_sbom(_share({"total": 0}))])
	requirement.review == {{"code": "no_software", "args": {"components": 12, "services": 0}, "at": ["sboms", 0]}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_each_sbom_speaks_for_itself if {
	given := _input([_sbom(_share({"stated": 10})), testing.sbom({})])
	requirement.basis == {_basis(0, 10)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_share_of_nothing_is_never_a_basis if {
	given := object.union(
		_input([_sbom(_share({"absent": [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]}))]),
		{"parameters": {"sbom": {"component_version": {"min_share": 0}}}},
	)
	requirement.basis == set() with input as given
}

test_no_sbom_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

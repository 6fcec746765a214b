package bidgate.requirement.sbom.refused_licences_test

import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.refused_licences as requirement

_with(refused, licences, stated, share) := testing.bundle_input({
	"sboms": [testing.sbom({"facts": {"fields": {"licence_spdx": {"software": {"total": count(licences), "stated": stated, "absent": count(licences) - stated}}}}})],
	"components": [[testing.component({"name": sprintf("lib%d", [k]), "licences": list, "from": "components"}) | some k, list in licences]],
	"parameters": {"sbom": {"refused_licences": {"refused": refused, "max_unknown_share": share}}},
})

_input(licences) := _with(["GPL-3.0-only", "agpl-*"], licences, count(licences), 0)

_codes(set) := {[s.code, s.args.hit, s.at] | some s in set}

test_other_licences_are_a_basis if {
	given := _input([["MIT"], ["GPL-2.0-only WITH Classpath-exception-2.0"], ["Apache-2.0", "MIT"], ["(MIT OR Apache-2.0) AND BSD-3-Clause"]])
	requirement.basis == {{"code": "clean", "args": {"compared": 4, "total": 4}, "at": ["sboms", 0], "level": "verified"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_refused_licence_is_a_violation if {
	every case in [["gpl-3.0-ONLY", "gpl-3.0-ONLY"], ["AGPL-3.0-or-later", "AGPL-3.0-or-later"], ["MIT AND AGPL-1.0", "AGPL-1.0"], ["GPL-3.0-only OR AGPL-3.0-only", "AGPL-3.0-only"]] {
		given := _input([["MIT"], [case[0]]])
		_codes(requirement.violation) == {["refused", case[1], ["components", 0, 1]]} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_choice_without_a_refused_licence_is_a_basis if {
	every entry in ["GPL-3.0-only OR MIT", "MIT or AGPL-3.0-only", "GPL-3.0-only AND BSD-3-Clause OR MIT"] {
		given := _input([[entry]])
		{b.code | some b in requirement.basis} == {"clean"} with input as given
		requirement.violation == set() with input as given
	}
}

test_what_the_law_must_weigh_is_for_review if {
	cases := {
		"with_exception": ["GPL-3.0-only WITH GCC-exception-3.1"],
		"mixed": ["(GPL-3.0-only OR MIT) AND BSD-3-Clause"],
		"beside": ["GPL-3.0-only", "MIT"],
	}
	every code, list in cases {
		given := _input([list])
		_codes(requirement.review) == {[code, "GPL-3.0-only", ["components", 0, 0]]} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_components_that_cannot_be_compared_are_for_review if {
	given := _with(["MIT"], [["Apache-2.0"], []], 1, 0.25)
	{[r.code, r.args] | some r in requirement.review} == {["not_compared", {"n": 1, "total": 2, "max_share": 0.25}]} with input as given
	requirement.basis == set() with input as given
	few := _with(["MIT"], [["Apache-2.0"], []], 1, 0.5)
	{b.args | some b in requirement.basis} == {{"compared": 1, "total": 2}} with input as few
	requirement.review == set() with input as few
}

test_nothing_refused_or_listed_is_nothing_to_judge if {
	none := _with([], [["GPL-3.0-only"]], 1, 0)
	{n.code | some n in requirement.not_applicable} == {"none_refused"} with input as none
	requirement.violation == set() with input as none
	requirement.basis == set() with input as none
	empty := _input([])
	{n.code | some n in requirement.not_applicable} == {"no_software"} with input as empty
	requirement.basis == set() with input as empty
	requirement.review == set() with input as empty
}

test_tools_and_what_is_left_out_are_not_delivered if {
	every fields in [{"from": "tools"}, {"from": "components", "scope": "excluded"}] {
		given := object.union(_input([["MIT"]]), {"components": [[testing.component(object.union({"licences": ["GPL-3.0-only"]}, fields))]]})
		{b.code | some b in requirement.basis} == {"clean"} with input as given
		requirement.violation == set() with input as given
	}
}

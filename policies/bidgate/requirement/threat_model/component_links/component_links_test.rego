package bidgate.requirement.threat_model.component_links_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.component_links as requirement

_input(min_ratio, lists) := testing.bundle_input({
	"threat_models": [testing.threat_model({"threats": testing.items([_threat(l) | some l in list])}) | some list in lists],
	"parameters": {"threat_model": {"component_links": {"min_link_ratio": min_ratio}}},
})

_threat(links) := testing.threat({"key": "T-1", "bom_refs": links})

_linked := testing.items([{"ref": "pkg:a", "sbom": 0, "row": -1}])

_dangling := testing.items([{"ref": "pkg:a", "sbom": 0, "row": 2}, {"ref": "pkg:b", "sbom": -1, "row": -1}])

_basis(i, linked, total) := {
	"code": "linked",
	"args": {"linked": linked, "total": total},
	"at": ["threat_models", i, "threats"],
	"level": "verified",
}

test_enough_links_are_a_basis if {
	given := _input(0.5, [[_linked, {"state": "absent"}]])
	requirement.basis == {_basis(0, 1, 2)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_link_that_leads_nowhere_is_a_violation if {
	given := _input(0, [[_linked, _dangling]])
	requirement.violation == {{
		"code": "dangling",
		"args": {"threat": "T-1", "refs": ["pkg:b"]},
		"at": ["threat_models", 0, "threats", "items", 1],
	}} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_too_few_links_are_a_violation if {
	every links in {testing.items([])} | {{"state": state, "items": []} | some state in states.missing} {
		given := _input(1, [[_linked, links]])
		requirement.violation == {{
			"code": "too_few",
			"args": {"linked": 1, "total": 2, "min_link_ratio": 1},
			"at": ["threat_models", 0, "threats"],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_declared_links_are_for_review if {
	every state in states.told {
		given := _input(1, [[_linked, {"state": state}]])
		requirement.review == {{
			"code": "declared",
			"args": {"told": 1, "total": 2},
			"at": ["threat_models", 0, "threats"],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_no_link_at_all_is_never_enough if {
	given := _input(0, [[{"state": "absent"}]])
	requirement.basis == set() with input as given
}

test_model_without_threats_is_for_review if {
	given := _input(0.5, [[]])
	requirement.review == {{"code": "no_threats", "args": {}, "at": ["threat_models", 0, "threats"]}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_each_model_speaks_for_itself if {
	given := _input(0.5, [[_linked], [{"state": "absent"}]])
	requirement.basis == {_basis(0, 1, 1)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_model_is_silent if {
	given := _input(0.5, [])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

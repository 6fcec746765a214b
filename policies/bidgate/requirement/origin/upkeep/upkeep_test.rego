package bidgate.requirement.origin.upkeep_test

import data.bidgate.lib.testing
import data.bidgate.requirement.origin.upkeep as requirement

_input(fits, entries) := testing.bundle_input({
	"as_of": testing.day(1000),
	"sboms": [testing.sbom({})],
	"data_sets": [testing.data_set({"name": "lists", "kind": "prohibited_sources", "dated": true, "date": testing.day(990)})],
	"sources": {"looked_up": 7, "lists": [{"data_set": 0, "legal_basis": "Not maintained", "entries": entries}], "matches": fits},
	"parameters": {"origin": {"upkeep": {"legal_bases": ["Not maintained", "Abandoned"], "refused": ["Abandoned"]}}},
})

_fit(fields) := testing.source_match(object.union(
	{"name": "Bad Ltd", "alias": "Bad", "legal_basis": "Not maintained", "field": "supplier", "value": "BAD", "by": "domain"},
	fields,
))

_at := ["sources", "matches", 0]

_args(by) := {"name": "Bad Ltd", "basis": "Not maintained", "field": "supplier", "value": "BAD", "alias": "Bad", "by": by}

_judged(given, review) if {
	requirement.review == review with input as given
	requirement.basis == set() with input as given
}

test_nothing_flagged_is_a_basis if {
	given := _input([_fit({"legal_basis": "Other law"})], 3)
	requirement.basis == {{
		"code": "none_flagged",
		"args": {"looked_up": 7, "entries": 3, "bases": ["Not maintained", "Abandoned"], "sets": ["lists day 990 (0 records)"]},
		"at": ["sources"],
		"level": "verified",
	}} with input as given
	requirement.review == set() with input as given
}

test_list_without_entries_is_for_review if {
	_judged(_input([], 0), {{"code": "no_list", "args": {"bases": ["Not maintained", "Abandoned"]}, "at": ["sources"]}})
}

test_without_a_chosen_list_it_does_not_apply if {
	given := object.union(_input([_fit({})], 3), {"parameters": {"origin": {"upkeep": {"legal_bases": []}}}})
	requirement.not_applicable == {{"code": "none_chosen", "args": {}, "at": ["bundle"], "level": "verified"}} with input as given
	_judged(given, set())
}

test_project_on_a_list_is_for_review if {
	every by in ["name", "purl_namespace"] {
		_judged(_input([_fit({"by": by, "weak": by == "name"})], 3), {{"code": "flagged", "args": _args(replace(by, "_", " ")), "at": _at}})
	}
}

test_bundle_that_names_nobody_is_silent if {
	_judged(object.union(_input([], 3), {"sources": {"looked_up": 0}}), set())
}

test_project_that_the_buyer_does_not_take_is_a_violation if {
	given := _input([_fit({"legal_basis": "Abandoned"}), _fit({"legal_basis": "Abandoned", "weak": true})], 3)
	{[v.code, v.args.basis, v.at] | some v in requirement.violation} == {["abandoned", "Abandoned", _at]} with input as given
	{[r.code, r.at[2]] | some r in requirement.review} == {["flagged", 1]} with input as given
	requirement.basis == set() with input as given
}

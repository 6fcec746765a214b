package bidgate.requirement.origin.other_lists_test

import data.bidgate.lib.testing
import data.bidgate.requirement.origin.other_lists as requirement

_input(fits, entries) := testing.bundle_input({
	"as_of": testing.day(1000),
	"sboms": [testing.sbom({})],
	"data_sets": [testing.data_set({"name": "lists", "kind": "prohibited_sources", "dated": true, "date": testing.day(990)})],
	"sources": {"looked_up": 7, "lists": [{"data_set": 0, "legal_basis": "Law", "entries": entries}], "matches": fits},
	"parameters": {"origin": {"other_lists": {"legal_bases": ["Law"]}}},
})

_fit(fields) := testing.source_match(object.union(
	{"name": "Bad Ltd", "alias": "Bad", "legal_basis": "Law", "field": "supplier", "value": "BAD", "by": "domain"},
	fields,
))

_at := ["sources", "matches", 0]

_args(by) := {"name": "Bad Ltd", "basis": "Law", "field": "supplier", "value": "BAD", "alias": "Bad", "by": by}

_judged(given, violation, review) if {
	requirement.violation == violation with input as given
	requirement.review == review with input as given
	requirement.basis == set() with input as given
}

test_nothing_listed_is_a_basis if {
	given := _input([_fit({"legal_basis": "Other law"})], 3)
	requirement.basis == {{
		"code": "none_listed",
		"args": {"looked_up": 7, "entries": 3, "bases": ["Law"], "sets": ["lists day 990 (0 records)"]},
		"at": ["sources"],
		"level": "verified",
	}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_listed_source_is_a_violation if {
	_judged(_input([_fit({})], 3), {{"code": "listed", "args": _args("domain"), "at": _at}}, set())
}

test_fit_by_name_alone_is_for_review if {
	given := _input([_fit({"by": "name", "weak": true})], 3)
	_judged(given, set(), {{"code": "by_name", "args": _args("name"), "at": _at}})
}

test_list_without_entries_is_for_review if {
	_judged(_input([], 0), set(), {{"code": "no_list", "args": {"bases": ["Law"]}, "at": ["sources"]}})
}

test_bundle_that_names_nobody_is_for_review if {
	given := object.union(_input([], 3), {"sources": {"looked_up": 0}})
	_judged(given, set(), {{"code": "nothing_looked_up", "args": {}, "at": ["sources"]}})
}

test_without_a_chosen_list_it_does_not_apply if {
	given := object.union(_input([_fit({})], 3), {"parameters": {"origin": {"other_lists": {"legal_bases": []}}}})
	requirement.not_applicable == {{"code": "none_chosen", "args": {}, "at": ["bundle"], "level": "verified"}} with input as given
	_judged(given, set(), set())
}

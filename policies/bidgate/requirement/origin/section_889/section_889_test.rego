package bidgate.requirement.origin.section_889_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.origin.section_889 as requirement

_input(part_a, part_b, fits, entries) := testing.bundle_input({
	"as_of": testing.day(1000),
	"sboms": [testing.sbom({})],
	"declarations": [testing.declaration({"section_889": {"state": "stated", "part_a": part_a, "part_b": part_b}})],
	"data_sets": [testing.data_set({"name": "lists", "kind": "prohibited_sources", "dated": true, "date": testing.day(990)})],
	"sources": {"looked_up": 7, "lists": [{"data_set": 0, "legal_basis": "889", "entries": entries}], "matches": fits},
	"parameters": {"origin": {"section_889": {"legal_bases": ["889"]}}},
})

_no := testing.stated(false)

_yes := testing.stated(true)

_fit(fields) := testing.source_match(object.union(
	{"name": "Bad Ltd", "alias": "Bad", "legal_basis": "889", "field": "supplier", "value": "BAD", "by": "domain"},
	fields,
))

_args(by) := {"name": "Bad Ltd", "basis": "889", "field": "supplier", "value": "BAD", "alias": "Bad", "by": by}

_judged(given, violation, review) if {
	requirement.violation == violation with input as given
	requirement.review == review with input as given
	requirement.basis == set() with input as given
}

test_two_noes_and_nothing_listed_are_a_basis if {
	given := _input(_no, _no, [], 3)
	requirement.basis == {{
		"code": "none_covered",
		"args": {"looked_up": 7, "entries": 3, "bases": ["889"], "sets": ["lists day 990 (0 records)"]},
		"at": ["sources"],
		"level": "asserted",
	}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_yes_is_a_violation if {
	_judged(_input(_yes, _no, [], 3), {{"code": "offered", "args": {}, "at": ["declarations", 0, "section_889", "part_a"]}}, set())
	_judged(_input(_no, _yes, [], 3), {{"code": "used", "args": {}, "at": ["declarations", 0, "section_889", "part_b"]}}, set())
}

test_no_that_the_list_contradicts_is_a_violation if {
	violation := {"code": "contradicted", "args": _args("domain"), "at": ["sources", "matches", 0]}
	_judged(_input(_no, _no, [_fit({})], 3), {violation}, set())
}

test_listed_source_without_a_no_is_a_violation if {
	given := _input({"state": "absent", "value": false}, _no, [_fit({})], 3)
	{"code": "listed", "args": _args("domain"), "at": ["sources", "matches", 0]} in requirement.violation with input as given
	{v.code | some v in requirement.violation} == {"listed", "not_declared"} with input as given
}

test_fit_by_name_alone_is_for_review if {
	given := _input(_no, _no, [_fit({"by": "name", "weak": true})], 3)
	_judged(given, set(), {{"code": "by_name", "args": _args("name"), "at": ["sources", "matches", 0]}})
}

test_answer_that_is_left_out_is_a_violation if {
	at := ["declarations", 0, "section_889"]
	every state in states.missing {
		_judged(_input({"state": state, "value": false}, _no, [], 3), {{"code": "not_declared", "args": {"what": "offered", "state": state}, "at": at}}, set())
		_judged(_input(_no, {"state": state, "value": false}, [], 3), {{"code": "not_declared", "args": {"what": "used", "state": state}, "at": at}}, set())
	}
}

test_answer_that_is_declared_unknown_is_for_review if {
	at := ["declarations", 0, "section_889"]
	every state in states.told {
		_judged(_input({"state": state, "value": false}, _no, [], 3), set(), {{"code": "declared", "args": {"what": "offered", "state": state}, "at": at}})
		_judged(_input(_no, {"state": state, "value": false}, [], 3), set(), {{"code": "declared", "args": {"what": "used", "state": state}, "at": at}})
	}
}

test_list_without_entries_is_for_review if {
	_judged(_input(_no, _no, [], 0), set(), {{"code": "no_list", "args": {"bases": ["889"]}, "at": ["sources"]}})
}

test_bundle_that_names_nobody_is_for_review if {
	given := object.union(_input(_no, _no, [], 3), {"sources": {"looked_up": 0}})
	_judged(given, set(), {{"code": "nothing_looked_up", "args": {}, "at": ["sources"]}})
}

test_no_declaration_is_never_a_basis if {
	requirement.basis == set() with input as object.union(_input(_no, _no, [], 3), {"declarations": []})
}

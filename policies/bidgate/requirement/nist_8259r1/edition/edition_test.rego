package bidgate.requirement.nist_8259r1.edition_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.nist_8259r1.edition as requirement

_input(lists) := testing.bundle_input({
	"declarations": [testing.declaration({"standards": l}) | some l in lists],
	"parameters": {"nist_8259r1": {"edition": {"edition": "2026-04"}}},
})

_standard(id, edition) := testing.standard({"id": testing.stated(id), "edition": edition})

_list(id, edition) := testing.items([_standard("ir8259a", testing.stated("2020-05")), _standard(id, edition)])

_at(i) := ["declarations", i, "standards", "items", 1]

_basis(i, edition) := {"code": "current", "args": {"edition": edition}, "at": _at(i), "level": "asserted"}

test_current_edition_is_a_basis if {
	every id in ["ir8259r1", "IR8259r1", "ir8259"] {
		every edition in ["2026-04", "2026-04-20"] {
			given := _input([_list(id, testing.stated(edition))])
			requirement.basis == {_basis(0, edition)} with input as given
			requirement.violation == set() with input as given
			requirement.review == set() with input as given
		}
	}
}

test_no_edition_named_is_a_violation if {
	empty := {"without it": testing.items([_standard("ir8259a", testing.stated("2020-05"))])}
	every said, list in object.union(empty, {state: {"state": state, "items": []} | some state in states.missing}) {
		given := _input([list])
		requirement.violation == {{
			"code": "not_named",
			"args": {"state": said},
			"at": ["declarations", 0, "standards"],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_standard_without_an_id_does_not_count if {
	every state in testing.unstated {
		standard := testing.standard({"id": {"state": state}, "edition": testing.stated("2026-04")})
		given := _input([testing.items([standard])])
		{v.code | some v in requirement.violation} == {"not_named"} with input as given
		requirement.basis == set() with input as given
	}
}

test_declared_list_is_for_review if {
	every state in states.told {
		given := _input([{"state": state}])
		requirement.review == {{
			"code": "list_declared",
			"args": {"state": state},
			"at": ["declarations", 0, "standards"],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_missing_edition_is_a_violation if {
	every state in states.missing {
		given := _input([_list("ir8259r1", {"state": state, "value": ""})])
		requirement.violation == {{"code": "edition_missing", "args": {"state": state}, "at": _at(0)}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_declared_edition_is_for_review if {
	every state in states.told {
		given := _input([_list("ir8259r1", {"state": state, "value": ""})])
		requirement.review == {{"code": "edition_declared", "args": {"state": state}, "at": _at(0)}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_edition_of_2020_is_for_review if {
	editions := {state: {"state": state, "value": ""} | some state in testing.unstated}
	lists := {_list("ir8259", testing.stated("2020-05"))} | {_list("ir8259-2020", edition) | some edition in editions}
	every list in lists {
		given := _input([list])
		requirement.review == {{"code": "edition_2020", "args": {}, "at": _at(0)}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_other_edition_is_for_review if {
	given := _input([_list("ir8259r1", testing.stated("2025-09"))])
	requirement.review == {{
		"code": "other_edition",
		"args": {"edition": "2025-09", "asked": "2026-04"},
		"at": _at(0),
	}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_old_edition_beside_the_current_one_does_no_harm if {
	given := _input([testing.items([
		_standard("ir8259-2020", testing.stated("2020-05")),
		_standard("ir8259r1", testing.stated("2026-04")),
	])])
	requirement.basis == {_basis(0, "2026-04")} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_each_declaration_speaks_for_itself if {
	given := _input([_list("ir8259r1", testing.stated("2026-04")), {"state": "absent"}])
	requirement.basis == {_basis(0, "2026-04")} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_declaration_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

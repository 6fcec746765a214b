package bidgate.requirement.conformity.registers_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.conformity.registers as requirement

_paper(fields) := testing.evidence_item(object.union(
	{"id": testing.stated("E1"), "kind": testing.stated("certificate"), "author": testing.stated("TestBody Ltd")},
	fields,
))

_over(evidence, accredited, suspended) := testing.bundle_input({
	"declarations": [testing.declaration({"evidence": evidence})],
	"parameters": {"conformity": {"registers": {"accredited": accredited, "suspended": suspended}}},
})

_input(papers) := _over(testing.items(papers), [" testbody ltd"], ["E9", "Old certificate"])

_codes(set) := {s.code | some s in set}

test_body_that_was_looked_up_is_a_basis if {
	given := _input([_paper({}), _paper({"id": testing.stated("E2"), "kind": testing.stated("test_report")}), _paper({"kind": testing.stated("policy"), "author": testing.stated("Other")})])
	{[b.code, b.args.id, b.args.body, b.level] | some b in requirement.basis} == {
		["accredited", "E1", "TestBody Ltd", "verified"],
		["accredited", "E2", "TestBody Ltd", "verified"],
	} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_suspended_paper_is_a_violation if {
	every fields in [{"id": testing.stated("e9")}, {"id": testing.stated("E3"), "title": testing.stated("old certificate ")}] {
		given := _input([_paper({}), _paper(fields)])
		{[v.code, v.at[4]] | some v in requirement.violation} == {["suspended", 1]} with input as given
		requirement.basis == set() with input as given
	}
}

test_body_that_was_not_looked_up_is_for_review if {
	given := _input([_paper({}), _paper({"id": testing.stated("E2"), "author": testing.stated("Other")})])
	{[r.code, r.args.body] | some r in requirement.review} == {["not_looked_up", "Other"]} with input as given
	requirement.basis == set() with input as given
}

test_paper_of_nobody_is_for_review if {
	every state in states.missing | states.told {
		given := _input([_paper({"author": {"state": state}})])
		{[r.code, r.args.state] | some r in requirement.review} == {["no_body", state]} with input as given
		requirement.basis == set() with input as given
	}
}

test_paper_without_an_id_is_for_review if {
	given := _input([_paper({"id": {"state": "absent"}})])
	_codes(requirement.review) == {"no_id"} with input as given
	requirement.basis == set() with input as given
}

test_list_that_is_not_told_is_for_review if {
	every state in states.told {
		given := _over({"state": state, "items": []}, ["Body"], [])
		_codes(requirement.review) == {"list_declared"} with input as given
		requirement.not_applicable == set() with input as given
		requirement.basis == set() with input as given
	}
}

test_nothing_looked_up_is_nothing_to_judge if {
	given := _over(testing.items([_paper({})]), [], [])
	_codes(requirement.not_applicable) == {"not_asked"} with input as given
	requirement.review == set() with input as given
	requirement.basis == set() with input as given
}

test_no_paper_is_nothing_to_judge if {
	given := _input([])
	_codes(requirement.not_applicable) == {"no_papers"} with input as given
	requirement.review == set() with input as given
	requirement.basis == set() with input as given
}

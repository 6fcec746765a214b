package bidgate.requirement.declaration.evidence_resolves_test

import data.bidgate.lib.testing
import data.bidgate.requirement.declaration.evidence_resolves as requirement

_input(declarations) := testing.bundle_input({"declarations": [testing.declaration({"answers": [testing.answer({
	"requirement": testing.stated("ir8259a-SU-2"),
	"evidence": [testing.proof({"ref": testing.stated("e1"), "pointer": testing.stated("/a"), "outcome": o}) |
		some o in outcomes
	],
})]}) |
	some outcomes in declarations
]})

_args := {"clause": "ir8259a-SU-2", "ref": "e1"}

_at(p) := ["declarations", 0, "answers", 0, "evidence", p]

test_evidence_that_is_there_is_a_basis if {
	given := _input([["same", "no_digest"]])
	requirement.basis == {{
		"code": "found",
		"args": {"n": 2, "plain": 1},
		"at": ["declarations", 0, "answers"],
		"level": "verified",
	}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_evidence_that_is_not_there_is_a_violation if {
	codes := {"dangling": "no_such_evidence", "none": "no_such_evidence", "missing": "not_sent", "differs": "other_file"}
	every outcome, code in codes {
		given := _input([["same", outcome]])
		requirement.violation == {{"code": code, "args": _args, "at": _at(1)}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
		requirement.not_applicable == set() with input as given
	}
}

test_evidence_without_a_name_is_a_violation if {
	every state in testing.unstated {
		given := testing.bundle_input({"declarations": [testing.declaration({"answers": [testing.answer({
			"requirement": testing.stated("ir8259a-SU-2"),
			"evidence": [testing.proof({"ref": {"state": state, "value": ""}, "outcome": "same"})],
		})]})]})
		{v.code | some v in requirement.violation} == {"no_such_evidence"} with input as given
		requirement.basis == set() with input as given
	}
}

test_pointer_that_leads_nowhere_is_a_violation if {
	given := _input([["pointer"]])
	requirement.violation == {{
		"code": "no_such_place",
		"args": object.union(_args, {"pointer": "/a"}),
		"at": _at(0),
	}} with input as given
	requirement.basis == set() with input as given
}

test_web_address_is_for_review if {
	given := _input([["same", "url"]])
	requirement.review == {{"code": "not_opened", "args": _args, "at": _at(1)}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_answers_without_evidence_make_it_not_applicable if {
	given := _input([[]])
	requirement.not_applicable == {{
		"code": "no_evidence",
		"args": {},
		"at": ["declarations", 0, "answers"],
		"level": "verified",
	}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_each_declaration_speaks_for_itself if {
	given := _input([["missing"], ["same"], ["url"], []])
	{v.at[1] | some v in requirement.violation} == {0} with input as given
	{b.at[1] | some b in requirement.basis} == {1} with input as given
	{r.at[1] | some r in requirement.review} == {2} with input as given
	{n.at[1] | some n in requirement.not_applicable} == {3} with input as given
}

test_no_declaration_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

_sized(bytes) := testing.bundle_input({
	"bundle": {"documents": [testing.document({"path": "report.md", "size": bytes})]},
	"declarations": [testing.declaration({"answers": [testing.answer({
		"requirement": testing.stated("ir8259a-SU-2"),
		"evidence": [testing.proof({"ref": testing.stated("e1"), "outcome": "same", "document": 0})],
	})]})],
})

test_empty_file_is_a_violation if {
	given := _sized(0)
	requirement.violation == {{"code": "empty_file", "args": _args, "at": _at(0)}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as _sized(1)
}

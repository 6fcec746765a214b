package bidgate.requirement.screening.documents_sound_test

import data.bidgate.lib.testing
import data.bidgate.requirement.screening.documents_sound as requirement

_document(fields) := testing.document(object.union({"path": "a.yaml", "kinds": ["declaration"], "readable": true}, fields))

_input(documents) := testing.bundle_input({"bundle": {"documents": [_document(d) | some d in documents]}})

_problem(code) := {"problems": [testing.problem({"code": code, "message": "two ways"})]}

_warned(code) := testing.bundle_input({
	"bundle": {"documents": [_document({"kinds": ["threat_model"]})]},
	"threat_models": [testing.threat_model({"document": 0, "warnings": [{"code": code, "text": "two ways", "location": ""}]})],
})

_proof := {"problems": [testing.problem({"code": "dangling_reference", "at": {"pointer": "/answers/3/evidence/0/ref", "line": 1, "column": 1}})]}

_members := {"contradiction", "reference", "double", "value", "entry", "whole"}

_at := ["bundle", "documents", 0, "problems", 0]

_found(member, at) := {{"member": member, "code": "found", "args": {"path": "a.yaml", "text": "two ways"}, "at": at}}

_basis(members) := {{"member": member, "code": "none_found", "args": {"documents": 1}, "at": ["bundle"], "level": "verified"} | some member in members}

test_sound_document_is_a_basis if {
	given := _input([{}])
	requirement.basis == _basis(_members) with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_problem_is_a_violation_of_its_member if {
	every code, member in {
		"contradiction": "contradiction",
		"dangling_reference": "reference",
		"duplicate_answer": "double",
		"bad_date": "value",
		"unknown_field": "entry",
	} {
		given := _input([_problem(code)])
		requirement.violation == _found(member, _at) with input as given
		requirement.basis == _basis(_members - {member}) with input as given
	}
}

test_warning_of_a_model_is_one_too if {
	every code, member in {"status_without_mitigation": "contradiction", "dangling": "reference", "incomplete": "whole"} {
		given := _warned(code)
		requirement.violation == _found(member, ["threat_models", 0, "warnings", 0]) with input as given
		requirement.basis == _basis(_members - {member}) with input as given
	}
}

test_what_others_judge_is_not_told_again if {
	every fields in [_problem("digest_differs"), object.union({"kinds": ["sbom"]}, _problem("wrong_type")), _proof] {
		given := _input([fields])
		requirement.violation == set() with input as given
		requirement.basis == _basis(_members) with input as given
	}
}

test_list_that_was_cut_is_for_review if {
	given := _input([{"problems": [testing.problem({"code": "limit", "limit": "MaxProblems"})]}])
	requirement.review == {{"member": member, "code": "unlisted", "args": {"path": "a.yaml"}, "at": ["bundle", "documents", 0]} | some member in _members} with input as given
	requirement.basis == set() with input as given
}

test_nothing_read_is_no_basis if {
	every fields in [{"readable": false}, {"kinds": ["attachment"]}] {
		given := _input([fields])
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_without_a_document_to_look_into_nothing_is_asked if {
	every fields in [{"kinds": ["attachment"]}, {"readable": false}] {
		given := _input([fields])
		requirement.not_applicable == {{"member": member, "code": "none_read", "args": {}, "at": ["bundle"], "level": "verified"} | some member in _members} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
		requirement.review == set() with input as given
	}
}

package bidgate.requirement.nist_8259r1.accountable_person_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.nist_8259r1.accountable_person as requirement

_input(lists) := testing.bundle_input({
	"as_of": testing.day(1000),
	"declarations": [_declaration(answers, _hanna) | some answers in lists],
	"parameters": {"nist_8259r1": {"accountable_person": {"max_age_days": 730}}},
})

_declaration(answers, person) := testing.declaration({
	"people": testing.items([testing.declared_person(person)]),
	"answers": [_answer(a) | some a in answers],
	"clauses": {"ir8259r1-A0.1": {"answers": [a | some a, _ in answers], "inherited": true}},
})

_hanna := {
	"id": testing.stated("hanna"),
	"name": testing.stated("Hanna Brook"),
	"role": testing.stated("Head of Product Security"),
}

_answer(fields) := testing.answer(object.union(
	{
		"status": testing.stated("met"),
		"statement": testing.stated("She can stop a release."),
		"responsible": testing.stated("hanna"),
		"date": testing.date(900),
	},
	fields,
))

_said(code, args) := {{"code": code, "args": args, "at": ["declarations", 0, "answers", 0]}}

_basis(i, a, level) := {
	"code": "accountable",
	"args": {"person": "Hanna Brook", "day": 900},
	"at": ["declarations", i, "answers", a],
	"level": level,
}

# Fields of an answer, by what messages call them.
_fields := {"status": "status", "statement": "statement", "responsible": "responsible person", "date": "date"}

_unstated(field, state) := {field: {"state": state, "value": ""}} if {
	field != "date"
} else := {"date": {"state": state}}

test_named_person_is_a_basis if {
	given := _input([[{}]])
	requirement.basis == {_basis(0, 0, "asserted")} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_document_of_that_digest_makes_it_evidenced if {
	given := _input([[{"evidence": [testing.proof({"outcome": "url"}), testing.proof({"outcome": "same"})]}]])
	requirement.basis == {_basis(0, 0, "evidenced")} with input as given
}

test_no_answer_is_a_violation if {
	given := _input([[]])
	requirement.violation == {{"code": "unanswered", "args": {}, "at": ["declarations", 0, "answers"]}} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_not_met_is_a_violation if {
	given := _input([[{"status": testing.stated("not_met")}]])
	requirement.violation == _said("not_met", {}) with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_missing_field_is_a_violation if {
	every field, name in _fields {
		every state in states.missing {
			given := _input([[_unstated(field, state)]])
			requirement.violation == _said("not_stated", {"field": name, "state": state}) with input as given
			requirement.basis == set() with input as given
			requirement.review == set() with input as given
		}
	}
}

test_declared_field_is_for_review if {
	every field, name in _fields {
		every state in states.told {
			given := _input([[_unstated(field, state)]])
			requirement.review == _said("declared", {"field": name, "state": state}) with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_person_who_is_not_listed_with_a_role_is_a_violation if {
	persons := {object.union(_hanna, {field: {"state": state, "value": ""}}) |
		some field in ["id", "name", "role"]
		some state in testing.unstated
		{field, state} - states.told != {"role"} # a role that is not told is for review
	}
	every person in persons {
		given := testing.bundle_input({
			"as_of": testing.day(1000),
			"declarations": [_declaration([{}], person)],
			"parameters": {"nist_8259r1": {"accountable_person": {"max_age_days": 730}}},
		})
		requirement.violation == _said("unknown_person", {"person": "hanna"}) with input as given
		requirement.basis == set() with input as given
	}
}

test_answer_of_the_future_is_a_violation if {
	given := _input([[{"date": testing.date(1001)}]])
	requirement.violation == _said("in_future", {"day": 1001, "as_of": 1000}) with input as given
	requirement.basis == set() with input as given
}

test_old_answer_is_a_violation if {
	given := _input([[{"date": testing.date(269)}]])
	requirement.violation == _said("too_old", {"day": 269, "max_age_days": 730}) with input as given
	requirement.basis == set() with input as given
}

test_answer_that_is_not_clear_is_for_review if {
	every status in ["partial", "not_applicable"] {
		given := _input([[{"status": testing.stated(status)}]])
		requirement.review == _said("not_clear", {"status": status}) with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_worst_answer_counts if {
	given := _input([[{}, {"status": testing.stated("not_met")}]])
	requirement.basis == set() with input as given
	{v.at[3] | some v in requirement.violation} == {1} with input as given
}

test_each_declaration_speaks_for_itself if {
	given := _input([[{}], []])
	requirement.basis == {_basis(0, 0, "asserted")} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_declaration_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_person_whose_role_is_not_told_is_for_review if {
	every state in states.told {
		person := object.union(_hanna, {"role": {"state": state, "value": ""}})
		given := object.union(_input([]), {"declarations": [_declaration([{}], person)]})
		requirement.review == _said("declared", {"field": "role of the responsible person", "state": state}) with input as given
		requirement.violation == set() with input as given
		requirement.basis == set() with input as given
	}
}

package bidgate.requirement.nist_8259r1.capability_families_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.nist_8259r1.capability_families as requirement

_input(lists) := testing.bundle_input({
	"declarations": [testing.declaration({"answers": [testing.answer(a) | some a in l]}) | some l in lists],
	"parameters": {"nist_8259r1": {"capability_families": {"families": ["ir8259a-DI", "ir8259a-SU"]}}},
})

_answer(clause, status) := {"requirement": testing.stated(clause), "status": testing.stated(status)}

_di := _answer("ir8259a-DI", "met")

_excluded(reason) := object.union(_answer("ir8259a-SU", "not_applicable"), {"justification": reason})

_at(i) := ["declarations", i, "answers"]

_basis(i) := {"code": "answered", "args": {"families": 2}, "at": _at(i), "level": "asserted"}

_said(code) := {{"code": code, "args": {"family": "ir8259a-SU"}, "at": array.concat(_at(0), [1])}}

test_answers_to_each_family_are_a_basis if {
	every status in ["met", "partial", "not_met"] {
		every clause in ["ir8259a-SU", "ir8259a-SU-2"] {
			given := _input([[_di, _answer(clause, status)]])
			requirement.basis == {_basis(0)} with input as given
			requirement.violation == set() with input as given
			requirement.review == set() with input as given
		}
	}
}

test_family_left_out_with_a_reason_is_a_basis if {
	given := _input([[_di, _excluded(testing.stated("It cannot be updated."))]])
	requirement.basis == {_basis(0)} with input as given
	requirement.violation == set() with input as given
}

test_family_without_an_answer_is_a_violation if {
	every clause in ["ir8259a-DI-3", "ir8259a-SUX", "ir8259r1-A4"] {
		given := _input([[_di, _answer(clause, "met")]])
		requirement.violation == {{
			"code": "unanswered",
			"args": {"families": ["ir8259a-SU"]},
			"at": _at(0),
		}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_answer_to_an_unstated_clause_does_not_count if {
	every state in testing.unstated {
		given := _input([[_di, {"requirement": {"state": state}, "status": testing.stated("met")}]])
		{v.code | some v in requirement.violation} == {"unanswered"} with input as given
		requirement.basis == set() with input as given
	}
}

test_missing_status_is_a_violation if {
	every state in states.missing {
		given := _input([[_di, {"requirement": testing.stated("ir8259a-SU"), "status": {"state": state}}]])
		{v.code | some v in requirement.violation} == {"unanswered"} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_family_left_out_without_a_reason_is_a_violation if {
	every state in states.missing {
		given := _input([[_di, _excluded({"state": state})]])
		requirement.violation == _said("no_reason") with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_answer_or_reason_that_is_not_told_is_for_review if {
	every state in states.told {
		every answer in [
			_excluded({"state": state}),
			{"requirement": testing.stated("ir8259a-SU"), "status": {"state": state}},
		] {
			given := _input([[_di, answer]])
			requirement.review == _said("untold") with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_one_answer_is_enough_for_a_family if {
	given := _input([[_di, _excluded({"state": "absent"}), _answer("ir8259a-SU-1", "met")]])
	requirement.basis == {_basis(0)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_each_declaration_speaks_for_itself if {
	given := _input([[_di, _answer("ir8259a-SU", "met")], []])
	requirement.basis == {_basis(0)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_declaration_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

package bidgate.requirement.declaration.family_answers_test

import data.bidgate.lib.testing
import data.bidgate.requirement.declaration.family_answers as requirement

_answer(clause, fields) := testing.answer(object.union({"requirement": testing.stated(clause), "status": testing.stated("met")}, fields))

_input(answers) := testing.bundle_input({"declarations": [testing.declaration({"answers": answers})]})

_why := {"status": testing.stated("not_applicable"), "justification": testing.stated("There is none.")}

_at := ["declarations", 0, "answers", 0]

test_family_with_its_words_is_a_basis if {
	every fields in [{"statement": testing.stated("As built.")}, _why] {
		given := _input([_answer("ir8259a-DI", fields)])
		requirement.basis == {{"code": "explained", "args": {"n": 1}, "at": ["declarations", 0], "level": "asserted"}} with input as given
		requirement.violation == set() with input as given
		requirement.review == set() with input as given
	}
}

test_family_without_its_words_is_a_violation if {
	every code, fields in {"no_statement": {}, "no_reason": {"status": testing.stated("not_applicable")}} {
		given := _input([_answer("ir8259a-DI", fields)])
		requirement.violation == {{"code": code, "args": {"family": "ir8259a-DI"}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.not_applicable == set() with input as given
	}
}

test_family_without_a_status_is_a_violation if {
	given := _input([_answer("ir8259a-DI", {"status": {"state": "absent", "value": ""}})])
	requirement.violation == {{"code": "no_status", "args": {"family": "ir8259a-DI", "state": "absent"}, "at": _at}} with input as given
	requirement.basis == set() with input as given
}

test_family_that_is_not_told_is_for_review if {
	every state in ["unknown", "withheld", "unsupported"] {
		given := _input([_answer("ir8259a-DI", {"statement": {"state": state, "value": ""}})])
		requirement.review == {{"code": "untold", "args": {"family": "ir8259a-DI"}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_member_that_is_met_speaks_against_not_applicable if {
	given := _input([_answer("ir8259a-DI", _why), _answer("ir8259a-DI-1", {"statement": testing.stated("So.")})])
	requirement.review == {{"code": "disagrees", "args": {"family": "ir8259a-DI", "clause": "ir8259a-DI-1"}, "at": _at}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_family_that_speaks_for_a_clause_is_judged_there if {
	given := testing.bundle_input({"declarations": [testing.declaration({
		"answers": [_answer("ir8259a-DI", {})],
		"clauses": {"ir8259a-DI-1": {"answers": [0], "inherited": true}},
	})]})
	requirement.not_applicable == {{"code": "none", "args": {}, "at": ["declarations", 0], "level": "verified"}} with input as given
	requirement.violation == set() with input as given
	requirement.basis == set() with input as given
}

test_other_answers_are_not_asked_here if {
	given := _input([_answer("ir8259a-DI-1", {})])
	count(requirement.not_applicable) == 1 with input as given
	requirement.violation == set() with input as given
	requirement.basis == set() with input as given
}

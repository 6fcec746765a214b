package bidgate.requirement.declaration.answer_words_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.declaration.answer_words as requirement

_input(answers) := testing.bundle_input({
	"parameters": {"declaration": {"answer_words": {"words": [`\bnot (yet )?implemented\b`], "denials": [`^not (yet )?implemented\b`, `^planned\b`]}}},
	"declarations": [testing.declaration({"answers": [testing.answer({
		"requirement": testing.stated("ir8259a-SU-2"),
		"status": testing.stated(status),
		"statement": statement,
	}) |
		some [status, statement] in answers
	]})],
})

_at := ["declarations", 0, "answers", 0]

test_plain_words_are_a_basis if {
	given := _input([["met", testing.stated("Signatures are checked; none is left out.")]])
	requirement.basis == {{"code": "plain", "args": {"n": 1}, "at": ["declarations", 0], "level": "verified"}} with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_words_of_what_is_not_there_yet_are_for_review if {
	every text in ["For the display this is not yet implemented."] {
		given := _input([["met", testing.stated(text)]])
		requirement.review == {{"code": "not_yet", "args": {"clause": "ir8259a-SU-2"}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.not_applicable == set() with input as given
	}
}

test_words_that_deny_are_a_violation if {
	every text in ["Not yet implemented.", "Planned for release 6."] {
		given := _input([["met", testing.stated(text)]])
		requirement.violation == {{"code": "denied", "args": {"clause": "ir8259a-SU-2"}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_other_answers_are_not_read if {
	every answers in [[], [["not_met", testing.stated("Not yet implemented.")]], [["met", {"state": "absent"}]]] {
		given := _input(answers)
		requirement.not_applicable == {{"code": "none", "args": {}, "at": ["declarations", 0], "level": "verified"}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

_blank(clause, state) := object.union(_input([]), {"declarations": [testing.declaration({"answers": [testing.answer({
	"requirement": testing.stated(clause),
	"status": testing.stated("met"),
	"statement": {"state": state, "value": ""},
})]})]})

test_answer_of_yes_that_says_nothing_is_for_review if {
	every state in states.missing {
		given := _blank("ir8259r1-A4", state)
		requirement.review == {{"code": "silent", "args": {"clause": "ir8259r1-A4", "state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.not_applicable == set() with input as given
	}
}

test_clause_of_another_table_is_asked_there if {
	every clause in ["ir8259a-SU-2", "IR8259A-SU", "sag-GOV-02"] {
		given := _blank(clause, "placeholder")
		requirement.review == set() with input as given
		{n.code | some n in requirement.not_applicable} == {"none"} with input as given
	}
}

package bidgate.requirement.conformity.other_schemes_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.conformity.other_schemes as requirement

_input(clauses) := testing.bundle_input({"declarations": [testing.declaration({
	"answers": [testing.answer({"requirement": testing.stated(clause)}) | some clause in clauses],
	"clauses": {"ir8259r1-A1": {"answers": [], "inherited": false}},
})]})

test_known_clauses_are_a_basis if {
	given := _input(["CRA-I-2c", "cra-I-2e", "ir8259a-la-4", "ir8259r1-a1", "bidgate-AUT-1"])
	requirement.basis == {{"code": "known", "args": {"n": 5}, "at": ["declarations", 0, "answers"], "level": "verified"}} with input as given
	requirement.review == set() with input as given
}

test_clauses_of_other_schemes_are_for_review if {
	given := _input(["cra-I-2e", "jc-star-1", "jc-star-2"])
	requirement.review == {{
		"code": "other",
		"args": {"n": 2, "clause": "jc-star-1"},
		"at": ["declarations", 0, "answers", 1],
	}} with input as given
	requirement.basis == set() with input as given
}

_unnamed(state) := testing.bundle_input({"declarations": [testing.declaration({"answers": [testing.answer({"requirement": {"state": state}})]})]})

test_answer_without_a_clause_is_a_violation if {
	every state in states.missing {
		given := _unnamed(state)
		{[v.code, v.args.state] | some v in requirement.violation} == {["no_clause", state]} with input as given
		requirement.basis == set() with input as given
	}
}

test_answer_whose_clause_is_not_told_is_for_review if {
	every state in states.told {
		given := _unnamed(state)
		{[r.code, r.args.state] | some r in requirement.review} == {["clause_declared", state]} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_no_answers_are_nothing_to_compare if {
	given := _input([])
	{n.code | some n in requirement.not_applicable} == {"no_answers"} with input as given
	requirement.basis == set() with input as given
}

test_clauses_that_state_a_level_are_known if {
	given := _input(["iec62443-4-2-FR-1-SL-2", "iec62443-4-1-SM-ML-3", "IEC62443-4-1-ML-2"])
	{b.args.n | some b in requirement.basis} == {3} with input as given
	requirement.review == set() with input as given
}

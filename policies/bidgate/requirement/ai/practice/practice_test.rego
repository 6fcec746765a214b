package bidgate.requirement.ai.practice_test

import data.bidgate.lib.testing
import data.bidgate.requirement.ai.practice as requirement

_input(answers) := testing.bundle_input({"declarations": [testing.declaration({"answers": [
testing.answer(object.union({"requirement": testing.stated("bidgate-AI-04-metadata")}, fields)) |
	some fields in answers
]})]})

_met := {"status": testing.stated("met"), "statement": testing.stated("See the guide.")}

_answered := ["declarations", 0, "answers", 0]

# What was said of the first row, without its place.
_codes(set) := {s.code | some s in set; s.member == "bidgate-AI-04-metadata"}

test_met_is_a_basis if {
	given := _input([_met])
	requirement.basis == {{"member": "bidgate-AI-04-metadata", "code": "met", "args": {}, "at": _answered, "level": "asserted"}} with input as given
	_codes(requirement.violation) == set() with input as given
}

test_met_with_a_document_is_evidenced if {
	given := _input([object.union(_met, {"evidence": [testing.proof({"outcome": "same"})]})])
	{b.level | some b in requirement.basis} == {"evidenced"} with input as given
}

test_rows_without_an_answer_are_violations if {
	given := _input([])
	unanswered := {v.member | some v in requirement.violation; v.code == "unanswered"; v.at == ["declarations", 0]} with input as given
	count(unanswered) == 12
	requirement.basis == set() with input as given
}

test_refused_and_bare_answers_are_violations if {
	cases := {
		"not_met": {"status": testing.stated("not_met")},
		"no_status": {"status": {"state": "placeholder"}},
		"no_statement": {"status": testing.stated("met")},
		"no_reason": {"status": testing.stated("not_applicable")},
	}
	every code, answer in cases {
		given := _input([answer])
		_codes(requirement.violation) == {code} with input as given
		requirement.basis == set() with input as given
	}
}

test_open_answers_are_for_review if {
	cases := {
		"partial": {"status": testing.stated("partial")},
		"partial_with_plan": {"status": testing.stated("partial"), "plan": testing.stated("later"), "due": testing.date(500)},
		"unknown": {"status": testing.stated("unknown")},
		"untold": {"status": {"state": "withheld"}},
	}
	every code, answer in cases {
		given := _input([answer])
		_codes(requirement.review) == {code} with input as given
		requirement.basis == set() with input as given
		_codes(requirement.violation) == set() with input as given
	}
}

test_not_applicable_with_a_reason_is_taken_down if {
	given := _input([{"status": testing.stated("not_applicable"), "justification": testing.stated("No such part.")}])
	requirement.not_applicable == {{
		"member": "bidgate-AI-04-metadata",
		"code": "does_not_apply",
		"args": {},
		"at": _answered,
		"level": "asserted",
	}} with input as given
	requirement.basis == set() with input as given
}

test_worst_answer_counts if {
	given := _input([_met, {"status": testing.stated("not_met")}])
	requirement.basis == set() with input as given
	_codes(requirement.violation) == {"not_met"} with input as given
}

test_product_without_ai_need_not_answer_but_for_code if {
	given := testing.bundle_input({"declarations": [testing.declaration({"ai": {"state": "stated", "used": testing.stated(false)}})]})
	{v.member | some v in requirement.violation} == {"bidgate-AI-11"} with input as given
	{[n.code, n.level] | some n in requirement.not_applicable} == {["no_ai", "asserted"]} with input as given
	requirement.basis == set() with input as given
}

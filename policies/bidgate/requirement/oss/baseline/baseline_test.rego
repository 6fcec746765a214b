package bidgate.requirement.oss.baseline_test

import data.bidgate.lib.testing
import data.bidgate.requirement.oss.baseline as requirement

_input(answers) := testing.bundle_input({"parameters": {"oss": {"baseline": {"min_level": 1}}}, "declarations": [testing.declaration({"answers": [
testing.answer(object.union({"requirement": testing.stated("bidgate-OSS-01")}, fields)) |
	some fields in answers
]})]})

_met := {"status": testing.stated("met"), "statement": testing.stated("Level 2, see the log of the evaluation.")}

_answered := ["declarations", 0, "answers", 0]

# What was said of the first row, without its place.
_codes(set) := {s.code | some s in set; s.member == "bidgate-OSS-01"}

test_met_is_a_basis if {
	given := _input([_met])
	requirement.basis == {{"member": "bidgate-OSS-01", "code": "met", "args": {}, "at": _answered, "level": "asserted"}} with input as given
	_codes(requirement.violation) == set() with input as given
}

test_met_with_a_document_is_evidenced if {
	given := _input([object.union(_met, {"evidence": [testing.proof({"outcome": "same"})]})])
	{b.level | some b in requirement.basis} == {"evidenced"} with input as given
}

test_rows_without_an_answer_are_violations if {
	given := _input([])
	unanswered := {v.member | some v in requirement.violation; v.code == "unanswered"; v.at == ["declarations", 0]} with input as given
	count(unanswered) == 1
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
		"member": "bidgate-OSS-01",
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

_worded(words) := _input([object.union(_met, {"statement": testing.stated(words)})])

test_level_below_what_is_asked_is_a_violation if {
	given := _worded("We follow maturity level 1.")
	{[v.code, v.args] | some v in requirement.violation} == {["below", {"level": 1, "least": 2}]} with input as given
		with input.parameters.oss.baseline.min_level as 2
	requirement.basis == set() with input as given
		with input.parameters.oss.baseline.min_level as 2
	{b.code | some b in requirement.basis} == {"met"} with input as given
}

test_level_that_is_not_told_is_for_review if {
	every words in ["We follow the baseline.", "Each level.", "Level 7."] {
		_codes(requirement.review) == {"no_level"} with input as _worded(words)
		requirement.basis == set() with input as _worded(words)
		_codes(requirement.violation) == set() with input as _worded(words)
	}
}

test_several_levels_are_for_review if {
	given := _worded("Level 1 now, and level 2 next year.")
	{[r.code, r.args.level] | some r in requirement.review} == {["several", 1]} with input as given
	requirement.basis == set() with input as given
	_codes(requirement.violation) == set() with input as given
}

test_worst_of_two_answers_counts_for_levels if {
	given := _input([_met, object.union(_met, {"statement": testing.stated("We follow it.")})])
	_codes(requirement.review) == {"no_level"} with input as given
	requirement.basis == set() with input as given
}

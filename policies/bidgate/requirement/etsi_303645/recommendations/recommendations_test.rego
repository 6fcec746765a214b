package bidgate.requirement.etsi_303645.recommendations_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.etsi_303645.recommendations as requirement

_input(asked, answers) := testing.bundle_input({
	"declarations": [testing.declaration({"answers": [
	testing.answer(object.union({"requirement": testing.stated(clause)}, fields)) |
		some clause, fields in answers
	]})],
	"parameters": {"etsi_303645": {"recommendations": {"recommendations": asked}}},
})

_met := {"status": testing.stated("met")}

_reason := {"status": testing.stated("not_met"), "justification": testing.stated("It has no screen.")}

_codes(set) := {s.code | some s in set}

test_answered_recommendations_are_a_basis if {
	given := _input(2, {"en303645-5.9-1": _met, "en303645-5.12-1": _reason, "en303645-5.2-1": {}})
	requirement.basis == {{"code": "reasoned", "args": {"n": 2}, "at": ["declarations", 0, "answers"], "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_fewer_answers_are_for_review if {
	given := _input(2, {"en303645-5.9-1": _met})
	requirement.review == {{"code": "too_few", "args": {"n": 1, "asked": 2}, "at": ["declarations", 0]}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_refusal_without_a_reason_is_a_violation if {
	every fields in [
		{"status": testing.stated("not_met")},
		{"status": testing.stated("not_applicable"), "justification": {"state": "placeholder"}},
		{"status": testing.stated("unknown"), "justification": testing.stated("We do not know.")},
		{"status": {"state": "absent"}},
	] {
		given := _input(1, {"en303645-5.9-1": fields})
		requirement.violation == {{
			"code": "no_reason",
			"args": {"clause": "en303645-5.9-1"},
			"at": ["declarations", 0, "answers", 0],
		}} with input as given
		requirement.basis == set() with input as given
	}
}

test_answer_that_is_not_told_is_for_review if {
	every state in states.told {
		every fields in [{"status": {"state": state}}, {"status": testing.stated("not_met"), "justification": {"state": state}}] {
			given := _input(1, {"en303645-5.9-1": fields})
			_codes(requirement.review) == {"untold"} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

package bidgate.requirement.trust_mark.label_test

import data.bidgate.lib.testing
import data.bidgate.requirement.trust_mark.label as requirement

_over(since, answers) := testing.bundle_input({
	"as_of": testing.day(1000),
	"declarations": [testing.declaration({"answers": [
	testing.answer(object.union({"requirement": testing.stated("ctm-1-product")}, fields)) |
		some fields in answers
	]})],
	"parameters": {"trust_mark": {"label": {"operating_since": since}}},
})

_running := {"set": true, "value": testing.day(1000)}

_input(answers) := _over(_running, answers)

_met := {"status": testing.stated("met"), "statement": testing.stated("Gate 2.")}

_answered := ["declarations", 0, "answers", 0]

_codes(set) := {s.code | some s in set; s.member == "ctm-1-product"}

test_met_is_a_basis_while_the_programme_runs if {
	given := _input([_met])
	requirement.basis == {{"member": "ctm-1-product", "code": "met", "args": {}, "at": _answered, "level": "asserted"}} with input as given
	_codes(requirement.violation) == set() with input as given
	_codes(requirement.review) == set() with input as given
	{v.member | some v in requirement.violation; v.code == "unanswered"} == {"ctm-1-administrator", "ctm-1-laboratory", "ctm-1-register"} with input as given
}

test_claim_is_for_review_while_the_programme_does_not_run if {
	every since in [{"set": false, "value": testing.day(0)}, {"set": true, "value": testing.day(1001)}] {
		given := _over(since, [_met])
		_codes(requirement.review) == {"not_operating"} with input as given
		requirement.basis == set() with input as given
	}
}

test_product_that_claims_no_label_has_nothing_to_judge if {
	given := _input([])
	{n.code | some n in requirement.not_applicable} == {"not_claimed"} with input as given
	requirement.violation == set() with input as given
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
	}
}

test_not_applicable_with_a_reason_is_taken_down if {
	given := _input([{"status": testing.stated("not_applicable"), "justification": testing.stated("No label.")}])
	_codes(requirement.not_applicable) == {"does_not_apply"} with input as given
	requirement.basis == set() with input as given
}

test_worst_answer_counts if {
	given := _input([_met, {"status": testing.stated("not_met")}])
	requirement.basis == set() with input as given
	_codes(requirement.violation) == {"not_met"} with input as given
}

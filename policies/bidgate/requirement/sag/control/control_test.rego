package bidgate.requirement.sag.control_test

import data.bidgate.lib.testing
import data.bidgate.requirement.sag.control as requirement

_input(answers, strict) := testing.bundle_input({
	"declarations": [testing.declaration({"answers": [
	testing.answer(object.union({"requirement": testing.stated(id)}, fields)) |
		some [id, fields] in answers
	]})],
	"parameters": {"sag": {"control": {"strict": strict}}},
})

_met := {"status": testing.stated("met"), "statement": testing.stated("See the worksheet.")}

_refused := {"status": testing.stated("not_met")}

_at(a) := ["declarations", 0, "answers", a]

_codes(set, member) := {s.code | some s in set; s.member == member}

test_answered_control_is_a_basis if {
	given := _input([["sag-DEV-03", _met]], false)
	requirement.basis == {{"member": "sag-DEV-03", "code": "met", "args": {}, "at": _at(0), "level": "asserted"}} with input as given
	_codes(requirement.violation, "sag-DEV-03") == set() with input as given
}

test_one_gate_stands_for_its_controls if {
	given := _input([["sag-GOV-15", _met]], false)
	{b.member | some b in requirement.basis} == {"sag-DEV-02", "sag-DEV-10", "sag-DEV-13"} with input as given
	{b.args.gate | some b in requirement.basis} == {"sag-GOV-15"} with input as given
	_codes(requirement.violation, "sag-DEV-10") == set() with input as given
}

test_attestation_stands_for_twenty_five_controls if {
	given := _input([["sag-GOV-01", _met]], false)
	count({b.member | some b in requirement.basis}) == 25 with input as given
	count({v.member | some v in requirement.violation}) == 33 with input as given
}

test_strict_asks_for_every_gate if {
	one := _input([["sag-GOV-15", _met]], true)
	{b.member | some b in requirement.basis} == {"sag-DEV-02", "sag-DEV-13"} with input as one
	all := _input([["sag-GOV-15", _met], ["sag-GOV-01", _met], ["sag-GOV-08", _met]], true)
	_codes(requirement.basis, "sag-DEV-10") == {"excused"} with input as all
}

test_gate_that_is_also_refused_stands_for_nothing if {
	given := _input([["sag-GOV-15", _met], ["sag-GOV-15", _refused]], false)
	requirement.basis == set() with input as given
}

test_open_answer_beside_a_gate_costs_nothing if {
	every answer in [_refused, {"status": testing.stated("partial")}] {
		given := _input([["sag-GOV-15", _met], ["sag-DEV-02", answer]], false)
		_codes(requirement.violation, "sag-DEV-02") == set() with input as given
		_codes(requirement.review, "sag-DEV-02") == set() with input as given
		_codes(requirement.basis, "sag-DEV-02") == {"excused"} with input as given
	}
}

test_no_answer_is_a_violation_of_every_control if {
	given := _input([], false)
	count({v.member | some v in requirement.violation; v.code == "unanswered"}) == 58 with input as given
	requirement.basis == set() with input as given
}

test_bare_answers_are_violations if {
	cases := {
		"no_status": {"status": {"state": "placeholder"}},
		"no_statement": {"status": testing.stated("met")},
		"no_reason": {"status": testing.stated("not_applicable")},
	}
	every code, answer in cases {
		given := _input([["sag-SC-02", answer]], false)
		_codes(requirement.violation, "sag-SC-02") == {code} with input as given
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
		given := _input([["sag-SC-02", answer]], false)
		_codes(requirement.review, "sag-SC-02") == {code} with input as given
		requirement.basis == set() with input as given
	}
}

test_not_applicable_with_a_reason_is_taken_down if {
	given := _input([["sag-SC-02", {"status": testing.stated("not_applicable"), "justification": testing.stated("Hardware only.")}]], false)
	requirement.not_applicable == {{
		"member": "sag-SC-02",
		"code": "does_not_apply",
		"args": {},
		"at": _at(0),
		"level": "asserted",
	}} with input as given
}

test_refused_control_without_a_gate_is_a_violation if {
	given := _input([["sag-DEV-02", _refused]], false)
	_codes(requirement.violation, "sag-DEV-02") == {"not_met"} with input as given
	_codes(requirement.basis, "sag-DEV-02") == set() with input as given
}

package bidgate.requirement.nist_8259ab.not_refused_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.nist_8259ab.not_refused as requirement

_names := {
	"ir8259a-LA-4": "a password of its own for each device (LA-4)",
	"ir8259a-SU-1": "software updates (SU-1)",
	"ir8259a-SU-2": "checked updates (SU-2)",
}

# One declaration with the answer given for a member, and "met" for the others.
_input(member, answers) := testing.bundle_input({"declarations": [testing.declaration({
	"answers": array.concat([testing.answer(a) | some a in answers], [testing.answer(_met)]),
	"clauses": {m: {"answers": rows} |
		some m, _ in _names
		rows := {true: [a | some a, _ in answers], false: [count(answers)]}[m == member]
	},
})]})

_met := {"status": testing.stated("met")}

_not_met := {"status": testing.stated("not_met")}

_plan := {"plan": testing.stated("Sign packages."), "due": testing.date(20500)}

_at(a) := ["declarations", 0, "answers", a]

_basis := {{"code": "none_refused", "args": {"capabilities": 3}, "at": ["declarations", 0], "level": "asserted"}}

test_answers_that_refuse_nothing_are_a_basis if {
	every status in ["met", "partial", "not_applicable"] {
		every member, _ in _names {
			given := _input(member, [{"status": testing.stated(status)}])
			requirement.basis == _basis with input as given
			requirement.violation == set() with input as given
			requirement.review == set() with input as given
		}
	}
}

test_refusal_without_a_plan_is_a_violation if {
	every plan in [{}, {"plan": _plan.plan}, {"due": _plan.due}] {
		every member, name in _names {
			given := _input(member, [object.union(_not_met, plan)])
			requirement.violation == {{"code": "refused", "args": {"capability": name}, "at": _at(0)}} with input as given
			requirement.basis == set() with input as given
			requirement.review == set() with input as given
		}
	}
}

test_refusal_with_a_plan_is_for_review if {
	every member, name in _names {
		given := _input(member, [object.union(_not_met, _plan)])
		requirement.review == {{
			"code": "planned",
			"args": {"capability": name, "due": 20500},
			"at": _at(0),
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_answer_without_a_status_is_a_violation if {
	every state in states.missing {
		every member, name in _names {
			given := _input(member, [{"status": {"state": state, "value": ""}}])
			requirement.violation == {{"code": "unanswered", "args": {"capability": name}, "at": _at(0)}} with input as given
			requirement.basis == set() with input as given
			requirement.review == set() with input as given
		}
	}
}

test_answer_that_is_not_clear_is_for_review if {
	unclear := {{"state": state, "value": ""} | some state in states.told} | {testing.stated("unknown")}
	every status in unclear {
		every member, name in _names {
			given := _input(member, [{"status": status}])
			requirement.review == {{"code": "not_clear", "args": {"capability": name}, "at": _at(0)}} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_no_answer_is_a_violation if {
	every member, name in _names {
		given := _input(member, [])
		requirement.violation == {{
			"code": "unanswered",
			"args": {"capability": name},
			"at": ["declarations", 0],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_worst_of_several_answers_counts if {
	given := _input("ir8259a-SU-2", [_met, _not_met])
	requirement.violation == {{
		"code": "refused",
		"args": {"capability": "checked updates (SU-2)"},
		"at": _at(1),
	}} with input as given
	requirement.basis == set() with input as given
}

test_no_declaration_is_silent if {
	given := testing.bundle_input({})
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

# Answers to clauses of other standards stand for capabilities without one.
_others(status) := testing.bundle_input({"declarations": [testing.declaration({"answers": [
testing.answer({"requirement": testing.stated(id), "status": testing.stated(status)}) |
	some id in ["en303645-5.1-1", "EN303645-5.3-2", "en303645-5.3-10"]
]})]})

test_answers_under_another_standard_count if {
	requirement.basis == _basis with input as _others("met")
	requirement.violation == set() with input as _others("met")
	{v.code | some v in requirement.violation} == {"refused"} with input as _others("not_met")
	count(requirement.violation) == 3 with input as _others("not_met")
}

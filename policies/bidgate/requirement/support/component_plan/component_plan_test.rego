package bidgate.requirement.support.component_plan_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.support.component_plan as requirement

_input(matches, declarations, parameters) := testing.bundle_input({
	"as_of": testing.day(1000),
	"sboms": [testing.sbom({"facts": {"components": {"third_party": match.coverage.total}}}) | some match in matches],
	"declarations": declarations,
	"data_sets": [testing.data_set({"name": "eol", "kind": "lifecycle", "dated": true, "date": testing.day(980)})],
	"matches": matches,
	"parameters": {"support": {"component_plan": object.union({"min_looked_up": 1, "accept_name_look": true}, parameters)}},
})

_match(records) := testing.matches({
	"coverage": {"total": 2, "lifecycle": {"looked_up": [0], "by_name": [1]}},
	"lifecycle": records,
})

_record(fields) := testing.lifecycle_match(object.union({"row": 2, "product": "python", "cycle": "3.8", "by": "purl"}, fields))

_answer(status, statement) := testing.answer({"status": status, "statement": statement})

_declaration(answers) := object.union(testing.declaration({"support": {"end": testing.date(2000)}}), {
	"answers": answers,
	"clauses": {"ir8259r1-A6.4": {"answers": [a | some a, _ in answers], "inherited": false}},
})

_early := _record({"end_of_life": testing.date(1500)})

_at := ["matches", 0, "lifecycle", 0]

_args(fields) := object.union({"product": "python", "cycle": "3.8", "by": "purl", "day": 1500, "product_end": 2000}, fields)

_judged(given, violation, review) if {
	requirement.violation == violation with input as given
	requirement.review == review with input as given
	requirement.basis == set() with input as given
}

_basis(code, earlier, level) := {
	"code": code,
	"args": {"looked_up": 2, "total": 2, "sets": ["eol day 980 (0 records)"], "product_end": 2000, "earlier": earlier},
	"at": ["matches", 0, "coverage", "lifecycle"],
	"level": level,
}

test_no_earlier_end_is_a_basis if {
	given := _input([_match([_record({"end_of_life": testing.date(2000)}), _record({"ended": testing.stated(false)})])], [_declaration([])], {})
	requirement.basis == {_basis("none_earlier", 0, "verified")} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_earlier_end_with_a_plan_is_a_basis if {
	met := _answer(testing.stated("met"), testing.stated("we replace it"))
	given := _input([_match([_early])], [_declaration([met])], {})
	requirement.basis == {_basis("planned", 1, "asserted")} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_earlier_end_without_a_plan_is_a_violation if {
	answers := [
		[],
		[_answer(testing.stated("not_met"), testing.stated("no"))],
		[_answer(testing.stated("met"), {"state": "absent"})],
		[_answer({"state": "placeholder", "value": ""}, testing.stated("x"))],
	]
	every given_answers in answers {
		given := _input([_match([_early])], [_declaration(given_answers)], {})
		_judged(given, {{"code": "no_plan", "args": _args({}), "at": _at}}, set())
	}
}

test_plan_that_is_not_told_is_for_review if {
	every state in states.told {
		answers := [
			_answer({"state": state, "value": ""}, testing.stated("x")),
			_answer(testing.stated("met"), {"state": state, "value": ""}),
		]
		every answer in answers {
			given := _input([_match([_early])], [_declaration([answer])], {})
			_judged(given, set(), {{"code": "plan_in_doubt", "args": _args({}), "at": _at}})
		}
	}
	every status in ["partial", "unknown"] {
		given := _input([_match([_early])], [_declaration([_answer(testing.stated(status), testing.stated("x"))])], {})
		_judged(given, set(), {{"code": "plan_in_doubt", "args": _args({}), "at": _at}})
	}
}

test_weak_match_is_for_review if {
	given := _input([_match([object.union(_early, {"by": "name", "weak": true})])], [_declaration([])], {})
	_judged(given, set(), {{"code": "weak_match", "args": _args({"by": "name"}), "at": _at}})
}

test_record_without_a_day_is_for_review if {
	every fields in [{}, {"ended": testing.stated(true)}] {
		given := _input([_match([_record(fields)])], [_declaration([])], {})
		args := object.remove(_args({}), ["day", "product_end"])
		_judged(given, set(), {{"code": "not_told", "args": args, "at": _at}})
	}
}

test_product_without_an_end_is_for_review if {
	every state in testing.unstated {
		declaration := object.union(_declaration([]), {"support": {"end": {"state": state, "value": testing.day(2000)}}})
		given := _input([_match([_early])], [declaration], {})
		_judged(given, set(), {{"code": "no_product_end", "args": {}, "at": ["sboms", 0]}})
	}
}

test_components_that_are_not_in_the_list_are_for_review if {
	match := testing.matches({"coverage": {"total": 4, "lifecycle": {"looked_up": [0], "not_covered": [1, 2, 3]}}})
	_judged(_input([match], [_declaration([])], {}), set(), {{"code": "not_looked_up", "args": {"n": 3, "total": 4}, "at": ["sboms", 0]}})
}

test_sbom_without_components_is_for_review if {
	given := _input([testing.matches({})], [_declaration([])], {})
	_judged(given, set(), {{"code": "nothing_to_look_up", "args": {}, "at": ["sboms", 0]}})
}

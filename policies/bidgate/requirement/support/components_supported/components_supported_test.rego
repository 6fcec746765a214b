package bidgate.requirement.support.components_supported_test

import data.bidgate.lib.testing
import data.bidgate.requirement.support.components_supported as requirement

_input(matches, parameters) := testing.bundle_input({
	"as_of": testing.day(1000),
	"sboms": [testing.sbom({"facts": {"components": {"third_party": match.coverage.total}}}) | some match in matches],
	"data_sets": [testing.data_set({"name": "eol", "kind": "lifecycle", "dated": true, "date": testing.day(980)})],
	"matches": matches,
	"parameters": {"support": {"components_supported": object.union(
		{"grace_days": 0, "min_looked_up": 1, "accept_name_look": true},
		parameters,
	)}},
})

_match(records) := testing.matches({
	"coverage": {"total": 4, "lifecycle": {"looked_up": [0, 1], "by_name": [2, 3]}},
	"lifecycle": records,
})

_record(fields) := testing.lifecycle_match(object.union({"row": 2, "product": "python", "cycle": "3.8", "by": "purl"}, fields))

_at := ["matches", 0, "lifecycle", 0]

_args(fields) := object.union({"product": "python", "cycle": "3.8", "by": "purl", "grace": 0}, fields)

_judged(given, violation, review) if {
	requirement.violation == violation with input as given
	requirement.review == review with input as given
	requirement.basis == set() with input as given
}

_basis := {
	"code": "supported",
	"args": {"looked_up": 4, "total": 4, "sets": ["eol day 980 (0 records)"]},
	"at": ["matches", 0, "coverage", "lifecycle"],
	"level": "verified",
}

test_supported_components_are_a_basis if {
	given := _input(
		[_match([
			_record({"end_of_security_support": testing.date(1000)}),
			_record({"ended": testing.stated(false)}),
		])],
		{},
	)
	requirement.basis == {_basis} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_days_of_grace_are_the_buyers if {
	given := _input([_match([_record({"end_of_life": testing.date(990)})])], {"grace_days": 10})
	requirement.basis == {_basis} with input as given
}

test_ended_component_is_a_violation if {
	given := _input([_match([_record({"end_of_life": testing.date(990)})])], {"grace_days": 9})
	_judged(given, {{"code": "ended", "args": _args({"day": 990, "late": 10, "grace": 9}), "at": _at}}, set())
}

test_component_that_ended_on_an_unknown_day_is_a_violation if {
	given := _input([_match([_record({"ended": testing.stated(true)})])], {"grace_days": 100})
	_judged(given, {{"code": "ended_sometime", "args": _args({"grace": 100}), "at": _at}}, set())
}

test_weak_match_is_for_review if {
	every fields in [{"end_of_life": testing.date(990)}, {"ended": testing.stated(true)}] {
		given := _input([_match([_record(object.union(fields, {"by": "name", "weak": true}))])], {})
		{[r.code, r.at] | some r in requirement.review} == {["weak_match", _at]} with input as given
		requirement.violation == set() with input as given
		requirement.basis == set() with input as given
	}
}

test_record_that_does_not_tell_is_for_review if {
	every state in testing.unstated {
		given := _input([_match([_record({"ended": {"state": state, "value": false}})])], {})
		_judged(given, set(), {{"code": "not_told", "args": _args({}), "at": _at}})
	}
}

test_components_that_are_not_in_the_list_are_for_review if {
	match := testing.matches({"coverage": {"total": 4, "lifecycle": {"looked_up": [0], "not_covered": [1, 2, 3]}}})
	_judged(_input([match], {}), set(), {{"code": "not_looked_up", "args": {"n": 3, "total": 4}, "at": ["sboms", 0]}})
	requirement.basis != set() with input as _input([match], {"min_looked_up": 0})
}

test_no_component_in_the_list_is_never_a_basis if {
	match := testing.matches({"coverage": {"total": 4, "lifecycle": {"not_covered": [0, 1, 2, 3]}}})
	_judged(_input([match], {"min_looked_up": 0}), set(), {{"code": "not_looked_up", "args": {"n": 4, "total": 4}, "at": ["sboms", 0]}})
}

test_sbom_without_components_is_for_review if {
	_judged(_input([testing.matches({})], {}), set(), {{"code": "nothing_to_look_up", "args": {}, "at": ["sboms", 0]}})
}

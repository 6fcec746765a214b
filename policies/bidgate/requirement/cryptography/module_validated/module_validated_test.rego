package bidgate.requirement.cryptography.module_validated_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.cryptography.module_validated as requirement

_module(fields) := testing.module_certificate(object.union(
	{"certificate": testing.stated("#4711"), "module": testing.stated("Crypto"), "version": testing.stated("3.0")},
	fields,
))

_match(fields) := testing.certificate_match(object.union(
	{
		"found": true,
		"number": "4711",
		"module": testing.stated("Crypto"),
		"standard": testing.stated("FIPS 140-3"),
		"status": "active",
		"name_agrees": "equal",
		"version_agrees": "equal",
	},
	fields,
))

_input(modules, certificates, parameters) := testing.bundle_input({
	"as_of": testing.day(1000),
	"declarations": [testing.declaration({"cmvp": testing.items(modules)})],
	"certificates": certificates,
	"data_sets": [testing.data_set({"name": "cmvp", "kind": "certificates", "dated": true, "date": testing.day(990)})],
	"parameters": {"cryptography": {"module_validated": object.union(
		{"required": false, "last_day_140_2": testing.day(900)},
		parameters,
	)}},
})

_at := ["declarations", 0, "cmvp", "items", 0]

_args(fields) := object.union(
	{"number": "4711", "status": "active", "module": "Crypto", "version": "3.0", "day": 900},
	fields,
)

_judged(given, violation, review) if {
	requirement.violation == violation with input as given
	requirement.review == review with input as given
	requirement.basis == set() with input as given
	requirement.not_applicable == set() with input as given
}

_basis := {"code": "validated", "args": {"n": 1, "sets": ["cmvp day 990 (0 records)"]}, "at": ["declarations", 0, "cmvp"], "level": "verified"}

test_active_certificate_is_a_basis if {
	given := _input([_module({})], [_match({"sunset": testing.date(1000)})], {})
	requirement.basis == {_basis} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_older_standard_is_taken_until_its_last_day if {
	older := _match({"standard": testing.stated("FIPS 140-2")})
	given := _input([_module({})], [older], {"last_day_140_2": testing.day(1000)})
	requirement.basis == {_basis} with input as given
	_judged(_input([_module({})], [older], {}), {{"code": "superseded", "args": _args({}), "at": _at}}, set())
}

test_certificate_that_is_not_in_force_is_a_violation if {
	cases := [
		[{"status": "historical"}, "not_active", {"status": "historical"}],
		[{"status": "revoked"}, "not_active", {"status": "revoked"}],
		[{"sunset": testing.date(999)}, "sunset", {"day": 999}],
		[{"version_agrees": "unequal"}, "other_version", {}],
	]
	every case in cases {
		given := _input([_module({})], [_match(case[0])], {})
		_judged(given, {{"code": case[1], "args": _args(case[2]), "at": _at}}, set())
	}
}

test_doubtful_certificate_is_for_review if {
	cases := [
		[{"found": false}, "not_found", {}],
		[{"status": "none"}, "unclear", {"status": "none"}],
		[{"standard": {"state": "absent", "value": ""}}, "unclear", {}],
		[{"name_agrees": "unequal"}, "other_name", {}],
		[{"version_agrees": "not_comparable"}, "version_unknown", {}],
	]
	every case in cases {
		given := _input([_module({})], [_match(case[0])], {})
		_judged(given, set(), {{"code": case[1], "args": _args(case[2]), "at": _at}})
	}
}

test_module_without_a_number_is_for_review if {
	every state in testing.unstated {
		given := _input([_module({"certificate": {"state": state, "value": ""}})], [_match({"found": false})], {})
		_judged(given, set(), {{"code": "no_number", "args": {"module": "Crypto", "state": state}, "at": _at}})
	}
}

test_module_without_a_version_is_for_review if {
	every state in testing.unstated {
		given := _input([_module({"version": {"state": state, "value": ""}})], [_match({})], {})
		_judged(given, set(), {{"code": "version_unknown", "args": _args({"version": ""}), "at": _at}})
	}
}

test_one_module_of_several_that_is_not_validated_keeps_the_basis_away if {
	given := _input([_module({}), _module({})], [_match({}), _match({"row": 1, "status": "revoked"})], {})
	requirement.basis == set() with input as given
	{v.at[4] | some v in requirement.violation} == {1} with input as given
}

_unnamed(state, required) := object.union(
	_input([], [], {"required": required}),
	{"declarations": [testing.declaration({"cmvp": {"state": state, "items": []}})]},
)

test_no_module_is_a_violation_where_one_is_asked_for if {
	every state in states.missing {
		violation := {"code": "none_named", "args": {"state": state}, "at": ["declarations", 0, "cmvp"]}
		_judged(_unnamed(state, true), {violation}, set())
	}
}

test_no_module_needs_no_answer_otherwise if {
	given := _unnamed("absent", false)
	requirement.not_applicable == {{"code": "none_needed", "args": {}, "at": ["declarations", 0, "cmvp"], "level": "verified"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_modules_that_are_not_told_are_for_review if {
	every state in states.told {
		every required in {true, false} {
			review := {"code": "none_told", "args": {"state": state}, "at": ["declarations", 0, "cmvp"]}
			_judged(_unnamed(state, required), set(), {review})
		}
	}
}

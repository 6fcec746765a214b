package bidgate.requirement.ai.failure_modes_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.ai.failure_modes as requirement

_input(used, modes) := testing.bundle_input({
	"declarations": [testing.declaration({"ai": {"state": "stated", "used": used}})],
	"threat_models": [testing.threat_model({"failure_modes": modes})],
	"parameters": {"ai": {"failure_modes": {"words": ["ai", "language model"]}}},
})

_uses := testing.stated(true)

_mode(fields) := testing.failure_mode(object.union({"id": testing.stated("FM-1"), "fallback": testing.stated("fixed rules")}, fields))

_tagged := {"tags": testing.items(["AI"])}

_at := ["threat_models", 0, "failure_modes", "items", 0]

_list_at := ["threat_models", 0, "failure_modes"]

test_failure_of_ai_with_a_fallback_is_a_basis if {
	every fields in [_tagged, {"statement": testing.stated("The language model is lost")}, {"effect": testing.stated("No advice of the AI")}] {
		given := _input(_uses, testing.items([_mode(fields), _mode({})]))
		requirement.basis == {{"code": "described", "args": {"n": 1}, "at": _list_at, "level": "asserted"}} with input as given
		requirement.violation == set() with input as given
		requirement.review == set() with input as given
	}
}

test_failure_of_ai_without_a_fallback_is_a_violation if {
	every state in states.missing {
		given := _input(_uses, testing.items([_mode(object.union(_tagged, {"fallback": {"state": state, "value": ""}}))]))
		requirement.violation == {{"code": "no_fallback", "args": {"mode": "FM-1", "state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
}

test_fallback_that_is_declared_unknown_is_for_review if {
	every state in states.told {
		given := _input(_uses, testing.items([_mode(object.union(_tagged, {"fallback": {"state": state, "value": ""}}))]))
		requirement.review == {{"code": "fallback_declared", "args": {"mode": "FM-1", "state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
}

test_list_without_a_word_for_ai_is_for_review if {
	given := _input(_uses, testing.items([_mode({"statement": testing.stated("The main pump fails")})]))
	requirement.review == {{"code": "not_found", "args": {}, "at": _list_at}} with input as given
	requirement.basis == set() with input as given
}

test_missing_or_empty_list_is_a_violation if {
	every state in states.missing {
		requirement.violation == {{"code": "not_listed", "args": {"state": state}, "at": _list_at}} with input as _input(_uses, {"state": state})
	}
	requirement.violation == {{"code": "not_listed", "args": {"state": "empty"}, "at": _list_at}} with input as _input(_uses, testing.items([]))
}

test_list_that_is_declared_unknown_is_for_review if {
	every state in states.told {
		requirement.review == {{"code": "declared", "args": {"state": state}, "at": _list_at}} with input as _input(_uses, {"state": state})
	}
}

test_product_without_ai_needs_none if {
	given := _input(testing.stated(false), {"state": "absent"})
	requirement.not_applicable == {{"code": "no_ai", "args": {}, "at": ["threat_models", 0], "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
	requirement.basis == set() with input as given
}

test_use_of_ai_that_is_not_told_is_for_review if {
	given := _input({"state": "absent", "value": false}, testing.items([_mode(_tagged)]))
	requirement.review == {{"code": "use_untold", "args": {}, "at": ["threat_models", 0]}} with input as given
	requirement.basis == set() with input as given
}

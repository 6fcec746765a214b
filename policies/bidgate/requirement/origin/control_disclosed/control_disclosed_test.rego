package bidgate.requirement.origin.control_disclosed_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.origin.control_disclosed as requirement

_whole := {
	"foci": testing.stated("none"),
	"country_of_production": {
		"state": "stated",
		"design": testing.items(["DE"]),
		"development": testing.items(["DE", "PL"]),
		"assembly": testing.items(["PL"]),
	},
}

_input(fields) := testing.bundle_input({"declarations": [testing.declaration(object.union(_whole, fields))]})

_what := {
	"design": "The country of design",
	"development": "The country of development",
	"assembly": "The country of assembly",
}

test_all_answers_are_a_basis if {
	given := _input({})
	requirement.basis == {{"code": "disclosed", "args": {}, "at": ["declarations", 0, "foci"], "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_ownership_is_a_violation if {
	every state in states.missing {
		given := _input({"foci": {"state": state, "value": ""}})
		requirement.violation == {{
			"code": "not_answered",
			"args": {"what": "Foreign ownership, control or influence", "state": state},
			"at": ["declarations", 0, "foci"],
		}} with input as given
		requirement.basis == set() with input as given
	}
}

test_missing_country_is_a_violation if {
	every stage, what in _what {
		given := _input({"country_of_production": {stage: {"state": "stated", "items": []}}})
		requirement.violation == {{
			"code": "not_answered",
			"args": {"what": what, "state": "empty"},
			"at": ["declarations", 0, "country_of_production", stage],
		}} with input as given
		requirement.basis == set() with input as given
	}
}

test_answer_that_is_not_told_is_for_review if {
	every state in states.told {
		given := _input({"foci": {"state": state, "value": ""}})
		requirement.review == {{
			"code": "not_told",
			"args": {"what": "Foreign ownership, control or influence", "state": state},
			"at": ["declarations", 0, "foci"],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

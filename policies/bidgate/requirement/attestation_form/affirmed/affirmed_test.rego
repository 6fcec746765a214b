package bidgate.requirement.attestation_form.affirmed_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.attestation_form.affirmed as requirement

_whole := object.union_n([{"affirmation": {"statement": testing.stated("https://acme.example/security")}}, {"affirmation": {"date": testing.date(500)}}, {"affirmation": {"signatories": testing.items([testing.signatory({})])}}])

_input(fields) := testing.bundle_input({"declarations": [testing.declaration(object.union(_whole, fields))]})

_codes(set) := {s.code | some s in set}

test_all_stated_is_a_basis if {
	given := _input({})
	requirement.basis == {{"code": "stated", "args": {}, "at": ["declarations", 0, "affirmation", "statement"], "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_field_is_a_violation if {
	every state in states.missing {
		every fields in [
			{"affirmation": {"statement": {"state": state}}},
			{"affirmation": {"date": {"state": state}}},
			{"affirmation": {"signatories": {"state": state, "items": []}}},
		] {
			given := _input(fields)
			_codes(requirement.violation) == {"not_stated"} with input as given
			{v.args.state | some v in requirement.violation} == {state} with input as given
			requirement.basis == set() with input as given
		}
	}
}

test_field_that_is_not_told_is_for_review if {
	every state in states.told {
		every fields in [
			{"affirmation": {"statement": {"state": state}}},
			{"affirmation": {"date": {"state": state}}},
			{"affirmation": {"signatories": {"state": state, "items": []}}},
		] {
			given := _input(fields)
			_codes(requirement.review) == {"declared"} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_empty_signatories_is_a_violation if {
	given := _input({"affirmation": {"signatories": testing.items([])}})
	{v.args.state | some v in requirement.violation} == {"empty"} with input as given
	requirement.basis == set() with input as given
}

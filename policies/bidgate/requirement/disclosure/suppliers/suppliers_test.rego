package bidgate.requirement.disclosure.suppliers_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.disclosure.suppliers as requirement

_whole := {"vulnerability_disclosure": {"supplier_disclosure": testing.stated(true)}}

_input(fields) := testing.bundle_input({"declarations": [testing.declaration(object.union(_whole, fields))]})

_codes(set) := {s.code | some s in set}

test_all_stated_is_a_basis if {
	given := _input({})
	requirement.basis == {{"code": "stated", "args": {}, "at": ["declarations", 0, "vulnerability_disclosure", "supplier_disclosure"], "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_field_is_a_violation if {
	every state in states.missing {
		every fields in [
			{"vulnerability_disclosure": {"supplier_disclosure": {"state": state}}},
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
			{"vulnerability_disclosure": {"supplier_disclosure": {"state": state}}},
		] {
			given := _input(fields)
			_codes(requirement.review) == {"declared"} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_no_to_supplier_disclosure_is_a_violation if {
	given := _input({"vulnerability_disclosure": {"supplier_disclosure": testing.stated(false)}})
	requirement.violation == {{
		"code": "refused",
		"args": {"field": "whether suppliers must tell of vulnerabilities"},
		"at": ["declarations", 0, "vulnerability_disclosure", "supplier_disclosure"],
	}} with input as given
	requirement.basis == set() with input as given
}

package bidgate.requirement.disclosure.machine_readable_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.disclosure.machine_readable as requirement

_whole := {"vulnerability_disclosure": {"machine_readable": testing.items(["csaf"])}}

_input(fields) := testing.bundle_input({
	"declarations": [testing.declaration(object.union(_whole, fields))],
	"parameters": {"disclosure": {"machine_readable": {"forms": data.bidgate.catalog.requirements["disclosure.machine_readable"].parameters.forms["default"]}}},
})

_codes(set) := {s.code | some s in set}

test_all_stated_is_a_basis if {
	given := _input({})
	requirement.basis == {{"code": "stated", "args": {}, "at": ["declarations", 0, "vulnerability_disclosure", "machine_readable"], "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_field_is_a_violation if {
	every state in states.missing {
		every fields in [
			{"vulnerability_disclosure": {"machine_readable": {"state": state, "items": []}}},
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
			{"vulnerability_disclosure": {"machine_readable": {"state": state, "items": []}}},
		] {
			given := _input(fields)
			_codes(requirement.review) == {"declared"} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_empty_machine_readable_is_a_violation if {
	given := _input({"vulnerability_disclosure": {"machine_readable": testing.items([])}})
	{v.args.state | some v in requirement.violation} == {"empty"} with input as given
	requirement.basis == set() with input as given
}

test_forms_that_no_program_reads_are_for_review if {
	given := _input({"vulnerability_disclosure": {"machine_readable": testing.items(["newsletter", "blog"])}})
	{[r.code, r.args] | some r in requirement.review} == {["no_form", {"forms": ["newsletter", "blog"]}]} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	every forms in [["newsletter", "CSAF 2.0"], ["OpenVEX"], ["JSON feed"]] {
		requirement.review == set() with input as _input({"vulnerability_disclosure": {"machine_readable": testing.items(forms)}})
	}
}

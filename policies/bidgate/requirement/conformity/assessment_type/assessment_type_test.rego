package bidgate.requirement.conformity.assessment_type_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.conformity.assessment_type as requirement

_lab := {
	"state": "stated",
	"type": testing.stated("third_party"),
	"organization": testing.stated("Lab"),
	"accreditation": testing.stated("DAkkS D-1"),
}

_input(assessor) := testing.bundle_input({"declarations": [testing.declaration({
	"standards": testing.items([testing.standard({"id": testing.stated("en303645")})]),
	"assessor": assessor,
})]})

_codes(set) := {s.code | some s in set}

test_own_assessment_is_a_basis if {
	given := _input({"type": testing.stated("self")})
	requirement.basis == {{"code": "own", "args": {}, "at": ["declarations", 0, "assessor"], "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_accredited_assessment_of_others_is_a_basis if {
	given := _input(_lab)
	requirement.basis == {{"code": "by_other", "args": {"organisation": "Lab"}, "at": ["declarations", 0, "assessor"], "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_field_is_a_violation if {
	every field in ["type", "organization"] {
		every state in states.missing {
			given := _input(object.union(_lab, {field: {"state": state}}))
			{[v.code, v.at[3]] | some v in requirement.violation} == {["not_stated", field]} with input as given
			requirement.basis == set() with input as given
		}
	}
}

test_field_that_is_not_told_is_for_review if {
	every field in ["type", "organization"] {
		every state in states.told {
			given := _input(object.union(_lab, {field: {"state": state}}))
			_codes(requirement.review) == {"declared"} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_assessment_without_accreditation_is_for_review if {
	every state in testing.unstated {
		given := _input(object.union(_lab, {"accreditation": {"state": state}}))
		_codes(requirement.review) == {"no_accreditation"} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_no_claim_is_nothing_to_judge if {
	given := testing.bundle_input({"declarations": [testing.declaration({})]})
	_codes(requirement.not_applicable) == {"no_claims"} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_list_that_is_not_told_is_for_review if {
	every state in states.told {
		given := testing.bundle_input({"declarations": [testing.declaration({"standards": {"state": state, "items": []}, "assessor": _lab})]})
		_codes(requirement.review) == {"list_declared"} with input as given
		requirement.basis == set() with input as given
		requirement.not_applicable == set() with input as given
	}
}

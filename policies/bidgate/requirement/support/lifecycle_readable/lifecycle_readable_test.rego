package bidgate.requirement.support.lifecycle_readable_test

import data.bidgate.lib.testing
import data.bidgate.requirement.support.lifecycle_readable as requirement

_input(records) := testing.bundle_input({"lifecycle": [testing.lifecycle(r) | some r in records]})

_nameless := {
	"sbom": -1,
	"row": -1,
	"unsupported": ["product"],
}

_subject := {"sbom": 0, "row": -1, "product": {"name": testing.stated("Gateway")}}

_other := {"sbom": -1, "row": -1, "product": {"name": testing.stated("Meter")}}

_component := {"sbom": 0, "row": 3}

_with(record, field) := object.union(record, {field: testing.date(900)})

test_record_of_the_product_with_a_day_is_a_basis if {
	every record in [_nameless, _subject] {
		every field in ["end_of_security_support", "end_of_support"] {
			given := _input([_with(record, field), _other, _component])
			requirement.basis == {{
				"code": "stated",
				"args": {"day": 900},
				"at": ["lifecycle", 0, field],
				"level": "asserted",
			}} with input as given
			requirement.violation == set() with input as given
			requirement.review == set() with input as given
		}
	}
}

test_record_without_the_day_is_for_review if {
	every record in [_nameless, _subject, _with(_subject, "end_of_life")] {
		given := _input([record])
		requirement.review == {{"code": "no_day", "args": {}, "at": ["lifecycle", 0]}} with input as given
		requirement.basis == set() with input as given
	}
}

test_day_of_a_wrong_form_is_a_violation if {
	every state in ["invalid", "placeholder"] {
		given := _input([object.union(_subject, {"end_of_security_support": {"state": state}})])
		requirement.violation == {{
			"code": "wrong_form",
			"args": {"state": state},
			"at": ["lifecycle", 0, "end_of_security_support"],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_day_that_is_not_given_is_for_review if {
	every state in testing.unstated - {"invalid", "placeholder"} {
		given := _input([object.union(_subject, {"end_of_security_support": {"state": state}})])
		{r.code | some r in requirement.review} == {"no_day"} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_record_of_another_product_is_for_review if {
	given := _input([_with(_other, "end_of_support")])
	requirement.review == {{"code": "other_product", "args": {}, "at": ["lifecycle", 0]}} with input as given
	requirement.basis == set() with input as given
}

test_records_of_components_are_for_review if {
	given := _input([_with(_component, "end_of_support")])
	requirement.review == {{"code": "parts_only", "args": {}, "at": ["lifecycle"]}} with input as given
	requirement.basis == set() with input as given
}

test_no_record_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

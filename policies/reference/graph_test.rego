package reference_test

import data.reference

test_an_equal_reference_counts_at_the_later_pointer if {
	reference.facts.duplicate_refs == ["/components/0/components/0", "/components/10", "/components/2"] with input as {"components": [
		{"bom-ref": "a", "components": [{"bom-ref": "a"}]},
		{"bom-ref": "b"},
		{"bom-ref": "a"},
		{}, {}, {}, {}, {}, {}, {},
		{"bom-ref": "b"},
	]}
}

test_the_subject_and_services_come_first if {
	reference.facts.duplicate_refs == ["/components/0", "/components/1"] with input as {
		"components": [{"bom-ref": "r"}, {"bom-ref": "s"}],
		"services": [{"services": [{"bom-ref": "s"}]}],
		"metadata": {"component": {"bom-ref": "r"}},
	}
}

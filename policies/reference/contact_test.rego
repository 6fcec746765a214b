package reference_test

import data.reference

_referring(document, subject) := {
	"externalReferences": document,
	"metadata": {"component": {"externalReferences": subject}},
}

_found(state, value, well_formed, location) := {"state": state, "value": value, "well_formed": well_formed, "location": location}

test_no_reference_is_no_contact if {
	reference.security_contact == _found("absent", "", false, "") with input as {}
}

test_a_better_type_comes_first if {
	reference.security_contact == _found("stated", "mailto:a@b.example", true, "/metadata/component/externalReferences/1") with input as _referring(
		[{"type": "advisories", "url": "https://a.example"}, {"type": "website", "url": "https://a.example"}],
		[{"type": "rfc-9116", "url": "https://a.example"}, {"type": "security-contact", "url": "mailto:a@b.example"}],
	)
}

test_what_is_stated_comes_before_a_placeholder if {
	reference.security_contact == _found("stated", "https://a.example", true, "/externalReferences/1") with input as _referring(
		[{"type": "security-contact", "url": "TBD"}, {"type": "advisories", "url": "https://a.example"}],
		[{"type": "advisories", "url": "https://b.example"}],
	)
}

test_what_says_nothing_is_shown_as_such if {
	reference.security_contact == _found("placeholder", "", false, "/externalReferences/2") with input as _referring(
		[1, {"type": "security-contact", "url": 1}, {"type": "rfc-9116", "url": "TBD"}],
		[],
	)
}

test_text_that_is_no_address_is_not_well_formed if {
	every text in ["call us", "mailto:nobody", "a@localhost", "tel:help", "https://", "javascript:alert(1)", "https://a.example/%zz"] {
		reference.security_contact.well_formed == false with input as _referring([{"type": "rfc-9116", "url": text}], [])
	}
}

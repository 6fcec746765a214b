package bidgate.requirement.disclosure.security_txt_test

import data.bidgate.lib.testing
import data.bidgate.requirement.disclosure.security_txt as requirement

_txt(fields) := testing.attachment({
	"form": "security_txt",
	"security_txt": object.union(
		{
			"state": "stated",
			"contacts": testing.items(["mailto:a@acme.example"]),
			"expires": testing.date(1100),
			"policy": {"state": "absent", "value": ""},
			"signed": false,
		},
		fields,
	),
})

_input(attachments) := testing.bundle_input({
	"as_of": testing.day(1000),
	"attachments": attachments,
	"parameters": {"disclosure": {"security_txt": {"max_days": 400}}},
})

_at := ["attachments", 0]

test_file_that_holds_is_a_basis if {
	every day in [1000, 1100, 1400] {
		given := _input([_txt({"expires": testing.date(day)})])
		requirement.basis == {{"code": "current", "args": {"contacts": 1, "day": day}, "at": _at, "level": "evidenced"}} with input as given
		(requirement.violation | requirement.review) | requirement.not_applicable == set() with input as given
	}
}

test_expired_file_is_a_violation if {
	given := _input([_txt({"expires": testing.date(999)})])
	requirement.violation == {{"code": "expired", "args": {"day": 999}, "at": _at}} with input as given
	requirement.basis == set() with input as given
}

test_file_without_end_or_contact_is_a_violation if {
	every state in ["absent", "invalid"] {
		given := _input([_txt({"expires": {"state": state, "value": testing.day(0)}})])
		requirement.violation == {{"code": "no_end", "args": {"state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
	given := _input([_txt({"contacts": {"state": "absent", "items": []}})])
	requirement.violation == {{"code": "no_contact", "args": {}, "at": _at}} with input as given
	requirement.basis == set() with input as given
}

test_end_far_ahead_is_for_review if {
	given := _input([_txt({"expires": testing.date(1401)})])
	requirement.review == {{"code": "too_far", "args": {"day": 1401, "max_days": 400}, "at": _at}} with input as given
	requirement.basis == set() with input as given
}

test_bundle_without_one_has_nothing_to_judge if {
	given := _input([testing.attachment({"form": "other"})])
	requirement.not_applicable == {{"code": "none", "args": {}, "at": ["bundle"], "level": "verified"}} with input as given
}

_named(contacts, declared) := object.union(_input([_txt({"contacts": testing.items(contacts)})]), {"declarations": [testing.declaration({"vulnerability_disclosure": {"contact": {
	"state": "stated",
	"value": declared,
	"well_formed": true,
}}})]})

test_contact_elsewhere_than_the_declaration_says_is_for_review if {
	given := _named(["mailto:a@elsewhere.example", "tel:+441632960114"], "mailto:psirt@acme.example")
	requirement.review == {{
		"code": "other_contact",
		"args": {"contact": "mailto:a@elsewhere.example", "declared": "mailto:psirt@acme.example"},
		"at": _at,
	}} with input as given
	requirement.basis == set() with input as given
}

test_contacts_of_one_place_agree if {
	every contacts in [["https://www.ACME.example/report"], ["https://www.site.acme.example/"], ["mailto:b@mail.acme.example"], ["https://other.example/", "psirt@acme.example"]] {
		given := _named(contacts, "mailto:psirt@acme.example")
		requirement.review == set() with input as given
		count(requirement.basis) == 1 with input as given
	}
	requirement.review == set() with input as _named(["https://acme.example/"], "psirt@desk.acme.example")
	requirement.review == set() with input as _named(["https://www.acme.example/"], "psirt@desk.acme.example")
}

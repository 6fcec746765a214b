package bidgate.requirement.disclosure.contact_test

import data.bidgate.lib.testing
import data.bidgate.requirement.disclosure.contact as requirement

_input(sboms, declarations) := testing.bundle_input({
	"sboms": [testing.sbom({"facts": {"security_contact": c}}) | some c in sboms],
	"declarations": [testing.declaration({"vulnerability_disclosure": {"contact": c}}) | some c in declarations],
	"parameters": {"disclosure": {"contact": {"nobody": _nobody}}},
})

# The defaults, as the library has them.
_nobody := data.bidgate.catalog.requirements["disclosure.contact"].parameters.nobody["default"]

_contact(value) := {"state": "stated", "value": value, "well_formed": true}

_good := {"state": "stated", "value": "mailto:security@acme.example", "well_formed": true}

_bad := {"state": "stated", "value": "see our site", "well_formed": false}

_sbom := ["sboms", 0, "facts", "security_contact"]

_declaration := ["declarations", 0, "vulnerability_disclosure", "contact"]

_basis(at) := {"code": "contact_named", "args": {"contact": "mailto:security@acme.example"}, "at": at, "level": "asserted"}

test_contact_in_either_document_is_a_basis if {
	every case in [
		{"sboms": [_good], "declarations": [], "at": {_sbom}},
		{"sboms": [], "declarations": [_good], "at": {_declaration}},
		{"sboms": [_good], "declarations": [_good], "at": {_sbom, _declaration}},
		{"sboms": [_good], "declarations": [{"state": "unknown"}], "at": {_sbom}},
	] {
		given := _input(case.sboms, case.declarations)
		requirement.basis == {_basis(at) | some at in case.at} with input as given
		requirement.violation == set() with input as given
		requirement.review == set() with input as given
	}
}

test_malformed_contact_is_a_violation if {
	given := _input([_bad], [])
	requirement.violation == {{"code": "malformed", "args": {"contact": "see our site"}, "at": _sbom}} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_no_contact_is_a_violation_in_each_document if {
	every state in ["absent", "placeholder", "invalid"] {
		given := _input([{"state": state}], [{"state": state}])
		requirement.violation == {
			{"code": "no_contact", "args": {"state": state}, "at": _sbom},
			{"code": "no_contact", "args": {"state": state}, "at": _declaration},
		} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_declared_contact_is_for_review if {
	every state in ["unknown", "withheld"] {
		given := _input([{"state": "absent"}], [{"state": state}])
		requirement.review == {{"code": "contact_declared", "args": {"state": state}, "at": _declaration}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_format_without_a_place_is_for_review_without_a_declaration if {
	given := _input([{"state": "unsupported"}], [])
	{r.args.state | some r in requirement.review} == {"unsupported"} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_format_without_a_place_does_not_excuse_a_declaration if {
	given := _input([{"state": "unsupported"}], [{"state": "absent"}])
	{v.args.state | some v in requirement.violation} == {"unsupported", "absent"} with input as given
	requirement.review == set() with input as given
}

test_unread_document_that_may_be_a_declaration_is_for_review if {
	given := object.union(
		_input([{"state": "absent"}], []),
		{"bundle": {"kinds": {"declaration": {"candidates": [3], "readable": 0, "unreadable": 0}}}},
	)
	requirement.review == {{"code": "unread", "args": {}, "at": ["bundle", "documents", 3]}} with input as given
	requirement.violation == set() with input as given
	requirement.basis == set() with input as given
}

test_no_document_is_silent if {
	given := _input([], [])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_contact_that_no_message_can_reach_is_a_violation if {
	every value in ["mailto:security@example.com", "psirt@mail.example.org", "https://example.net/report", "mailto:a@vendor.invalid", "http://localhost:8080/", "no-reply@acme.example", "mailto:do.not.reply+psirt@acme.example"] {
		given := _input([], [_contact(value)])
		requirement.violation == {{"code": "unreachable", "args": {"contact": value}, "at": _declaration}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
	every value in ["mailto:security@acme.example", "https://acme.example/test", "https://myexample.com/", "mailto:reply@acme.example", "tel:+441632960114"] {
		requirement.violation == set() with input as _input([], [_contact(value)])
	}
}

test_useless_contact_beside_another_is_for_review if {
	every useless in [_bad, _contact("mailto:security@example.com")] {
		given := _input([useless], [_good])
		requirement.review == {{"code": "beside", "args": {"contact": useless.value}, "at": _sbom}} with input as given
		requirement.basis == {_basis(_declaration)} with input as given
		requirement.violation == set() with input as given
	}
}

package bidgate.requirement.conformity.declaration_fields_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.conformity.declaration_fields as requirement

_whole := {
	"id": testing.stated("D-1"),
	"manufacturer": {"name": testing.stated("Acme"), "address": testing.stated("1 Main Street")},
	"product": {"name": testing.stated("Gate"), "version": testing.stated("1")},
	"standards": testing.items([testing.standard({"id": testing.stated("en303645"), "edition": testing.stated("V3.1.3")})]),
	"limitations": testing.items([]),
	"affirmation": {
		"state": "stated",
		"date": testing.date(900),
		"place": testing.stated("Bern"),
		"signatories": testing.items([testing.signatory({"person": testing.stated("p1")})]),
	},
}

_input(fields) := testing.bundle_input({"declarations": [testing.declaration(object.union(_whole, fields))]})

_scalars(state) := {
	"cnf-id": {"id": {"state": state}},
	"cnf-issuer": {"manufacturer": {"name": {"state": state}}},
	"cnf-address": {"manufacturer": {"address": {"state": state}}},
	"cnf-object": {"product": {"version": {"state": state}}},
	"cnf-requirements": {"standards": testing.items([testing.standard({"edition": {"state": state}})])},
	"cnf-date": {"affirmation": {"date": {"state": state}}},
	"cnf-place": {"affirmation": {"place": {"state": state}}},
	"cnf-signatory": {"affirmation": {"signatories": testing.items([testing.signatory({"person": {"state": state}})])}},
	"cnf-limits": {"limitations": {"state": state, "items": []}},
}

test_whole_declaration_is_a_basis if {
	given := _input({})
	{b.member | some b in requirement.basis} == object.keys(_scalars("absent")) with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_field_is_a_violation if {
	every state in states.missing {
		every member, fields in _scalars(state) {
			given := _input(fields)
			{[v.member, v.code, v.args.state] | some v in requirement.violation} == {[member, "not_stated", state]} with input as given
			not member in {b.member | some b in requirement.basis} with input as given
		}
	}
}

test_field_that_is_not_told_is_for_review if {
	every state in states.told {
		every member, fields in _scalars(state) {
			given := _input(fields)
			{[r.member, r.code] | some r in requirement.review} == {[member, "declared"]} with input as given
			not member in {b.member | some b in requirement.basis} with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_empty_lists_of_standards_and_signatories_are_violations if {
	given := _input({"standards": testing.items([]), "affirmation": {"signatories": testing.items([])}})
	{v.member | some v in requirement.violation} == {"cnf-requirements", "cnf-signatory"} with input as given
}

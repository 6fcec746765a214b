package bidgate.requirement.conformity.consensus_first_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.conformity.consensus_first as requirement

_with(names, reasons) := testing.bundle_input({
	"as_of": {"day": 20000, "text": "2026-11-22"},
	"declarations": [testing.declaration({"standards": testing.items([
	testing.standard({"id": testing.stated(name), "edition": testing.stated("2026")}) |
		some name in names
	])})],
	"parameters": {"conformity": {"consensus_first": {"reasons": reasons}}},
})

_input(names) := _with(names, [])

_codes(set) := {[s.code, s.args.standard, s.at[4]] | some s in set}

test_kind_of_the_body_is_told if {
	given := _input(["iec62443-4-1", "cra", "OWASP ASVS"])
	{[b.code, b.args.body, b.args.kind] | some b in requirement.basis} == {
		["consensus", "IEC", "voluntary consensus standard"],
		["consensus", "European Union", "regulation"],
		["consensus", "OWASP", "industry standard"],
	} with input as given
	requirement.review == set() with input as given
}

test_reason_is_asked_where_a_consensus_standard_exists if {
	given := _input(["ir8425"])
	{[r.code, r.args.others] | some r in requirement.review} == {["reason_asked", "ETSI EN 303 645"]} with input as given
	requirement.basis == set() with input as given
}

test_claim_beside_the_consensus_standard_needs_no_reason if {
	given := _input(["ir8425", "en303645"])
	_codes(requirement.basis) == {["with_other", "ir8425", 0], ["consensus", "en303645", 1]} with input as given
	requirement.review == set() with input as given
}

test_reason_that_is_written_down_settles_it if {
	given := _with(["IR8425"], ["NIST IR 8425"])
	_codes(requirement.basis) == {["reason_given", "IR8425", 0]} with input as given
	requirement.review == set() with input as given
}

test_publication_without_a_consensus_standard_needs_no_reason if {
	given := _input(["cisa-sbom"])
	_codes(requirement.basis) == {["no_other", "cisa-sbom", 0]} with input as given
	requirement.review == set() with input as given
}

test_standard_that_is_not_known_is_for_review if {
	given := _input(["our own"])
	_codes(requirement.review) == {["not_known", "our own", 0]} with input as given
	requirement.basis == set() with input as given
}

_nameless(state) := testing.bundle_input({"declarations": [testing.declaration({"standards": testing.items([
	testing.standard({"id": {"state": state}}),
	testing.standard({"id": testing.stated("iec62443-4-1")}),
])})]})

test_claim_without_a_name_is_a_violation if {
	every state in states.missing {
		given := _nameless(state)
		{[v.code, v.args.state, v.at[4]] | some v in requirement.violation} == {["no_name", state, 0]} with input as given
		requirement.basis == set() with input as given
	}
	every state in states.told {
		given := _nameless(state)
		{[r.code, r.args.state] | some r in requirement.review} == {["name_declared", state]} with input as given
		requirement.violation == set() with input as given
	}
}

test_list_that_is_not_told_is_for_review if {
	every state in states.told {
		given := testing.bundle_input({"declarations": [testing.declaration({"standards": {"state": state, "items": []}})]})
		{r.code | some r in requirement.review} == {"declared"} with input as given
		requirement.basis == set() with input as given
	}
}

test_no_claim_is_nothing_to_judge if {
	given := _input([])
	{n.code | some n in requirement.not_applicable} == {"none"} with input as given
	requirement.basis == set() with input as given
}

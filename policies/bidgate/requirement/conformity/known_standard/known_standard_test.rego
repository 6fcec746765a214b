package bidgate.requirement.conformity.known_standard_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.conformity.known_standard as requirement

_input(standards) := testing.bundle_input({"declarations": [testing.declaration({"standards": testing.items(standards)})]})

test_claimed_standard_is_taken_down if {
	given := _input([testing.standard({"id": testing.stated("EN 303 645"), "edition": testing.stated("V3.1.3")})])
	{[b.member, b.code, b.args.body, b.args.kind, b.args.edition, b.args.is, b.at, b.level] | some b in requirement.basis} == {[
		"en303645",
		"claimed",
		"ETSI",
		"voluntary consensus standard",
		"V3.1.3",
		"current",
		["declarations", 0, "standards", "items", 0],
		"asserted",
	]} with input as given
	not "en303645" in {n.member | some n in requirement.not_applicable} with input as given
}

test_other_standards_do_not_apply if {
	given := _input([testing.standard({"id": {"state": "absent"}}), testing.standard({"id": testing.stated("our own")})])
	requirement.basis == set() with input as given
	{n.code | some n in requirement.not_applicable; n.member == "iec62443-4-1"} == {"not_claimed"} with input as given
}

test_claim_without_an_edition_is_a_violation if {
	every state in states.missing {
		given := _input([testing.standard({"id": testing.stated("en303645"), "edition": {"state": state}})])
		{[v.code, v.member, v.args.state] | some v in requirement.violation} == {["no_edition", "en303645", state]} with input as given
		requirement.basis == set() with input as given
	}
}

test_claim_whose_edition_is_not_told_is_for_review if {
	every state in states.told {
		given := _input([testing.standard({"id": testing.stated("en303645"), "edition": {"state": state}})])
		{[r.code, r.member] | some r in requirement.review} == {["declared", "en303645"]} with input as given
		requirement.basis == set() with input as given
	}
}

test_state_of_the_edition_is_told if {
	states_of := {["sp800-218", "1.2"]: "a draft", ["en303645", "V2.1.1"]: "superseded", ["en303645", "V9"]: "not in the table", ["ir8259", "2020"]: "withdrawn", ["red", "2022"]: "in transition to a newer one"}
	every claim, told in states_of {
		given := object.union(
			_input([testing.standard({"id": testing.stated(claim[0]), "edition": testing.stated(claim[1])})]),
			{"as_of": {"day": 20000, "text": "2026-11-22"}},
		)
		{b.args.is | some b in requirement.basis} == {told} with input as given
	}
}

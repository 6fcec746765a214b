package bidgate.requirement.nist_8259r1.statement_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.nist_8259r1.statement as requirement

# What each row needs, as the declaration states it.
_good := {
	"ir8259r1-A1.1": {"customers": testing.items([testing.customer(object.union_n([{"name": testing.stated("text")}, {"sector": testing.stated("text")}]))])},
	"ir8259r1-A1.2": {"use_cases": testing.items([testing.use_case(object.union_n([{"purpose": testing.stated("text")}, {"environment": testing.stated("text")}, {"lifetime_years": testing.stated(5)}]))])},
	"ir8259r1-A1.4": {"excluded_uses": testing.items(["text"])},
	"ir8259r1-A2.1": {"use_cases": testing.items([testing.use_case({"id": testing.stated("one")})]), "needs": testing.items([testing.need(object.union_n([{"statement": testing.stated("text")}, {"use_cases": testing.items(["one"])}]))])},
	"ir8259r1-A7.1": {"comms": object.union_n([{"state": "stated"}, {"channels": testing.items(["one"])}, {"authenticity": testing.stated("text")}])},
	"ir8259r1-A8.4": {"updates": object.union_n([{"state": "stated"}, {"mechanism": testing.stated("text")}, {"notification": testing.stated("text")}, {"verification": testing.stated("text")}])},
	"ir8259r1-A8.5": {"retirement": object.union_n([{"state": "stated"}, {"transfer": testing.stated("text")}, {"erase": testing.stated("text")}])},
}

_input(fields) := testing.bundle_input({"declarations": [testing.declaration(fields)]})

_codes(set, member) := {s.code | some s in set; s.member == member}

test_all_stated_is_a_basis if {
	every member, fields in _good {
		given := _input(fields)
		{b.code | some b in requirement.basis; b.member == member} == {"stated"} with input as given
		_codes(requirement.violation, member) == set() with input as given
		_codes(requirement.review, member) == set() with input as given
	}
}

_lost(state) := {
	"ir8259r1-A1.1": {"customers": {"state": state, "items": []}},
	"ir8259r1-A1.2": {"use_cases": {"state": state, "items": []}},
	"ir8259r1-A1.4": {"excluded_uses": {"state": state, "items": []}},
	"ir8259r1-A2.1": {"needs": {"state": state, "items": []}},
	"ir8259r1-A7.1": {"comms": {"state": state}},
	"ir8259r1-A8.4": {"updates": {"state": state}},
	"ir8259r1-A8.5": {"retirement": {"state": state}},
}

test_missing_is_a_violation if {
	every state in states.missing {
		every member, fields in _lost(state) {
			given := _input(fields)
			_codes(requirement.violation, member) == {"missing"} with input as given
			{b | some b in requirement.basis; b.member == member} == set() with input as given
		}
	}
}

test_what_is_not_told_is_for_review if {
	every state in states.told {
		every member, fields in _lost(state) {
			given := _input(fields)
			_codes(requirement.review, member) == {"declared"} with input as given
			{b | some b in requirement.basis; b.member == member} == set() with input as given
		}
	}
}

# Each field by itself, with the others stated.
_fields(state) := [
	["ir8259r1-A1.1", "the name of a customer", {"customers": testing.items([testing.customer(object.union_n([{"name": {"state": state}}, {"sector": testing.stated("text")}]))])}],
	["ir8259r1-A1.1", "the sector of a customer", {"customers": testing.items([testing.customer(object.union_n([{"name": testing.stated("text")}, {"sector": {"state": state}}]))])}],
	["ir8259r1-A1.2", "the purpose of a use", {"use_cases": testing.items([testing.use_case(object.union_n([{"purpose": {"state": state}}, {"environment": testing.stated("text")}, {"lifetime_years": testing.stated(5)}]))])}],
	["ir8259r1-A1.2", "the environment of a use", {"use_cases": testing.items([testing.use_case(object.union_n([{"purpose": testing.stated("text")}, {"environment": {"state": state}}, {"lifetime_years": testing.stated(5)}]))])}],
	["ir8259r1-A1.2", "the years of service of a use", {"use_cases": testing.items([testing.use_case(object.union_n([{"purpose": testing.stated("text")}, {"environment": testing.stated("text")}, {"lifetime_years": {"state": state}}]))])}],
	["ir8259r1-A2.1", "what a security need is", {"needs": testing.items([testing.need(object.union_n([{"statement": {"state": state}}, {"use_cases": testing.items(["one"])}]))])}],
	["ir8259r1-A2.1", "the use that a security need belongs to", {"needs": testing.items([testing.need(object.union_n([{"statement": testing.stated("text")}, {"use_cases": {"state": state, "items": []}}]))])}],
	["ir8259r1-A7.1", "the channels", {"comms": object.union_n([{"state": "stated"}, {"channels": {"state": state, "items": []}}, {"authenticity": testing.stated("text")}])}],
	["ir8259r1-A7.1", "how to know that a message is real", {"comms": object.union_n([{"state": "stated"}, {"channels": testing.items(["one"])}, {"authenticity": {"state": state}}])}],
	["ir8259r1-A8.4", "how updates come", {"updates": object.union_n([{"state": "stated"}, {"mechanism": {"state": state}}, {"notification": testing.stated("text")}, {"verification": testing.stated("text")}])}],
	["ir8259r1-A8.4", "how users are told of updates", {"updates": object.union_n([{"state": "stated"}, {"mechanism": testing.stated("text")}, {"notification": {"state": state}}, {"verification": testing.stated("text")}])}],
	["ir8259r1-A8.4", "how an update is checked", {"updates": object.union_n([{"state": "stated"}, {"mechanism": testing.stated("text")}, {"notification": testing.stated("text")}, {"verification": {"state": state}}])}],
	["ir8259r1-A8.5", "how the product is passed on", {"retirement": object.union_n([{"state": "stated"}, {"transfer": {"state": state}}, {"erase": testing.stated("text")}])}],
	["ir8259r1-A8.5", "how data is erased", {"retirement": object.union_n([{"state": "stated"}, {"transfer": testing.stated("text")}, {"erase": {"state": state}}])}],
]

test_field_left_out_is_a_violation if {
	every state in states.missing {
		every case in _fields(state) {
			given := _input(case[2])
			{[v.code, v.args.field] | some v in requirement.violation; v.member == case[0]} == {["not_stated", case[1]]} with input as given
			{b | some b in requirement.basis; b.member == case[0]} == set() with input as given
		}
	}
}

test_field_that_is_not_told_is_for_review if {
	every state in states.told {
		every case in _fields(state) {
			given := _input(case[2])
			{[r.code, r.args.field] | some r in requirement.review; r.member == case[0]} == {["field_declared", case[1]]} with input as given
			{b | some b in requirement.basis; b.member == case[0]} == set() with input as given
		}
	}
}

test_need_of_a_use_that_is_not_listed_is_a_violation if {
	need := testing.need({"id": testing.stated("N-1"), "statement": testing.stated("Readings stay right."), "use_cases": testing.items(["U-2"])})
	given := testing.bundle_input({"declarations": [testing.declaration({
		"needs": testing.items([need]),
		"use_cases": testing.items([testing.use_case({"id": testing.stated("U-1")})]),
	})]})
	{[v.code, v.args] | some v in requirement.violation; v.member == "ir8259r1-A2.1"} == {["no_use", {"need": "N-1", "use": "U-2"}]} with input as given
	not "ir8259r1-A2.1" in {b.member | some b in requirement.basis} with input as given
	listed := testing.bundle_input({"declarations": [testing.declaration({
		"needs": testing.items([need]),
		"use_cases": testing.items([testing.use_case({"id": testing.stated("u-2")})]),
	})]})
	"ir8259r1-A2.1" in {b.member | some b in requirement.basis} with input as listed
}

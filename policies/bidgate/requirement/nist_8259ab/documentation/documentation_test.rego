package bidgate.requirement.nist_8259ab.documentation_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.nist_8259ab.documentation as requirement

# What each row needs, as the declaration states it.
_good := {
	"ir8259b-DO-1": {"assumptions": object.union_n([{"state": "stated"}, {"customers": testing.stated("text")}, {"use_cases": testing.stated("text")}, {"physical_use": testing.stated("text")}, {"network_needs": testing.stated("text")}, {"data_handled": testing.stated("text")}, {"inputs_outputs": testing.stated("text")}, {"assumed_security": testing.stated("text")}, {"laws": testing.stated("text")}, {"lifespan_and_support": testing.stated("text")}])},
	"ir8259b-DO-3": {"design": object.union_n([{"state": "stated"}, {"platform": testing.stated("text")}, {"protection": testing.stated("text")}, {"known_misuse": testing.stated("text")}, {"supply_chain": testing.stated("text")}, {"certifications": testing.stated("text")}])},
	"ir8259b-DO-4": {"maintenance": object.union_n([{"state": "stated"}, {"customer_tasks": testing.stated("text")}, {"remote_access": testing.stated("text")}, {"security": testing.stated("text")}])},
	"ir8259b-IQ-2": {"support_contact": object.union_n([{"state": "stated"}, {"contact": testing.stated("text")}, {"response_days": testing.stated(5)}])},
	"ir8259b-ID-1": {"broadcasts": object.union_n([{"state": "stated"}, {"support_terms": testing.stated(true)}, {"end_of_support": testing.stated(true)}, {"maintenance": testing.stated(true)}, {"vulnerabilities": testing.stated(true)}, {"breaches": testing.stated(true)}])},
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
	"ir8259b-DO-1": {"assumptions": {"state": state}},
	"ir8259b-DO-3": {"design": {"state": state}},
	"ir8259b-DO-4": {"maintenance": {"state": state}},
	"ir8259b-IQ-2": {"support_contact": {"state": state}},
	"ir8259b-ID-1": {"broadcasts": {"state": state}},
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
	["ir8259b-DO-1", "the expected customers", {"assumptions": object.union_n([{"state": "stated"}, {"customers": {"state": state}}, {"use_cases": testing.stated("text")}, {"physical_use": testing.stated("text")}, {"network_needs": testing.stated("text")}, {"data_handled": testing.stated("text")}, {"inputs_outputs": testing.stated("text")}, {"assumed_security": testing.stated("text")}, {"laws": testing.stated("text")}, {"lifespan_and_support": testing.stated("text")}])}],
	["ir8259b-DO-1", "the expected uses", {"assumptions": object.union_n([{"state": "stated"}, {"customers": testing.stated("text")}, {"use_cases": {"state": state}}, {"physical_use": testing.stated("text")}, {"network_needs": testing.stated("text")}, {"data_handled": testing.stated("text")}, {"inputs_outputs": testing.stated("text")}, {"assumed_security": testing.stated("text")}, {"laws": testing.stated("text")}, {"lifespan_and_support": testing.stated("text")}])}],
	["ir8259b-DO-1", "the physical use", {"assumptions": object.union_n([{"state": "stated"}, {"customers": testing.stated("text")}, {"use_cases": testing.stated("text")}, {"physical_use": {"state": state}}, {"network_needs": testing.stated("text")}, {"data_handled": testing.stated("text")}, {"inputs_outputs": testing.stated("text")}, {"assumed_security": testing.stated("text")}, {"laws": testing.stated("text")}, {"lifespan_and_support": testing.stated("text")}])}],
	["ir8259b-DO-1", "the network needs", {"assumptions": object.union_n([{"state": "stated"}, {"customers": testing.stated("text")}, {"use_cases": testing.stated("text")}, {"physical_use": testing.stated("text")}, {"network_needs": {"state": state}}, {"data_handled": testing.stated("text")}, {"inputs_outputs": testing.stated("text")}, {"assumed_security": testing.stated("text")}, {"laws": testing.stated("text")}, {"lifespan_and_support": testing.stated("text")}])}],
	["ir8259b-DO-1", "the data handled", {"assumptions": object.union_n([{"state": "stated"}, {"customers": testing.stated("text")}, {"use_cases": testing.stated("text")}, {"physical_use": testing.stated("text")}, {"network_needs": testing.stated("text")}, {"data_handled": {"state": state}}, {"inputs_outputs": testing.stated("text")}, {"assumed_security": testing.stated("text")}, {"laws": testing.stated("text")}, {"lifespan_and_support": testing.stated("text")}])}],
	["ir8259b-DO-1", "inputs and outputs", {"assumptions": object.union_n([{"state": "stated"}, {"customers": testing.stated("text")}, {"use_cases": testing.stated("text")}, {"physical_use": testing.stated("text")}, {"network_needs": testing.stated("text")}, {"data_handled": testing.stated("text")}, {"inputs_outputs": {"state": state}}, {"assumed_security": testing.stated("text")}, {"laws": testing.stated("text")}, {"lifespan_and_support": testing.stated("text")}])}],
	["ir8259b-DO-1", "the security that is assumed", {"assumptions": object.union_n([{"state": "stated"}, {"customers": testing.stated("text")}, {"use_cases": testing.stated("text")}, {"physical_use": testing.stated("text")}, {"network_needs": testing.stated("text")}, {"data_handled": testing.stated("text")}, {"inputs_outputs": testing.stated("text")}, {"assumed_security": {"state": state}}, {"laws": testing.stated("text")}, {"lifespan_and_support": testing.stated("text")}])}],
	["ir8259b-DO-1", "the laws that apply", {"assumptions": object.union_n([{"state": "stated"}, {"customers": testing.stated("text")}, {"use_cases": testing.stated("text")}, {"physical_use": testing.stated("text")}, {"network_needs": testing.stated("text")}, {"data_handled": testing.stated("text")}, {"inputs_outputs": testing.stated("text")}, {"assumed_security": testing.stated("text")}, {"laws": {"state": state}}, {"lifespan_and_support": testing.stated("text")}])}],
	["ir8259b-DO-1", "life span and support", {"assumptions": object.union_n([{"state": "stated"}, {"customers": testing.stated("text")}, {"use_cases": testing.stated("text")}, {"physical_use": testing.stated("text")}, {"network_needs": testing.stated("text")}, {"data_handled": testing.stated("text")}, {"inputs_outputs": testing.stated("text")}, {"assumed_security": testing.stated("text")}, {"laws": testing.stated("text")}, {"lifespan_and_support": {"state": state}}])}],
	["ir8259b-DO-3", "the platform", {"design": object.union_n([{"state": "stated"}, {"platform": {"state": state}}, {"protection": testing.stated("text")}, {"known_misuse": testing.stated("text")}, {"supply_chain": testing.stated("text")}, {"certifications": testing.stated("text")}])}],
	["ir8259b-DO-3", "the protection of hardware and software", {"design": object.union_n([{"state": "stated"}, {"platform": testing.stated("text")}, {"protection": {"state": state}}, {"known_misuse": testing.stated("text")}, {"supply_chain": testing.stated("text")}, {"certifications": testing.stated("text")}])}],
	["ir8259b-DO-3", "known misuse", {"design": object.union_n([{"state": "stated"}, {"platform": testing.stated("text")}, {"protection": testing.stated("text")}, {"known_misuse": {"state": state}}, {"supply_chain": testing.stated("text")}, {"certifications": testing.stated("text")}])}],
	["ir8259b-DO-3", "the supply chain", {"design": object.union_n([{"state": "stated"}, {"platform": testing.stated("text")}, {"protection": testing.stated("text")}, {"known_misuse": testing.stated("text")}, {"supply_chain": {"state": state}}, {"certifications": testing.stated("text")}])}],
	["ir8259b-DO-3", "certifications", {"design": object.union_n([{"state": "stated"}, {"platform": testing.stated("text")}, {"protection": testing.stated("text")}, {"known_misuse": testing.stated("text")}, {"supply_chain": testing.stated("text")}, {"certifications": {"state": state}}])}],
	["ir8259b-DO-4", "what customers must do", {"maintenance": object.union_n([{"state": "stated"}, {"customer_tasks": {"state": state}}, {"remote_access": testing.stated("text")}, {"security": testing.stated("text")}])}],
	["ir8259b-DO-4", "whether others can reach the product from afar", {"maintenance": object.union_n([{"state": "stated"}, {"customer_tasks": testing.stated("text")}, {"remote_access": {"state": state}}, {"security": testing.stated("text")}])}],
	["ir8259b-DO-4", "how maintenance is secured", {"maintenance": object.union_n([{"state": "stated"}, {"customer_tasks": testing.stated("text")}, {"remote_access": testing.stated("text")}, {"security": {"state": state}}])}],
	["ir8259b-IQ-2", "the contact for questions", {"support_contact": object.union_n([{"state": "stated"}, {"contact": {"state": state}}, {"response_days": testing.stated(5)}])}],
	["ir8259b-IQ-2", "the days until an answer", {"support_contact": object.union_n([{"state": "stated"}, {"contact": testing.stated("text")}, {"response_days": {"state": state}}])}],
	["ir8259b-ID-1", "messages on changed support terms", {"broadcasts": object.union_n([{"state": "stated"}, {"support_terms": {"state": state}}, {"end_of_support": testing.stated(true)}, {"maintenance": testing.stated(true)}, {"vulnerabilities": testing.stated(true)}, {"breaches": testing.stated(true)}])}],
	["ir8259b-ID-1", "messages on the end of support", {"broadcasts": object.union_n([{"state": "stated"}, {"support_terms": testing.stated(true)}, {"end_of_support": {"state": state}}, {"maintenance": testing.stated(true)}, {"vulnerabilities": testing.stated(true)}, {"breaches": testing.stated(true)}])}],
	["ir8259b-ID-1", "messages on needed maintenance", {"broadcasts": object.union_n([{"state": "stated"}, {"support_terms": testing.stated(true)}, {"end_of_support": testing.stated(true)}, {"maintenance": {"state": state}}, {"vulnerabilities": testing.stated(true)}, {"breaches": testing.stated(true)}])}],
	["ir8259b-ID-1", "messages on new vulnerabilities", {"broadcasts": object.union_n([{"state": "stated"}, {"support_terms": testing.stated(true)}, {"end_of_support": testing.stated(true)}, {"maintenance": testing.stated(true)}, {"vulnerabilities": {"state": state}}, {"breaches": testing.stated(true)}])}],
	["ir8259b-ID-1", "messages on breaches", {"broadcasts": object.union_n([{"state": "stated"}, {"support_terms": testing.stated(true)}, {"end_of_support": testing.stated(true)}, {"maintenance": testing.stated(true)}, {"vulnerabilities": testing.stated(true)}, {"breaches": {"state": state}}])}],
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

test_no_is_a_violation if {
	every case in [
		["ir8259b-ID-1", "messages on changed support terms", {"broadcasts": object.union_n([{"state": "stated"}, {"support_terms": testing.stated(false)}, {"end_of_support": testing.stated(true)}, {"maintenance": testing.stated(true)}, {"vulnerabilities": testing.stated(true)}, {"breaches": testing.stated(true)}])}],
		["ir8259b-ID-1", "messages on the end of support", {"broadcasts": object.union_n([{"state": "stated"}, {"support_terms": testing.stated(true)}, {"end_of_support": testing.stated(false)}, {"maintenance": testing.stated(true)}, {"vulnerabilities": testing.stated(true)}, {"breaches": testing.stated(true)}])}],
		["ir8259b-ID-1", "messages on needed maintenance", {"broadcasts": object.union_n([{"state": "stated"}, {"support_terms": testing.stated(true)}, {"end_of_support": testing.stated(true)}, {"maintenance": testing.stated(false)}, {"vulnerabilities": testing.stated(true)}, {"breaches": testing.stated(true)}])}],
		["ir8259b-ID-1", "messages on new vulnerabilities", {"broadcasts": object.union_n([{"state": "stated"}, {"support_terms": testing.stated(true)}, {"end_of_support": testing.stated(true)}, {"maintenance": testing.stated(true)}, {"vulnerabilities": testing.stated(false)}, {"breaches": testing.stated(true)}])}],
		["ir8259b-ID-1", "messages on breaches", {"broadcasts": object.union_n([{"state": "stated"}, {"support_terms": testing.stated(true)}, {"end_of_support": testing.stated(true)}, {"maintenance": testing.stated(true)}, {"vulnerabilities": testing.stated(true)}, {"breaches": testing.stated(false)}])}],
	] {
		given := _input(case[2])
		{[v.code, v.args.field] | some v in requirement.violation; v.member == case[0]} == {["refused", case[1]]} with input as given
		{b | some b in requirement.basis; b.member == case[0]} == set() with input as given
	}
}

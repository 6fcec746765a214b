package bidgate.requirement.threat_model.element_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.element as requirement

# What each row needs, as the threat model states it.
_good := {
	"data_flows": {"data_flows": testing.items([testing.data_flow(object.union_n([{"source": testing.stated("text")}, {"destination": testing.stated("text")}]))])},
	"interfaces": {"interfaces": testing.items([testing.interface({"name": testing.stated("text")})])},
	"actors": {"actors": testing.items([testing.named({})])},
	"dependencies": {"dependencies": testing.items([testing.named({})])},
	"adversaries": {"adversaries": testing.items([testing.adversary(object.union_n([{"skill": testing.stated("text")}, {"access": testing.stated("text")}]))])},
	"abuse": {"abuse_cases": testing.items([testing.abuse_case({})])},
	"harm": {"impact_domains": testing.items(["text"])},
	"validation": {"validation": testing.items([testing.validation({"kind": testing.stated("text")})])},
}

_input(fields) := testing.bundle_input({"threat_models": [testing.threat_model(fields)]})

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
	"data_flows": {"data_flows": {"state": state, "items": []}},
	"interfaces": {"interfaces": {"state": state, "items": []}},
	"actors": {"actors": {"state": state, "items": []}},
	"dependencies": {"dependencies": {"state": state, "items": []}},
	"adversaries": {"adversaries": {"state": state, "items": []}},
	"abuse": {"abuse_cases": {"state": state, "items": []}},
	"harm": {"impact_domains": {"state": state, "items": []}},
	"validation": {"validation": {"state": state, "items": []}},
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
	["data_flows", "the source of a flow", {"data_flows": testing.items([testing.data_flow(object.union_n([{"source": {"state": state}}, {"destination": testing.stated("text")}]))])}],
	["data_flows", "the end of a flow", {"data_flows": testing.items([testing.data_flow(object.union_n([{"source": testing.stated("text")}, {"destination": {"state": state}}]))])}],
	["interfaces", "the name of an interface", {"interfaces": testing.items([testing.interface({"name": {"state": state}})])}],
	["adversaries", "the skill of an attacker", {"adversaries": testing.items([testing.adversary(object.union_n([{"skill": {"state": state}}, {"access": testing.stated("text")}]))])}],
	["adversaries", "the reach of an attacker", {"adversaries": testing.items([testing.adversary(object.union_n([{"skill": testing.stated("text")}, {"access": {"state": state}}]))])}],
	["validation", "what was done to check the model", {"validation": testing.items([testing.validation({"kind": {"state": state}})])}],
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

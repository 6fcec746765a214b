# METADATA
# title: The threat model has each element that shows its rigour
# description: |
#   Asks for each element of a threat model that shows how it was made, that the
#   model lists at least one with what must be said of it. A model that says
#   nothing of data, ways in or attackers cannot be weighed. A value that is
#   declared unknown or withheld, and a format that has no place for it, are for
#   a person; one that is left out, is a placeholder or has a wrong form counts
#   as not stated, and so does an empty list. This cannot tell whether the lists
#   are whole.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: Threat Modeling Manifesto, edition: "2020", clause: "Four questions", confidence: secondary}
#   messages:
#     missing: "The threat model does not state this; the entry is {state}."
#     not_stated: "The threat model does not state {field}; the entry is {state}."
#     declared: "The threat model gives this as {state}, so a person must ask for it."
#     field_declared: "The threat model gives {field} as {state}, so a person must ask for it."
#     stated: "The threat model states each thing that is asked for here."
#   remedy: List in the threat model what the row asks for.
#   question: Please add to the threat model what the row asks for.
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-03]
package bidgate.requirement.threat_model.element

import data.bidgate.lib.states

# The parts of the threat model that answer each row.
_groups := {i: {
	"data_flows": {"state": states.list(d.data_flows.state, count(d.data_flows.items)), "at": ["threat_models", i, "data_flows"]},
	"interfaces": {"state": states.list(d.interfaces.state, count(d.interfaces.items)), "at": ["threat_models", i, "interfaces"]},
	"actors": {"state": states.list(d.actors.state, count(d.actors.items)), "at": ["threat_models", i, "actors"]},
	"dependencies": {"state": states.list(d.dependencies.state, count(d.dependencies.items)), "at": ["threat_models", i, "dependencies"]},
	"adversaries": {"state": states.list(d.adversaries.state, count(d.adversaries.items)), "at": ["threat_models", i, "adversaries"]},
	"abuse": {"state": states.list(d.abuse_cases.state, count(d.abuse_cases.items)), "at": ["threat_models", i, "abuse_cases"]},
	"harm": {"state": states.list(d.impact_domains.state, count(d.impact_domains.items)), "at": ["threat_models", i, "impact_domains"]},
	"validation": {"state": states.list(d.validation.state, count(d.validation.items)), "at": ["threat_models", i, "validation"]},
} |
	some i, d in input.threat_models
}

_fields contains {"i": i, "member": "data_flows", "field": field, "state": state, "at": ["threat_models", i, "data_flows", "items", j]} if {
	some i, d in input.threat_models
	some j, item in d.data_flows.items
	some field, state in {
		"the source of a flow": item.source.state,
		"the end of a flow": item.destination.state,
	}
}

_fields contains {"i": i, "member": "interfaces", "field": field, "state": state, "at": ["threat_models", i, "interfaces", "items", j]} if {
	some i, d in input.threat_models
	some j, item in d.interfaces.items
	some field, state in {
		"the name of an interface": item.name.state,
	}
}

_fields contains {"i": i, "member": "adversaries", "field": field, "state": state, "at": ["threat_models", i, "adversaries", "items", j]} if {
	some i, d in input.threat_models
	some j, item in d.adversaries.items
	some field, state in {
		"the skill of an attacker": item.skill.state,
		"the reach of an attacker": item.access.state,
	}
}

_fields contains {"i": i, "member": "validation", "field": field, "state": state, "at": ["threat_models", i, "validation", "items", j]} if {
	some i, d in input.threat_models
	some j, item in d.validation.items
	some field, state in {
		"what was done to check the model": item.kind.state,
	}
}

violation contains {"member": member, "code": "missing", "args": {"state": group.state}, "at": group.at} if {
	some members in _groups
	some member, group in members
	group.state in states.missing_list
}

violation contains {"member": f.member, "code": "not_stated", "args": {"field": f.field, "state": f.state}, "at": f.at} if {
	some f in _fields
	f.state in states.missing_list
}

review contains {"member": member, "code": "declared", "args": {"state": group.state}, "at": group.at} if {
	some members in _groups
	some member, group in members
	group.state in states.told
}

review contains {"member": f.member, "code": "field_declared", "args": {"field": f.field, "state": f.state}, "at": f.at} if {
	some f in _fields
	f.state in states.told
}

_open := {[f.i, f.member] |
	some f in _fields
	f.state != "stated"
}

basis contains {"member": member, "code": "stated", "args": {}, "at": group.at, "level": "asserted"} if {
	some i, members in _groups
	some member, group in members
	group.state == "stated"
	not [i, member] in _open
}

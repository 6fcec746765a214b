# METADATA
# title: The data that the product handles is listed with its purpose
# description: |
#   Asks that the declaration lists the data that the product handles, each with
#   what it is for and how sensitive it is. Data that nobody listed is guarded
#   by nobody. A value that is declared unknown or withheld is an honest answer,
#   and a person looks at it; one that is left out, is a placeholder or has a
#   wrong form counts as not stated, and so does an empty list. This cannot tell
#   whether the list is whole.
# custom:
#   contract: 1
#   severity: minor
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Annex I Part I(2)(g)", confidence: source}
#     - {standard: NIST Privacy Framework, edition: "1.0", clause: "ID.IM-P", confidence: memory}
#   messages:
#     missing: "The declaration does not state this; the entry is {state}."
#     not_stated: "The declaration does not state {field}; the entry is {state}."
#     declared: "The declaration gives this as {state}, so a person must ask for it."
#     field_declared: "The declaration gives {field} as {state}, so a person must ask for it."
#     stated: "The declaration states each thing that is asked for here."
#   remedy: List in `data` each kind of data with its purpose and sensitivity.
#   question: Which data does the product handle, for what, and how sensitive is it?
#   tags: [core_area:security_management, csf:ID, csf2:ID.AM-07]
package bidgate.requirement.privacy.statement

import data.bidgate.lib.states

# The parts of the declaration that answer each row.
_groups := {i: {
	"data": {"state": states.list(d.data.state, count(d.data.items)), "at": ["declarations", i, "data"]},
} |
	some i, d in input.declarations
}

_fields contains {"i": i, "member": "data", "field": field, "state": state, "at": ["declarations", i, "data", "items", j]} if {
	some i, d in input.declarations
	some j, item in d.data.items
	some field, state in {
		"what data is handled": item.item.state,
		"what data is for": item.purpose.state,
		"how sensitive data is": item.sensitivity.state,
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

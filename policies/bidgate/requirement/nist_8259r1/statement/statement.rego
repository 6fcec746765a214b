# METADATA
# title: The declaration states what each activity of IR 8259r1 needs
# description: |
#   Asks for each activity of NIST IR 8259 revision 1 that leaves a statement in
#   the declaration, that it is there with all its parts. What each activity
#   leaves is our reading of the revision. A value that is declared unknown or
#   withheld is an honest answer, and a person looks at it; one that is left
#   out, is a placeholder or has a wrong form counts as not stated, and so does
#   an empty list. This cannot tell whether a statement is true.
# custom:
#   contract: 1
#   severity: major
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activities 0 to 8", confidence: secondary}
#   messages:
#     missing: "The declaration does not state this; the entry is {state}."
#     not_stated: "The declaration does not state {field}; the entry is {state}."
#     declared: "The declaration gives this as {state}, so a person must ask for it."
#     field_declared: "The declaration gives {field} as {state}, so a person must ask for it."
#     no_use: "The need {need} belongs to the use case {use}, which the declaration does not list."
#     stated: "The declaration states each thing that is asked for here."
#   remedy: State in the declaration what the row asks for.
#   question: Please state what the row asks for.
#   tags: [core_area:security_management, csf:GV, csf2:GV.OC-02]
package bidgate.requirement.nist_8259r1.statement

import data.bidgate.lib.states

# The parts of the declaration that answer each row.
_groups := {i: {
	"ir8259r1-A1.1": {"state": states.list(d.customers.state, count(d.customers.items)), "at": ["declarations", i, "customers"]},
	"ir8259r1-A1.2": {"state": states.list(d.use_cases.state, count(d.use_cases.items)), "at": ["declarations", i, "use_cases"]},
	"ir8259r1-A1.4": {"state": states.list(d.excluded_uses.state, count(d.excluded_uses.items)), "at": ["declarations", i, "excluded_uses"]},
	"ir8259r1-A2.1": {"state": states.list(d.needs.state, count(d.needs.items)), "at": ["declarations", i, "needs"]},
	"ir8259r1-A7.1": {"state": d.comms.state, "at": ["declarations", i, "comms"]},
	"ir8259r1-A8.4": {"state": d.updates.state, "at": ["declarations", i, "updates"]},
	"ir8259r1-A8.5": {"state": d.retirement.state, "at": ["declarations", i, "retirement"]},
} |
	some i, d in input.declarations
}

_fields contains {"i": i, "member": "ir8259r1-A1.1", "field": field, "state": state, "at": ["declarations", i, "customers", "items", j]} if {
	some i, d in input.declarations
	some j, item in d.customers.items
	some field, state in {
		"the name of a customer": item.name.state,
		"the sector of a customer": item.sector.state,
	}
}

_fields contains {"i": i, "member": "ir8259r1-A1.2", "field": field, "state": state, "at": ["declarations", i, "use_cases", "items", j]} if {
	some i, d in input.declarations
	some j, item in d.use_cases.items
	some field, state in {
		"the purpose of a use": item.purpose.state,
		"the environment of a use": item.environment.state,
		"the years of service of a use": item.lifetime_years.state,
	}
}

_fields contains {"i": i, "member": "ir8259r1-A2.1", "field": field, "state": state, "at": ["declarations", i, "needs", "items", j]} if {
	some i, d in input.declarations
	some j, item in d.needs.items
	some field, state in {
		"what a security need is": item.statement.state,
		"the use that a security need belongs to": states.list(item.use_cases.state, count(item.use_cases.items)),
	}
}

_fields contains {"i": i, "member": "ir8259r1-A7.1", "field": field, "state": state, "at": ["declarations", i, "comms"]} if {
	some i, d in input.declarations
	d.comms.state == "stated"
	some field, state in {
		"the channels": states.list(d.comms.channels.state, count(d.comms.channels.items)),
		"how to know that a message is real": d.comms.authenticity.state,
	}
}

_fields contains {"i": i, "member": "ir8259r1-A8.4", "field": field, "state": state, "at": ["declarations", i, "updates"]} if {
	some i, d in input.declarations
	d.updates.state == "stated"
	some field, state in {
		"how updates come": d.updates.mechanism.state,
		"how users are told of updates": d.updates.notification.state,
		"how an update is checked": d.updates.verification.state,
	}
}

_fields contains {"i": i, "member": "ir8259r1-A8.5", "field": field, "state": state, "at": ["declarations", i, "retirement"]} if {
	some i, d in input.declarations
	d.retirement.state == "stated"
	some field, state in {
		"how the product is passed on": d.retirement.transfer.state,
		"how data is erased": d.retirement.erase.state,
	}
}

# Use cases that a need names and that the declaration does not list.
_lost contains {"i": i, "j": j, "need": need.id.value, "use": use} if {
	some i, d in input.declarations
	some j, need in d.needs.items
	some use in need.use_cases.items
	not lower(use) in {lower(listed.id.value) | some listed in d.use_cases.items}
}

violation contains {"member": "ir8259r1-A2.1", "code": "no_use", "args": {"need": lost.need, "use": lost.use}, "at": ["declarations", lost.i, "needs", "items", lost.j]} if {
	some lost in _lost
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
} | {[lost.i, "ir8259r1-A2.1"] | some lost in _lost}

basis contains {"member": member, "code": "stated", "args": {}, "at": group.at, "level": "asserted"} if {
	some i, members in _groups
	some member, group in members
	group.state == "stated"
	not [i, member] in _open
}

# METADATA
# title: The declaration holds what IR 8259B wants written down
# description: |
#   Asks that the declaration itself holds what NIST IR 8259B and IR 8425 want a
#   maker to write down: the nine assumptions behind the design, the five points
#   of design and support, maintenance, the desk for questions, and the five
#   kinds of message to customers. An answer that a capability is met does not
#   show its parts; this does. A value that is declared unknown or withheld is
#   an honest answer, and a person looks at it; one that is left out, is a
#   placeholder or has a wrong form counts as not stated, and so does an empty
#   list. This cannot tell whether a statement is true.
# custom:
#   contract: 1
#   severity: major
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: NIST IR 8259B, edition: "2021", clause: "Documentation", confidence: source}
#     - {standard: NIST IR 8425, edition: "2022", clause: "Information Dissemination", confidence: secondary}
#   messages:
#     missing: "The declaration does not state this; the entry is {state}."
#     not_stated: "The declaration does not state {field}; the entry is {state}."
#     declared: "The declaration gives this as {state}, so a person must ask for it."
#     field_declared: "The declaration gives {field} as {state}, so a person must ask for it."
#     refused: "The maker says no to {field}."
#     stated: "The declaration states each thing that is asked for here."
#   remedy: State in the declaration what the row asks for.
#   question: Please state what the row asks for.
#   tags: [core_area:security_management, csf:GV, csf2:GV.SC-06]
package bidgate.requirement.nist_8259ab.documentation

import data.bidgate.lib.states

# The parts of the declaration that answer each row.
_groups := {i: {
	"ir8259b-DO-1": {"state": d.assumptions.state, "at": ["declarations", i, "assumptions"]},
	"ir8259b-DO-3": {"state": d.design.state, "at": ["declarations", i, "design"]},
	"ir8259b-DO-4": {"state": d.maintenance.state, "at": ["declarations", i, "maintenance"]},
	"ir8259b-IQ-2": {"state": d.support_contact.state, "at": ["declarations", i, "support_contact"]},
	"ir8259b-ID-1": {"state": d.broadcasts.state, "at": ["declarations", i, "broadcasts"]},
} |
	some i, d in input.declarations
}

_fields contains {"i": i, "member": "ir8259b-DO-1", "field": field, "state": state, "at": ["declarations", i, "assumptions"]} if {
	some i, d in input.declarations
	d.assumptions.state == "stated"
	some field, state in {
		"the expected customers": d.assumptions.customers.state,
		"the expected uses": d.assumptions.use_cases.state,
		"the physical use": d.assumptions.physical_use.state,
		"the network needs": d.assumptions.network_needs.state,
		"the data handled": d.assumptions.data_handled.state,
		"inputs and outputs": d.assumptions.inputs_outputs.state,
		"the security that is assumed": d.assumptions.assumed_security.state,
		"the laws that apply": d.assumptions.laws.state,
		"life span and support": d.assumptions.lifespan_and_support.state,
	}
}

_fields contains {"i": i, "member": "ir8259b-DO-3", "field": field, "state": state, "at": ["declarations", i, "design"]} if {
	some i, d in input.declarations
	d.design.state == "stated"
	some field, state in {
		"the platform": d.design.platform.state,
		"the protection of hardware and software": d.design.protection.state,
		"known misuse": d.design.known_misuse.state,
		"the supply chain": d.design.supply_chain.state,
		"certifications": d.design.certifications.state,
	}
}

_fields contains {"i": i, "member": "ir8259b-DO-4", "field": field, "state": state, "at": ["declarations", i, "maintenance"]} if {
	some i, d in input.declarations
	d.maintenance.state == "stated"
	some field, state in {
		"what customers must do": d.maintenance.customer_tasks.state,
		"whether others can reach the product from afar": d.maintenance.remote_access.state,
		"how maintenance is secured": d.maintenance.security.state,
	}
}

_fields contains {"i": i, "member": "ir8259b-IQ-2", "field": field, "state": state, "at": ["declarations", i, "support_contact"]} if {
	some i, d in input.declarations
	d.support_contact.state == "stated"
	some field, state in {
		"the contact for questions": d.support_contact.contact.state,
		"the days until an answer": d.support_contact.response_days.state,
	}
}

_fields contains {"i": i, "member": "ir8259b-ID-1", "field": field, "state": state, "at": ["declarations", i, "broadcasts"]} if {
	some i, d in input.declarations
	d.broadcasts.state == "stated"
	some field, state in {
		"messages on changed support terms": _said(d.broadcasts.support_terms.state, d.broadcasts.support_terms.value),
		"messages on the end of support": _said(d.broadcasts.end_of_support.state, d.broadcasts.end_of_support.value),
		"messages on needed maintenance": _said(d.broadcasts.maintenance.state, d.broadcasts.maintenance.value),
		"messages on new vulnerabilities": _said(d.broadcasts.vulnerabilities.state, d.broadcasts.vulnerabilities.value),
		"messages on breaches": _said(d.broadcasts.breaches.state, d.broadcasts.breaches.value),
	}
}

_said(state, value) := "refused" if {
	state == "stated"
	not value
} else := state

violation contains {"member": member, "code": "missing", "args": {"state": group.state}, "at": group.at} if {
	some members in _groups
	some member, group in members
	group.state in states.missing_list
}

violation contains {"member": f.member, "code": "not_stated", "args": {"field": f.field, "state": f.state}, "at": f.at} if {
	some f in _fields
	f.state in states.missing_list
}

violation contains {"member": f.member, "code": "refused", "args": {"field": f.field}, "at": f.at} if {
	some f in _fields
	f.state == "refused"
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

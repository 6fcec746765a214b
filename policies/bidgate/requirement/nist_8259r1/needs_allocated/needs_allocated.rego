# METADATA
# title: Each security need says who meets it
# description: |
#   Asks that the declaration lists the security needs of its customers, and says
#   for each one who meets it: the product, the maker's service, a supplier, an
#   integrator or the customer. A need that nobody was given is met by nobody. A
#   value that is declared unknown or withheld is an honest answer, and a person
#   looks at it; one that is left out, is empty, is a placeholder or has a wrong
#   form counts as not stated. This cannot tell whether the needs are the buyer's.
# custom:
#   contract: 1
#   severity: major
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activity 3, 3.4", confidence: secondary}
#   messages:
#     none: "The declaration lists no security need; its list is {state}."
#     not_allocated: "The security need {need} does not say who meets it; the entry is {state}."
#     list_declared: "The list of security needs is declared {state}, so a person must ask for it."
#     declared: "Who meets the security need {need} is declared {state}, so a person must ask."
#     allocated: "{needs:security need says|security needs each say} who meets it."
#   remedy: List the security needs of your customers in `needs`, and say in `allocated_to` who meets each one.
#   question: Which security needs do your customers have, and who meets each of them?
#   tags: [core_area:security_management, csf:GV, csf2:GV.OC-02]
package bidgate.requirement.nist_8259r1.needs_allocated

import data.bidgate.lib.states

_state[i] := states.list(declaration.needs.state, count(declaration.needs.items)) if some i, declaration in input.declarations

_needs contains {"declaration": i, "row": j, "need": need.id.value, "state": state} if {
	some i, declaration in input.declarations
	some j, need in declaration.needs.items
	state := states.list(need.allocated_to.state, count(need.allocated_to.items))
}

violation contains {"code": "none", "args": {"state": state}, "at": ["declarations", i, "needs"]} if {
	some i, state in _state
	state in states.missing_list
}

violation contains {
	"code": "not_allocated",
	"args": {"need": need.need, "state": need.state},
	"at": ["declarations", need.declaration, "needs", "items", need.row],
} if {
	some need in _needs
	need.state in states.missing_list
}

review contains {"code": "list_declared", "args": {"state": state}, "at": ["declarations", i, "needs"]} if {
	some i, state in _state
	state in states.told
}

review contains {
	"code": "declared",
	"args": {"need": need.need, "state": need.state},
	"at": ["declarations", need.declaration, "needs", "items", need.row],
} if {
	some need in _needs
	need.state in states.told
}

basis contains {
	"code": "allocated",
	"args": {"needs": count(input.declarations[i].needs.items)},
	"at": ["declarations", i, "needs"],
	"level": "asserted",
} if {
	some i, state in _state
	state == "stated"
	said := {need.state | some need in _needs; need.declaration == i}
	said == {"stated"}
}

# METADATA
# title: Customers are told of their own duties
# description: |
#   Asks that each duty which the declaration gives to the deployer or the user
#   names the document that tells them of it, and that this document is in the
#   bundle as stated, or at a web address. A duty that nobody told the customer of
#   will not be done. Where a party has no duty, the row says `none`. A duty or a
#   document that is declared unknown or withheld is for a person; one that is
#   left out, is a placeholder or has a wrong form counts as not stated. Where the
#   declaration gives customers no duty, the requirement does not apply on the
#   maker's word. This cannot tell whether customers understand what they are told.
# custom:
#   contract: 1
#   severity: major
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activities 3 and 8, 3.4 and 4.3", confidence: secondary}
#   messages:
#     no_matrix: "The declaration does not say which duties customers have; its list is {state}."
#     duty_not_stated: "The duty of the {party} for {topic} is {state}."
#     not_told: "Customers have a duty for {topic}, and the declaration names no document that tells them."
#     reference_broken: "Customers have a duty for {topic}, and the document that should tell them is not in the bundle as stated."
#     list_declared: "The list of duties is declared {state}, so a person must ask for it."
#     duty_declared: "The duty of the {party} for {topic} is declared {state}, so a person must ask."
#     reference_declared: "Where customers are told of their duty for {topic} is declared {state}, so a person must ask."
#     no_duties: "The declaration gives customers no duty, so there is nothing to tell."
#     told: "{duties:duty of customers is|duties of customers are} declared, and the declaration names the document that tells each."
#   remedy: Name in `told_in` of each duty listed the document that tells customers of it, and send that document.
#   question: In which document do you tell customers of the duties listed?
#   tags: [core_area:security_management, csf:GV, csf2:GV.SC-02]
package bidgate.requirement.nist_8259r1.customer_duties_told

import data.bidgate.lib.states

_parties contains {"declaration": i, "row": j, "party": party, "state": duty.state, "value": duty.value} if {
	some i, declaration in input.declarations
	some j, row in declaration.responsibility_matrix.items
	some party, duty in {"deployer": row.deployer, "user": row.user}
}

_unclear contains party if {
	some party in _parties
	party.state != "stated"
}

_duties := {[party.declaration, party.row] |
	some party in _parties
	party.state == "stated"
	party.value != "none"
}

_references contains {"declaration": i, "row": j, "outcome": told.outcome, "state": told.ref.state} if {
	some [i, j] in _duties
	told := input.declarations[i].responsibility_matrix.items[j].told_in
}

_found contains reference if {
	some reference in _references
	reference.state == "stated"
	reference.outcome in {"same", "no_digest", "url"}
}

violation contains {"code": "no_matrix", "args": {"state": state}, "at": ["declarations", i, "responsibility_matrix"]} if {
	some i, declaration in input.declarations
	state := declaration.responsibility_matrix.state
	state in states.missing
}

violation contains {
	"code": "duty_not_stated",
	"args": {"party": party.party, "topic": _topic(party.declaration, party.row), "state": party.state},
	"at": ["declarations", party.declaration, "responsibility_matrix", "items", party.row],
} if {
	some party in _unclear
	party.state in states.missing
}

violation contains {
	"code": "not_told",
	"args": {"topic": _topic(reference.declaration, reference.row)},
	"at": ["declarations", reference.declaration, "responsibility_matrix", "items", reference.row],
} if {
	some reference in _references
	reference.state in states.missing
}

violation contains {
	"code": "reference_broken",
	"args": {"topic": _topic(reference.declaration, reference.row)},
	"at": ["declarations", reference.declaration, "responsibility_matrix", "items", reference.row],
} if {
	some reference in (_references - _found)
	reference.state == "stated"
}

review contains {"code": "list_declared", "args": {"state": state}, "at": ["declarations", i, "responsibility_matrix"]} if {
	some i, declaration in input.declarations
	state := declaration.responsibility_matrix.state
	state in states.told
}

review contains {
	"code": "duty_declared",
	"args": {"party": party.party, "topic": _topic(party.declaration, party.row), "state": party.state},
	"at": ["declarations", party.declaration, "responsibility_matrix", "items", party.row],
} if {
	some party in _unclear
	party.state in states.told
}

review contains {
	"code": "reference_declared",
	"args": {"topic": _topic(reference.declaration, reference.row), "state": reference.state},
	"at": ["declarations", reference.declaration, "responsibility_matrix", "items", reference.row],
} if {
	some reference in _references
	reference.state in states.told
}

not_applicable contains {
	"code": "no_duties",
	"args": {},
	"at": ["declarations", i, "responsibility_matrix"],
	"level": "asserted",
} if {
	some i, declaration in input.declarations
	declaration.responsibility_matrix.state == "stated"
	not i in _with_duties
	not i in _with_unclear
}

_with_duties := {i | some [i, _] in _duties}

_with_unclear := {unclear.declaration | some unclear in _unclear}

basis contains {
	"code": "told",
	"args": {"duties": count(outcomes)},
	"at": ["declarations", i, "responsibility_matrix"],
	"level": _level({outcome | some outcome in outcomes}),
} if {
	some i in _with_duties
	open := {unclear | some unclear in _unclear; unclear.declaration == i}
	count(open) == 0
	left := {reference | some reference in (_references - _found); reference.declaration == i}
	count(left) == 0
	outcomes := [reference.outcome | some reference in _found; reference.declaration == i]
}

_topic(i, j) := input.declarations[i].responsibility_matrix.items[j].topic.value

_level(outcomes) := "evidenced" if {
	outcomes == {"same"}
} else := "asserted"

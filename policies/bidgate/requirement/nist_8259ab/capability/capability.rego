# METADATA
# title: The declaration answers each NIST capability
# description: |
#   Asks for each capability of NIST IR 8259A and 8259B, with those that IR 8425
#   adds, that the declaration answers it. It is met when every answer says "met"
#   with a statement; an answer to a family counts for each of its members. An
#   answer whose evidence is in the bundle with the digest stated is evidenced;
#   any other is the maker's word. "Not applicable" counts with a reason only.
#   "Partial" and "unknown", and answers declared unknown or withheld, are for a
#   person; an answer to a clause of another standard that asks the same counts
#   where the capability itself has none; no answer, and an answer that is a placeholder or of a wrong form,
#   count as not answered. With several answers for several parts of the product
#   the worst one counts. This cannot tell whether an answer is true.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: NIST IR 8259A, edition: "2020", clause: Core baseline, confidence: secondary}
#     - {standard: NIST IR 8259B, edition: "2021", clause: Core baseline, confidence: secondary}
#   equivalents:
#     - {standard: ETSI EN 303 645, clause: "5.1-1, 5.1-5, 5.2-1, 5.3-2, 5.3-10, 5.6-1, 5.11-1, 5.13-1B"}
#     - {standard: EU Cyber Resilience Act, clause: "Annex I Part I(2)(b), (c), (j), (m)"}
#   messages:
#     not_met: "The maker answers that this is not met."
#     unanswered: "The declaration does not answer this."
#     no_status: "The answer does not say whether this is met; its status is {state}."
#     no_statement: "The maker answers that this is met and does not say how."
#     no_reason: "The maker answers that this does not apply and gives no reason."
#     partial: "The maker answers that this is met in part and gives no plan with a due date, so a person must judge."
#     partial_with_plan: "The maker answers that this is met in part and plans the rest by {due:date}, so a person must judge."
#     unknown: "The maker answers that it is not known whether this is met, so a person must ask."
#     untold: "The maker does not tell all of the answer, so a person must ask."
#     does_not_apply: "The maker answers that this does not apply, with a reason."
#     met: "The maker answers that this is met, and says how."
#   remedy: Answer the capability in the declaration, with a statement, and point to evidence in the bundle by its digest.
#   question: Does the product meet this capability, how, and which document shows it?
#   tags: [core_area:system_engineering, csf:PR, csf:GV, csf2:GV.SC-06]
package bidgate.requirement.nist_8259ab.capability

import data.bidgate.lib.reply
import data.bidgate.lib.states

_members := object.keys(data.bidgate.catalog.requirements["nist_8259ab.capability"].members)

# One row for each member and answer that speaks for it, with what it comes to.
_answers contains {"declaration": i, "member": member, "answer": a, "outcome": _outcome(i, a)} if {
	some i, declaration in input.declarations
	some member in _members
	some a in declaration.clauses[member].answers
}

_answers contains {"declaration": i, "member": member, "answer": a, "outcome": _outcome(i, a)} if {
	some [i, member, a] in _elsewhere
}

# Answers under other standards, where the capability itself has none.
_elsewhere := {[i, member, a] |
	some [i, member, a] in reply.under_others("nist_8259ab.capability")
	count(input.declarations[i].clauses[member].answers) == 0
}

_heard := {[i, member] | some [i, member, _] in _elsewhere}

_outcome(i, a) := "no_status" if {
	input.declarations[i].answers[a].status.state in states.missing
} else := "untold" if {
	input.declarations[i].answers[a].status.state in states.told
} else := _needing(input.declarations[i].answers[a].statement.state, "met", "no_statement") if {
	input.declarations[i].answers[a].status.value == "met"
} else := _needing(input.declarations[i].answers[a].justification.state, "does_not_apply", "no_reason") if {
	input.declarations[i].answers[a].status.value == "not_applicable"
} else := "partial_with_plan" if {
	input.declarations[i].answers[a].status.value == "partial"
	input.declarations[i].answers[a].plan.state == "stated"
	input.declarations[i].answers[a].due.state == "stated"
} else := input.declarations[i].answers[a].status.value

# An answer that counts only with a text.
_needing(state, with_text, without) := with_text if {
	state == "stated"
} else := "untold" if {
	state in states.told
} else := without

_worse := {[row.declaration, row.member] |
	some row in _answers
	not row.outcome in {"met", "does_not_apply"}
}

_level(i, a) := "evidenced" if {
	some proof in input.declarations[i].answers[a].evidence
	proof.outcome == "same"
} else := "asserted"

violation contains {"member": member, "code": "unanswered", "args": {}, "at": ["declarations", i]} if {
	some i, declaration in input.declarations
	some member in _members
	count(declaration.clauses[member].answers) == 0
	not [i, member] in _heard
}

violation contains {"member": row.member, "code": "not_met", "args": {}, "at": _at(row.declaration, row.answer)} if {
	some row in _answers
	row.outcome == "not_met"
}

violation contains {"member": row.member, "code": "no_status", "args": {"state": state}, "at": _at(row.declaration, row.answer)} if {
	some row in _answers
	row.outcome == "no_status"
	state := input.declarations[row.declaration].answers[row.answer].status.state
}

violation contains {"member": row.member, "code": "no_statement", "args": {}, "at": _at(row.declaration, row.answer)} if {
	some row in _answers
	row.outcome == "no_statement"
}

violation contains {"member": row.member, "code": "no_reason", "args": {}, "at": _at(row.declaration, row.answer)} if {
	some row in _answers
	row.outcome == "no_reason"
}

review contains {"member": row.member, "code": "partial", "args": {}, "at": _at(row.declaration, row.answer)} if {
	some row in _answers
	row.outcome == "partial"
}

review contains {"member": row.member, "code": "partial_with_plan", "args": {"due": due}, "at": _at(row.declaration, row.answer)} if {
	some row in _answers
	row.outcome == "partial_with_plan"
	due := input.declarations[row.declaration].answers[row.answer].due.value.day
}

review contains {"member": row.member, "code": "unknown", "args": {}, "at": _at(row.declaration, row.answer)} if {
	some row in _answers
	row.outcome == "unknown"
}

review contains {"member": row.member, "code": "untold", "args": {}, "at": _at(row.declaration, row.answer)} if {
	some row in _answers
	row.outcome == "untold"
}

not_applicable contains {
	"member": row.member,
	"code": "does_not_apply",
	"args": {},
	"at": _at(row.declaration, row.answer),
	"level": "asserted",
} if {
	some row in _answers
	row.outcome == "does_not_apply"
}

basis contains {
	"member": row.member,
	"code": "met",
	"args": {},
	"at": _at(row.declaration, row.answer),
	"level": _level(row.declaration, row.answer),
} if {
	some row in _answers
	row.outcome == "met"
	not [row.declaration, row.member] in _worse
}

_at(i, a) := ["declarations", i, "answers", a]

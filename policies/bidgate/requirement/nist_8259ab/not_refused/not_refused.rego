# METADATA
# title: Safe passwords and updates are answered and not refused
# description: |
#   Asks of the three capabilities without which a connected product cannot be
#   kept safe (no shared default password, updates, and a check of each update)
#   that the maker answers, and does not answer "not met". A capability that is
#   left out fails as a refusal does, so that saying nothing is never better than
#   an honest answer; an answer to a clause of another standard that asks the same
#   counts where there is none of its own. An answer "not met" with a plan and a due date is for a
#   person, so that a maker who says openly what is still missing is not turned
#   away for it. So is an answer that is declared unknown or withheld.
#   Whether the answers are complete and shown by evidence is asked elsewhere;
#   this cannot tell whether they are true.
# custom:
#   contract: 1
#   severity: blocking
#   section: deployment
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Annex I Part I(2)(c)", confidence: source}
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Annex I Part II(7)", confidence: source}
#     - {standard: CISA Product Security Bad Practices, edition: "2025", clause: "Default passwords", confidence: secondary}
#     - {standard: NIST IR 8425, edition: "2022", clause: "Interface Access Control", confidence: secondary}
#     - {standard: NIST IR 8425, edition: "2022", clause: "Software Update 1", confidence: secondary}
#   equivalents:
#     - {standard: ETSI EN 303 645, clause: "5.1-1, 5.3-2, 5.3-10"}
#     - {standard: EU Cyber Resilience Act, clause: "Annex I Part I(2)(b), (c)"}
#   messages:
#     refused: "The maker answers \"not met\" to {capability}, and gives no plan with a due date."
#     unanswered: "The declaration does not answer {capability}, without which a connected product cannot be kept safe."
#     planned: "The maker answers \"not met\" to {capability} and plans it by {due:date}, so a person must judge."
#     not_clear: "The answer to {capability} is not known or not told, so a person must ask."
#     none_refused: "The maker answers all {capabilities} capabilities and refuses none."
#   remedy: Answer the capability listed in the declaration; where the product does not have it yet, state the plan and the due date.
#   question: Does the product have the capability listed, and if not, when will it?
#   tags: [core_area:system_engineering, csf:PR, csf:GV, csf2:GV.SC-06]
package bidgate.requirement.nist_8259ab.not_refused

import data.bidgate.lib.reply
import data.bidgate.lib.states

_capabilities := {
	"ir8259a-LA-4": "a password of its own for each device (LA-4)",
	"ir8259a-SU-1": "software updates (SU-1)",
	"ir8259a-SU-2": "checked updates (SU-2)",
}

_rows contains {"declaration": i, "capability": capability, "answer": a, "outcome": _outcome(i, a)} if {
	some i, declaration in input.declarations
	some member, capability in _capabilities
	some a in declaration.clauses[member].answers
}

_rows contains {"declaration": i, "capability": _capabilities[member], "answer": a, "outcome": _outcome(i, a)} if {
	some [i, member, a] in _elsewhere
}

# Answers under other standards, where the capability itself has none.
_elsewhere := {[i, member, a] |
	some [i, member, a] in reply.under_others("nist_8259ab.capability")
	_capabilities[member]
	count(input.declarations[i].clauses[member].answers) == 0
}

_heard := {[i, member] | some [i, member, _] in _elsewhere}

_outcome(i, a) := "unanswered" if {
	input.declarations[i].answers[a].status.state in states.missing
} else := "not_clear" if {
	input.declarations[i].answers[a].status.state in states.told
} else := "planned" if {
	input.declarations[i].answers[a].status.value == "not_met"
	input.declarations[i].answers[a].plan.state == "stated"
	input.declarations[i].answers[a].due.state == "stated"
} else := "refused" if {
	input.declarations[i].answers[a].status.value == "not_met"
} else := "not_clear" if {
	input.declarations[i].answers[a].status.value == "unknown"
} else := "answered"

# Capabilities that the declaration does not answer at all.
_silent contains {"declaration": i, "capability": capability} if {
	some i, declaration in input.declarations
	some member, capability in _capabilities
	count(declaration.clauses[member].answers) == 0
	not [i, member] in _heard
}

violation contains {"code": "refused", "args": {"capability": row.capability}, "at": _at(row.declaration, row.answer)} if {
	some row in _rows
	row.outcome == "refused"
}

violation contains {"code": "unanswered", "args": {"capability": row.capability}, "at": _at(row.declaration, row.answer)} if {
	some row in _rows
	row.outcome == "unanswered"
}

violation contains {"code": "unanswered", "args": {"capability": s.capability}, "at": ["declarations", s.declaration]} if {
	some s in _silent
}

review contains {
	"code": "planned",
	"args": {"capability": row.capability, "due": due},
	"at": _at(row.declaration, row.answer),
} if {
	some row in _rows
	row.outcome == "planned"
	due := input.declarations[row.declaration].answers[row.answer].due.value.day
}

review contains {"code": "not_clear", "args": {"capability": row.capability}, "at": _at(row.declaration, row.answer)} if {
	some row in _rows
	row.outcome == "not_clear"
}

basis contains {
	"code": "none_refused",
	"args": {"capabilities": count(_capabilities)},
	"at": ["declarations", i],
	"level": "asserted",
} if {
	some i, _ in input.declarations
	answered := {row.capability | some row in _rows; row.declaration == i; row.outcome == "answered"}
	answered == {capability | some capability in _capabilities}
	said := {row.outcome | some row in _rows; row.declaration == i}
	said == {"answered"}
}

_at(i, a) := ["declarations", i, "answers", a]

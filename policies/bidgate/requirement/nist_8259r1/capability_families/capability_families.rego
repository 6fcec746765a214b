# METADATA
# title: The declaration speaks to each family of technical capabilities
# description: |
#   Asks that the declaration answers each of the six families of NIST IR 8259A,
#   or leaves a family out with a reason. An honest "not met" is an answer here;
#   whether a capability is met is asked elsewhere. A family of which the
#   declaration only says that it is not known, or whose answer or reason is
#   withheld, is for a person; a family without an answer, and one that is left
#   out without a reason, fail. This cannot tell whether an answer is true.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activity 4, 3.5", confidence: secondary}
#     - {standard: NIST IR 8259A, edition: "2020", clause: Core baseline, confidence: secondary}
#   parameters:
#     families:
#       type: strings
#       default: [ir8259a-DI, ir8259a-DC, ir8259a-DP, ir8259a-LA, ir8259a-SU, ir8259a-CS]
#       description: Families that must be answered, by clause id.
#   messages:
#     unanswered: "The declaration does not answer the families {families}."
#     no_reason: "The declaration leaves out {family} and gives no reason."
#     untold: "The declaration does not tell its answer to {family}, so a person must ask."
#     answered: "The declaration answers each of the {families} families, or leaves it out with a reason."
#   remedy: Answer each family listed in the declaration, or leave it out with a reason.
#   question: What does the product do in the families listed, or why do they not apply?
#   tags: [core_area:system_engineering, csf:GV, csf2:GV.SC-06]
package bidgate.requirement.nist_8259r1.capability_families

import data.bidgate.lib.states

_families := {family | some family in input.parameters.nist_8259r1.capability_families.families}

# The answers to a family or to a member of it, with what each comes to.
_answers contains {"declaration": i, "answer": a, "family": family, "outcome": _outcome(i, a)} if {
	some i, declaration in input.declarations
	some a, answer in declaration.answers
	answer.requirement.state == "stated"
	some family in _families
	startswith(sprintf("%s-", [answer.requirement.value]), sprintf("%s-", [family]))
}

_outcome(i, a) := "answered" if {
	input.declarations[i].answers[a].status.value in {"met", "partial", "not_met"}
} else := _reasoned(input.declarations[i].answers[a].justification.state) if {
	input.declarations[i].answers[a].status.value == "not_applicable"
} else := "untold" if {
	input.declarations[i].answers[a].status.state in states.told
} else := "none"

_reasoned(state) := "answered" if {
	state == "stated"
} else := "untold" if {
	state in states.told
} else := "no_reason"

_answered contains [answer.declaration, answer.family] if {
	some answer in _answers
	answer.outcome == "answered"
}

# Answers to families that no other answer speaks to.
_weak contains answer if {
	some answer in _answers
	answer.outcome != "none"
	count({[answer.declaration, answer.family]} & _answered) == 0
}

_silent := {i: silent |
	some i, _ in input.declarations
	spoken := {family | some [of, family] in _answered; of == i} | {weak.family | some weak in _weak; weak.declaration == i}
	silent := _families - spoken
}

violation contains {"code": "unanswered", "args": {"families": sort(silent)}, "at": ["declarations", i, "answers"]} if {
	some i, silent in _silent
	count(silent) > 0
}

violation contains {
	"code": "no_reason",
	"args": {"family": weak.family},
	"at": ["declarations", weak.declaration, "answers", weak.answer],
} if {
	some weak in _weak
	weak.outcome == "no_reason"
}

review contains {
	"code": "untold",
	"args": {"family": weak.family},
	"at": ["declarations", weak.declaration, "answers", weak.answer],
} if {
	some weak in _weak
	weak.outcome == "untold"
}

basis contains {
	"code": "answered",
	"args": {"families": count(_families)},
	"at": ["declarations", i, "answers"],
	"level": "asserted",
} if {
	some i, _ in input.declarations
	count(_families) > 0
	said := {family | some [of, family] in _answered; of == i}
	said == _families
}

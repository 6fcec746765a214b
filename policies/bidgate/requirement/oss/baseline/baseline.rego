# METADATA
# title: Open-source deliverables follow a security baseline
# description: |
#   Asks that the declaration says which level of the OSPS Baseline of the
#   OpenSSF the open-source software that is delivered follows, with evidence
#   such as an evaluation log, and that it is no lower than you need. The level is
#   read in the words of the answer ("level 2"); an answer that names none, or
#   several, is for a person. Software that anyone may change is as safe as the
#   way its changes are looked at. A maker that delivers none answers so, with
#   that as the reason. An answer to a group counts for each row of it that has
#   no answer of its own. An answer whose evidence is in the bundle with the
#   digest stated is evidenced; any other is the word of the maker. "Not
#   applicable" counts with a reason only. "Partial" and "unknown", and answers
#   declared unknown or withheld, are for a person. With several answers the
#   worst one counts. This cannot tell whether an answer is true.
# custom:
#   contract: 1
#   severity: minor
#   section: supply-chain
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: OpenSSF OSPS Baseline, edition: "2026", clause: "Levels", confidence: source}
#   parameters:
#     min_level: {type: integer, default: 1, min: 1, max: 3, description: Lowest level of the OSPS Baseline that counts.}
#   messages:
#     below: "The answer names level {level} of the OSPS Baseline, and level {least} is asked for."
#     no_level: "The answer does not name a level of the OSPS Baseline, so a person must ask."
#     several: "The answer names several levels of the OSPS Baseline, from {level} on, so a person must ask which one holds."
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
#   remedy: Answer the question in the declaration, with a statement that names the level, and point to evidence in the bundle by its digest.
#   question: Which level of the OSPS Baseline does your open-source software follow?
#   tags: [core_area:software_assurance, csf:GV, csf2:GV.SC-06]
package bidgate.requirement.oss.baseline

import data.bidgate.lib.reply

_replies := reply.of("oss.baseline")

_worse := reply.worse(_replies)

violation contains {"member": row.member, "code": row.outcome, "args": row.args, "at": row.at} if {
	some row in _replies
	row.outcome in {"unanswered", "not_met", "no_status", "no_statement", "no_reason"}
}

review contains {"member": row.member, "code": row.outcome, "args": row.args, "at": row.at} if {
	some row in _replies
	row.outcome in {"partial", "partial_with_plan", "unknown", "untold"}
}

violation contains {"member": row.member, "code": "below", "args": {"level": max(levels), "least": _least}, "at": row.at} if {
	some [row, levels] in _levelled
	max(levels) < _least
}

review contains {"member": row.member, "code": "no_level", "args": {}, "at": row.at} if {
	some [row, levels] in _levelled
	levels == set()
}

review contains {"member": row.member, "code": "several", "args": {"level": min(levels)}, "at": row.at} if {
	some [row, levels] in _levelled
	count(levels) > 1
	max(levels) >= _least
}

not_applicable contains {"member": row.member, "code": row.outcome, "args": {}, "at": row.at, "level": "asserted"} if {
	some row in _replies
	row.outcome == "does_not_apply"
}

basis contains {"member": row.member, "code": row.outcome, "args": {}, "at": row.at, "level": row.level} if {
	some row in _replies
	row.outcome == "met"
	not [row.i, row.member] in _worse
	not [row.i, row.member] in _unsure
}

_least := input.parameters.oss.baseline.min_level

# Answers that say yes, with the levels that their words name.
_levelled := {[row, levels] |
	some row in _replies
	row.outcome == "met"
	words := input.declarations[row.i].answers[row.at[3]].statement.value
	levels := {to_number(found[1]) | some found in regex.find_all_string_submatch_n(`(?i)\blevel[ :]*([1-3])\b`, words, -1)}
}

# Members with an answer that does not name one level that is high enough.
_unsure := {[row.i, row.member] |
	some [row, levels] in _levelled
	not _enough(levels)
}

_enough(levels) if {
	count(levels) == 1
	max(levels) >= _least
}

# METADATA
# title: The declaration tells how AI parts are made and kept
# description: |
#   Asks for the list of AI parts by the seven groups of the G7 and CISA, for
#   how models are watched, for the secure making of AI, for code that AI wrote
#   and for AI services of others, that the declaration answers each. A model
#   changes with its data, so that its security rests on how it is made and
#   watched, not on a test on one day. A product that is declared to use no AI
#   need not answer, but for code from AI, which concerns all. The titles are in
#   our own words. An answer to a group counts for each row of it that has no
#   answer of its own. An answer whose evidence is in the bundle with the digest
#   stated is evidenced; any other is the word of the maker. "Not applicable"
#   counts with a reason only. "Partial" and "unknown", and answers declared
#   unknown or withheld, are for a person. With several answers the worst one
#   counts. This cannot tell whether an answer is true.
# custom:
#   contract: 1
#   severity: minor
#   section: development
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: G7 and CISA SBOM for AI minimum elements, edition: "2026-05", clause: "Clusters", confidence: secondary}
#     - {standard: NIST AI RMF, edition: "1.0", clause: "GOVERN, MAP, MEASURE, MANAGE", confidence: source}
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
#     no_ai: "The declaration says that the product uses no AI."
#     does_not_apply: "The maker answers that this does not apply, with a reason."
#     met: "The maker answers that this is met, and says how."
#   remedy: Answer the point in the declaration, with a statement, and point to evidence in the bundle by its digest.
#   question: How is this point met for the AI in the product, and which document shows it?
#   tags: [core_area:software_assurance, csf:GV, csf2:GV.SC-06]
package bidgate.requirement.ai.practice

import data.bidgate.lib.reply

_replies := reply.of("ai.practice")

_worse := reply.worse(_replies)

# Rows that a product without AI need not answer.
_only_ai := {id |
	some id, row in data.bidgate.catalog.requirements["ai.practice"].members
	not row.columns.always
}

_spared contains row if {
	some row in _replies
	row.outcome == "unanswered"
	row.member in _only_ai
	input.declarations[row.i].ai.state == "stated"
	input.declarations[row.i].ai.used.state == "stated"
	input.declarations[row.i].ai.used.value == false
}

violation contains {"member": row.member, "code": row.outcome, "args": row.args, "at": row.at} if {
	some row in (_replies - _spared)
	row.outcome in {"unanswered", "not_met", "no_status", "no_statement", "no_reason"}
}

not_applicable contains {"member": row.member, "code": "no_ai", "args": {}, "at": ["declarations", row.i, "ai"], "level": "asserted"} if {
	some row in _spared
}

review contains {"member": row.member, "code": row.outcome, "args": row.args, "at": row.at} if {
	some row in _replies
	row.outcome in {"partial", "partial_with_plan", "unknown", "untold"}
}

not_applicable contains {"member": row.member, "code": row.outcome, "args": {}, "at": row.at, "level": "asserted"} if {
	some row in _replies
	row.outcome == "does_not_apply"
}

basis contains {"member": row.member, "code": row.outcome, "args": {}, "at": row.at, "level": row.level} if {
	some row in _replies
	row.outcome == "met"
	not [row.i, row.member] in _worse
}

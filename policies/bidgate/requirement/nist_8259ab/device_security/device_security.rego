# METADATA
# title: The declaration answers each device security capability
# description: |
#   Asks for each of the six capabilities of the family Device Security that
#   NIST SP 800-213A adds to those of IR 8259A, that the declaration answers it.
#   Federal systems rely on the device to keep itself and its traffic safe. The
#   titles are in our own words. An answer to a group counts for each row of it
#   that has no answer of its own. An answer whose evidence is in the bundle
#   with the digest stated is evidenced; any other is the word of the maker.
#   "Not applicable" counts with a reason only. "Partial" and "unknown", and
#   answers declared unknown or withheld, are for a person. With several answers
#   the worst one counts. This cannot tell whether an answer is true.
# custom:
#   contract: 1
#   severity: minor
#   section: development
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: NIST SP 800-213A, edition: "2021", clause: "DS", confidence: source}
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
#   tags: [core_area:system_engineering, csf:PR, csf2:PR.PS-01]
package bidgate.requirement.nist_8259ab.device_security

import data.bidgate.lib.reply

_replies := reply.of("nist_8259ab.device_security")

_worse := reply.worse(_replies)

violation contains {"member": row.member, "code": row.outcome, "args": row.args, "at": row.at} if {
	some row in _replies
	row.outcome in {"unanswered", "not_met", "no_status", "no_statement", "no_reason"}
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

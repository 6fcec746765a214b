# METADATA
# title: The declaration answers each part of EN 18031
# description: |
#   Asks of radio equipment that reaches the internet, that the declaration
#   answers each part of EN 18031: network, personal data and money. Equipment
#   that anyone can reach over the internet can be turned against its network
#   and its owner. A part that does not apply, as for a device that moves no
#   money, needs that reason. The duty has been in force since 1 August 2025 and
#   ends when the Cyber Resilience Act takes over; after that the findings are
#   advice. An answer to a group counts for each row of it that has no answer of
#   its own. An answer whose evidence is in the bundle with the digest stated is
#   evidenced; any other is the word of the maker. "Not applicable" counts with
#   a reason only. "Partial" and "unknown", and answers declared unknown or
#   withheld, are for a person. With several answers the worst one counts. This
#   cannot tell whether an answer is true.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: EU RED delegated act, edition: "(EU) 2022/30", clause: "Article 1", confidence: secondary}
#   effective_from: "2025-08-01"
#   effective_to: "2027-12-10"
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
#   remedy: Answer the part in the declaration, and add the test report or certificate to the bundle.
#   question: Which parts of EN 18031 does the product meet, and which report shows it?
#   tags: [core_area:security_evaluation, csf:GV, csf2:GV.OC-03]
package bidgate.requirement.radio.essential

import data.bidgate.lib.reply

_replies := reply.of("radio.essential")

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

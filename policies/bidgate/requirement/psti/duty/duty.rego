# METADATA
# title: The declaration answers each duty of the UK rules for connected consumer products
# description: |
#   Asks whether the product is one that the UK rules cover, and how reports
#   of weaknesses and the period of updates are published. The titles are in
#   our own words. A product that is excepted, such as a medical device or a
#   smart meter, is "not applicable", with that reason. Times to answer,
#   passwords, the contact, and the length, end and place of the period of
#   updates are judged by requirements of their own, from facts of the
#   declaration. An answer to a group counts for each row of it that
#   has no answer of its own. An answer whose evidence is in the bundle with
#   the digest stated is evidenced; any other is the word of the maker. "Not
#   applicable" counts with a reason only. "Partial" and "unknown", and
#   answers declared unknown or withheld, are for a person. With several
#   answers the worst one counts. This cannot tell whether an answer is true.
# custom:
#   contract: 1
#   severity: major
#   section: vulnerability-management
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: UK PSTI Regulations, edition: "2023", clause: "Schedule 1", confidence: secondary}
#   effective_from: "2024-04-29"
#   equivalents:
#     - {standard: ETSI EN 303 645, clause: "5.2-1, 5.3-13"}
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
#   remedy: Answer the point in the declaration, and say where it is published.
#   question: How do you meet this duty, and where can we read it?
#   tags: [core_area:incident_management, csf:GV, csf2:GV.OC-03]
package bidgate.requirement.psti.duty

import data.bidgate.lib.reply

_replies := reply.of("psti.duty")

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

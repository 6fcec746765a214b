# METADATA
# title: Type approval for cybersecurity and updates is shown
# description: |
#   Asks, where a vehicle needs type approval, that the declaration says that
#   there is one under UN Regulations 155 and 156. A vehicle can be attacked
#   while it moves, and one wrong update reaches many at once. A part that needs
#   none is "not applicable", with that reason. The certificate is taken down as
#   an attachment and not read, so an answer should point to it by its digest;
#   its dates are judged with all certificates. An answer to a group counts for
#   each row of it that has no answer of its own. An answer whose evidence is in
#   the bundle with the digest stated is evidenced; any other is the word of the
#   maker. "Not applicable" counts with a reason only. "Partial" and "unknown",
#   and answers declared unknown or withheld, are for a person. With several
#   answers the worst one counts. This cannot tell whether an answer is true.
# custom:
#   contract: 1
#   severity: major
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: UN Regulation 155, edition: "2021", clause: "Whole regulation", confidence: memory}
#     - {standard: UN Regulation 156, edition: "2021", clause: "Whole regulation", confidence: memory}
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
#   remedy: Add the certificate to the bundle, and point to it by its digest in the answer.
#   question: Under which certificate is the type approved, and until when?
#   tags: [core_area:security_evaluation, csf:GV, csf2:GV.OC-03]
package bidgate.requirement.automotive.type_approval

import data.bidgate.lib.reply

_replies := reply.of("automotive.type_approval")

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

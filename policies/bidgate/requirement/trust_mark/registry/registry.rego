# METADATA
# title: The facts that a Cyber Trust Mark register shows are told
# description: |
#   Asks for each fact that the public register of the US Cyber Trust Mark is to
#   show, that the declaration gives it. They tell a buyer who stands behind the
#   product and until when it is supported. The register is not in service yet,
#   and the section numbers are from memory. A buyer can ask for the same facts
#   without the label. The titles are in our own words. An answer to a group
#   counts for each row of it that has no answer of its own. An answer whose
#   evidence is in the bundle with the digest stated is evidenced; any other is
#   the word of the maker. "Not applicable" counts with a reason only. "Partial"
#   and "unknown", and answers declared unknown or withheld, are for a person.
#   With several answers the worst one counts. This cannot tell whether an
#   answer is true.
# custom:
#   contract: 1
#   severity: minor
#   section: deployment
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: US 47 CFR Part 8, edition: "2024", clause: "8.222", confidence: memory}
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
#   remedy: Answer the point in the declaration, with the text that the register would show.
#   question: What would the public register say on this point?
#   tags: [core_area:security_evaluation, csf:GV, csf2:GV.SC-06]
package bidgate.requirement.trust_mark.registry

import data.bidgate.lib.reply

_replies := reply.of("trust_mark.registry")

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

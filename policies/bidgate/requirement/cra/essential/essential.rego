# METADATA
# title: The declaration answers each essential point of the CRA
# description: |
#   Asks for each essential point of Annex I of the EU Cyber Resilience Act,
#   and for the care with parts from others of Article 13(5), that the
#   declaration answers it. The titles are in our own words. Before 11
#   December 2027 the findings are advice. No answer under IR 8259 is asked
#   for; an answer to the clause of another standard that the row lists counts
#   as one to the row. An answer to a group counts for each row of it that has
#   no answer of its own. An answer whose evidence is in the bundle with the
#   digest stated is evidenced; any other is the word of the maker. "Not
#   applicable" counts with a reason only. "Partial" and "unknown", and
#   answers declared unknown or withheld, are for a person. With several
#   answers the worst one counts. This cannot tell whether an answer is true.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Annex I", confidence: source}
#   effective_from: "2027-12-11"
#   equivalents:
#     - {standard: ETSI EN 303 645, clause: "5.1-1, 5.3-2, 5.3-10, 5.6-1, 5.11-1"}
#     - {standard: NIST IR 8259A, clause: "DC-3, DP-1, DP-2, LA-1, LA-2, LA-4, SU-1, SU-2, SU-5, CS-4"}
#     - {standard: NIST SP 800-218, clause: "PW.6.1, PW.6.2"}
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
#   remedy: Answer the point in the declaration under its id, with how it is met, and point to evidence in the bundle by its digest.
#   question: Does the product meet this point, how, and which document shows it?
#   tags: [core_area:system_engineering, csf:PR, csf:GV, csf2:GV.SC-06]
package bidgate.requirement.cra.essential

import data.bidgate.lib.reply

_replies := reply.of("cra.essential")

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

# METADATA
# title: The declaration answers each mandatory provision of EN 303 645
# description: |
#   Asks for each of the 36 mandatory provisions of ETSI EN 303 645 V3.1.3 that
#   the declaration answers it. They stop the attacks that consumer devices meet
#   most. The titles are in our own words; a list of ids from the standard was
#   compared with a second source, the text was not. "Not applicable" is taken
#   only where the provision has a condition, and with a reason. Ids of V2.1.1
#   that were split, such as 5.6-4, do not count. An answer to a group counts
#   for each row of it that has no answer of its own. An answer whose evidence
#   is in the bundle with the digest stated is evidenced; any other is the word
#   of the maker. "Not applicable" counts with a reason only. "Partial" and
#   "unknown", and answers declared unknown or withheld, are for a person. With
#   several answers the worst one counts. This cannot tell whether an answer is
#   true.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: ETSI EN 303 645, edition: "V3.1.3", clause: "Annex B", confidence: secondary}
#   equivalents:
#     - {standard: NIST IR 8259A, clause: "DP-2, LA-1, LA-3, LA-4, LA-5, SU-1, SU-2"}
#     - {standard: NIST IR 8259B, clause: "IQ-1"}
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
#     unconditional: "The maker answers that this does not apply, but the provision has no condition."
#     met: "The maker answers that this is met, and says how."
#   remedy: Answer the provision in the declaration, as in the table of Annex B, and point to evidence in the bundle.
#   question: Does the product meet this provision of EN 303 645 V3.1.3, how, and which document shows it?
#   tags: [core_area:system_engineering, csf:PR, csf2:PR.PS-01]
package bidgate.requirement.etsi_303645.provision

import data.bidgate.lib.reply

_replies := reply.of("etsi_303645.provision")

_worse := reply.worse(_replies)

violation contains {"member": row.member, "code": row.outcome, "args": row.args, "at": row.at} if {
	some row in _replies
	row.outcome in {"unanswered", "not_met", "no_status", "no_statement", "no_reason"}
}

review contains {"member": row.member, "code": row.outcome, "args": row.args, "at": row.at} if {
	some row in _replies
	row.outcome in {"partial", "partial_with_plan", "unknown", "untold"}
}

_conditional contains id if {
	some id, row in data.bidgate.catalog.requirements["etsi_303645.provision"].members
	row.columns.conditional
}

violation contains {"member": row.member, "code": "unconditional", "args": {}, "at": row.at} if {
	some row in _replies
	row.outcome == "does_not_apply"
	not row.member in _conditional
}

not_applicable contains {"member": row.member, "code": row.outcome, "args": {}, "at": row.at, "level": "asserted"} if {
	some row in _replies
	row.outcome == "does_not_apply"
	row.member in _conditional
}

basis contains {"member": row.member, "code": row.outcome, "args": {}, "at": row.at, "level": row.level} if {
	some row in _replies
	row.outcome == "met"
	not [row.i, row.member] in _worse
	not [row.i, row.member] in _refused
}

# A row that cannot be set aside is not met by another answer beside it.
_refused contains [row.i, row.member] if {
	some row in _replies
	row.outcome == "does_not_apply"
	not row.member in _conditional
}

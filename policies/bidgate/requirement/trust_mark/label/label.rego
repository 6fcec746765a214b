# METADATA
# title: A claimed Cyber Trust Mark names product, administrator, laboratory and register
# description: |
#   Asks of a product that claims the US Cyber Trust Mark that the declaration
#   names what the label rests on. A product that claims none has nothing to
#   judge here. While the programme is not in service, a claim is for a person:
#   set operating_since to the day from which labels are given. The titles are in
#   our own words. An answer to a group counts for each row of it that has no
#   answer of its own. With several answers the worst one counts. This cannot
#   look the label up in the register.
# custom:
#   contract: 1
#   severity: minor
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: US 47 CFR Part 8, edition: "2024", clause: "Subpart B", confidence: secondary}
#   parameters:
#     operating_since: {type: date, description: Day from which the programme gives labels; not set while it gives none.}
#   messages:
#     not_claimed: "The declaration claims no US Cyber Trust Mark."
#     not_operating: "The declaration claims the US Cyber Trust Mark, and the programme was not in service on this day, so a person must ask."
#     not_met: "The maker answers that this is not met."
#     unanswered: "The declaration claims the label and does not answer this."
#     no_status: "The answer does not say whether this is met; its status is {state}."
#     no_statement: "The maker answers that this is met and does not say how."
#     no_reason: "The maker answers that this does not apply and gives no reason."
#     partial: "The maker answers that this is met in part and gives no plan with a due date, so a person must judge."
#     partial_with_plan: "The maker answers that this is met in part and plans the rest by {due:date}, so a person must judge."
#     unknown: "The maker answers that it is not known whether this is met, so a person must ask."
#     untold: "The maker does not tell all of the answer, so a person must ask."
#     does_not_apply: "The maker answers that this does not apply, with a reason."
#     met: "The maker answers that this is met, and says how."
#   remedy: Answer each point of the label in the declaration, or do not claim the label.
#   question: Under which entry of the register, by which administrator and laboratory, was the label given?
#   tags: [core_area:security_evaluation, csf:GV, csf2:GV.SC-06]
package bidgate.requirement.trust_mark.label

import data.bidgate.lib.reply

_since := input.parameters.trust_mark.label.operating_since

_replies := reply.of("trust_mark.label")

_worse := reply.worse(_replies)

# Declarations that answer at least one point of the label.
_claiming := {row.i | some row in _replies; row.outcome != "unanswered"}

_operating if {
	_since.set
	_since.value.day <= input.as_of.day
}

violation contains {"member": row.member, "code": row.outcome, "args": row.args, "at": row.at} if {
	some row in _replies
	row.i in _claiming
	row.outcome in {"unanswered", "not_met", "no_status", "no_statement", "no_reason"}
}

review contains {"member": row.member, "code": row.outcome, "args": row.args, "at": row.at} if {
	some row in _replies
	row.outcome in {"partial", "partial_with_plan", "unknown", "untold"}
}

review contains {"member": row.member, "code": "not_operating", "args": {}, "at": row.at} if {
	not _operating
	some row in _replies
	row.outcome == "met"
}

not_applicable contains {"member": row.member, "code": row.outcome, "args": {}, "at": row.at, "level": "asserted"} if {
	some row in _replies
	row.outcome == "does_not_apply"
}

not_applicable contains {"member": row.member, "code": "not_claimed", "args": {}, "at": row.at, "level": "verified"} if {
	some row in _replies
	not row.i in _claiming
}

basis contains {"member": row.member, "code": row.outcome, "args": {}, "at": row.at, "level": row.level} if {
	_operating
	some row in _replies
	row.outcome == "met"
	not [row.i, row.member] in _worse
}

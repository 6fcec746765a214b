# METADATA
# title: The technical file has each part of Annex VII
# description: |
#   Asks for each part of the technical file of Annex VII of the EU Cyber
#   Resilience Act, that the list technical_file of the declaration names it,
#   or that an answer does. Before 11 December 2027 the findings are advice. A
#   maker need not hand the file to a buyer: this asks whether it is there,
#   and reads nothing of it. An answer to a group counts for each row of it
#   that has no answer of its own. An answer whose evidence is in the bundle
#   with the digest stated is evidenced; any other is the word of the maker.
#   "Not applicable" counts with a reason only. "Partial" and "unknown", and
#   answers declared unknown or withheld, are for a person. With several
#   answers the worst one counts. This cannot tell whether an answer is true.
# custom:
#   contract: 1
#   severity: minor
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Annex VII", confidence: source}
#   effective_from: "2027-12-11"
#   messages:
#     not_met: "The maker answers that this is not met."
#     unanswered: "The declaration neither lists this nor answers it."
#     no_status: "The answer does not say whether this is met; its status is {state}."
#     no_statement: "The maker answers that this is met and does not say how."
#     no_reason: "The maker answers that this does not apply and gives no reason."
#     partial: "The maker answers that this is met in part and gives no plan with a due date, so a person must judge."
#     partial_with_plan: "The maker answers that this is met in part and plans the rest by {due:date}, so a person must judge."
#     unknown: "The maker answers that it is not known whether this is met, so a person must ask."
#     untold: "The maker does not tell all of the answer, so a person must ask."
#     does_not_apply: "The maker answers that this does not apply, with a reason."
#     list_untold: "The declaration does not tell the whole list, so a person must ask for it."
#     listed: "The list in the declaration names this."
#     met: "The maker answers that this is met, and says how."
#   remedy: Write this part of the technical file, and add it to `technical_file` in the declaration.
#   question: Does the technical file have this part?
#   tags: [core_area:security_evaluation, csf:GV, csf2:GV.OC-03]
package bidgate.requirement.cra.technical_file

import data.bidgate.lib.reply
import data.bidgate.lib.states

# What the list of the declaration names, and what is answered in full.
_listed contains {"i": i, "member": id} if {
	some i, declaration in input.declarations
	some id, row in data.bidgate.catalog.requirements["cra.technical_file"].members
	some word in declaration.cra.technical_file.items
	word in row.columns.words
}

# A row that nobody answers is open where the list is declared not to be told.
_replies contains row if {
	some row in reply.of("cra.technical_file")
	not _spoken(row)
}

_spoken(row) if {
	row.outcome == "unanswered"
	{"i": row.i, "member": row.member} in _listed
}

_untold contains i if {
	some i, declaration in input.declarations
	declaration.cra.technical_file.state in states.told
}

_worse := reply.worse(_replies)

violation contains {"member": row.member, "code": row.outcome, "args": row.args, "at": row.at} if {
	some row in _replies
	row.outcome in {"not_met", "no_status", "no_statement", "no_reason"}
}

violation contains {"member": row.member, "code": "unanswered", "args": {}, "at": row.at} if {
	some row in _replies
	row.outcome == "unanswered"
	not row.i in _untold
}

review contains {"member": row.member, "code": row.outcome, "args": row.args, "at": row.at} if {
	some row in _replies
	row.outcome in {"partial", "partial_with_plan", "unknown", "untold"}
}

review contains {"member": row.member, "code": "list_untold", "args": {}, "at": ["declarations", row.i, "cra", "technical_file"]} if {
	some row in _replies
	row.outcome == "unanswered"
	row.i in _untold
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

basis contains {"member": said.member, "code": "listed", "args": {}, "at": ["declarations", said.i, "cra", "technical_file"], "level": "asserted"} if {
	some said in _listed
	not [said.i, said.member] in _worse
	not [said.i, said.member] in _set_aside
}

_set_aside contains [row.i, row.member] if {
	some row in _replies
	row.outcome == "does_not_apply"
}

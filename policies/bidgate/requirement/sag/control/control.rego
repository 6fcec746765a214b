# METADATA
# title: Each control of the acquisition guide is answered or excused by a gate
# description: |
#   Asks for each of the 58 controls of the CISA Software Acquisition Guide that
#   the declaration answers it, or meets a governance gate that stands for it:
#   one gate of those linked, or with strict each of them. Together they show an
#   agency which risks it takes over with the software. A control that a gate
#   stands for is not asked, as in the worksheet, whatever else is answered to
#   it, so that an open answer beside the gate costs nothing. The links are
#   those of the formulas in the worksheet, and the titles are short forms, for
#   the worksheet has the text of each control. An answer to a group counts for
#   each row of it that has no answer of its own. An answer whose evidence is in
#   the bundle with the digest stated is evidenced; any other is the word of the
#   maker. "Not applicable" counts with a reason only. "Partial" and "unknown",
#   and answers declared unknown or withheld, are for a person. With several
#   answers the worst one counts. This cannot tell whether an answer is true.
# custom:
#   contract: 1
#   severity: major
#   section: supply-chain
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: CISA Software Acquisition Guide, edition: "2024", clause: "Controls, formulas of the worksheet", confidence: source}
#   parameters:
#     strict: {type: boolean, default: false, description: Whether all gates that are linked must be met to excuse a control.}
#   messages:
#     not_met: "The maker answers that this is not met."
#     unanswered: "The declaration does not answer this, and no gate stands for it."
#     no_status: "The answer does not say whether this is met; its status is {state}."
#     no_statement: "The maker answers that this is met and does not say how."
#     no_reason: "The maker answers that this does not apply and gives no reason."
#     partial: "The maker answers that this is met in part and gives no plan with a due date, so a person must judge."
#     partial_with_plan: "The maker answers that this is met in part and plans the rest by {due:date}, so a person must judge."
#     unknown: "The maker answers that it is not known whether this is met, so a person must ask."
#     untold: "The maker does not tell all of the answer, so a person must ask."
#     does_not_apply: "The maker answers that this does not apply, with a reason."
#     met: "The maker answers that this is met, and says how."
#     excused: "The answer to the gate {gate} is met, which stands for this control."
#   remedy: Answer the control, or a gate that stands for it, with a statement, and point to evidence in the bundle by its digest.
#   question: What do you answer to this control of the guide, and which document shows it?
#   tags: [core_area:scrm, csf:GV, csf2:GV.SC-06]
package bidgate.requirement.sag.control

import data.bidgate.lib.reply

_members := data.bidgate.catalog.requirements["sag.control"].members

_replies := reply.of("sag.control")

_worse := reply.worse(_replies)

_gates_worse := reply.worse(reply.of("sag.gate"))

# Gates that are met, by declaration and gate: the answers that say so.
_by_gate[[row.i, row.member]] contains row if {
	some row in reply.of("sag.gate")
	row.outcome == "met"
	not [row.i, row.member] in _gates_worse
}

_gates_met := {at: rows | some at, rows in _by_gate}

# Controls that gates stand for and that have no answer of their own that does.
_excused := {[row.i, row.member] |
	some row in _replies
	not row.outcome in {"met", "does_not_apply"}
	met := [gate | some gate in _members[row.member].columns.gates; _gates_met[[row.i, gate]]]
	count(met) >= _enough(count(_members[row.member].columns.gates))
}

_enough(gates) := gates if input.parameters.sag.control.strict

_enough(_) := 1 if not input.parameters.sag.control.strict

violation contains {"member": row.member, "code": row.outcome, "args": row.args, "at": row.at} if {
	some row in _replies
	row.outcome in {"unanswered", "not_met", "no_status", "no_statement", "no_reason"}
	not [row.i, row.member] in _excused
}

review contains {"member": row.member, "code": row.outcome, "args": row.args, "at": row.at} if {
	some row in _replies
	row.outcome in {"partial", "partial_with_plan", "unknown", "untold"}
	not [row.i, row.member] in _excused
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

basis contains {"member": member, "code": "excused", "args": {"gate": gate.member}, "at": gate.at, "level": gate.level} if {
	some [i, member] in _excused
	some id in _members[member].columns.gates
	some gate in _gates_met[[i, id]]
}

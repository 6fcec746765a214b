# METADATA
# title: What is said of controls can be shown, and plans are on time
# description: |
#   Asks of each control that is said to be verified what shows it: a document, a
#   file or an address that the model points to. Asks of each plan against a threat
#   that is open that its day has not passed; a day that stands in the words of the
#   plan, and not in its field, is for a person. Nothing shown, and evidence that a
#   format cannot name, are for a person too, as the words of a control may tell it.
#   A reference that leads nowhere is told with the other references of the
#   document. This cannot tell whether the evidence shows that the control holds.
# custom:
#   contract: 1
#   severity: minor
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: IEC 62443-4-1, edition: "2018", clause: SVV-2, confidence: secondary}
#     - {standard: FDA premarket cybersecurity guidance, edition: "2026", clause: Traceability, confidence: memory}
#   parameters:
#     due_words:
#       type: strings
#       default: ['\b(?:by|until|till|before|due|due on|no later than)(?: the)? (\d{4}-\d{2}-\d{2})\b']
#       description: "Patterns, in lower case, that find the day of a plan in its words, as year, month and day."
#   messages:
#     overdue: "The control {control} is planned against an open threat, and was due on {day:date}, before the day of the screening, {as_of:date}."
#     overdue_in_words: "The control {control} is planned against an open threat, and its words name {day}, which has passed, so a person must ask."
#     not_shown: "The control {control} is said to be verified, and what shows it is {state}, so a person must ask for it."
#     no_claims: "The threat model says of no control that it is verified or planned."
#     held: "Of {n:control|controls} said to be verified or planned, each points to what shows it or is not past its day."
#   remedy: Point in `evidence` of each verified control to what shows it, and carry out what was due or plan it anew.
#   question: What shows that the controls listed were verified, and what became of the plans whose day has passed?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-06]
package bidgate.requirement.threat_model.control_claims

import data.bidgate.lib.states

_closed := {"mitigated", "accepted", "transferred", "avoided", "not_applicable"}

_label(id, title) := id if {
	id != ""
} else := title

# Controls that claim something: "verified", or planned or under way.
_claims contains {"model": i, "row": j, "label": _label(control.id.value, control.title.value), "verified": control.status.value == "verified"} if {
	some i, model in input.threat_models
	some j, control in model.mitigations.items
	control.status.value in {"verified", "planned", "in_progress"}
}

# By model, the controls that stand against a threat that is open.
_needed := {i: rows |
	some i, model in input.threat_models
	rows := {row |
		some threat in model.threats.items
		not threat.status.value in _closed
		some row in threat.mitigations
	}
}

_at(claim) := ["threat_models", claim.model, "mitigations", "items", claim.row]

_unshown contains {"claim": claim, "state": state} if {
	some claim in _claims
	claim.verified
	evidence := input.threat_models[claim.model].mitigations.items[claim.row].evidence
	state := states.list(evidence.state, count(evidence.items))
	state != "stated"
}

_plans contains claim if {
	some claim in _claims
	not claim.verified
	claim.row in _needed[claim.model]
}

_overdue contains {"claim": plan, "day": due.value.day} if {
	some plan in _plans
	due := input.threat_models[plan.model].mitigations.items[plan.row].due
	due.state == "stated"
	due.value.day < input.as_of.day
}

# Plans without a due date, with a day in their words.
_spoken contains {"claim": plan, "day": day} if {
	some plan in _plans
	control := input.threat_models[plan.model].mitigations.items[plan.row]
	control.due.state != "stated"
	some pattern in input.parameters.threat_model.control_claims.due_words
	some [_, day] in regex.find_all_string_submatch_n(pattern, lower(concat(" ", [control.title.value, control.text.value])), -1)
	day < input.as_of.text
}

violation contains {"code": "overdue", "args": {"control": overdue.claim.label, "day": overdue.day, "as_of": input.as_of.day}, "at": _at(overdue.claim)} if {
	some overdue in _overdue
}

review contains {"code": "overdue_in_words", "args": {"control": spoken.claim.label, "day": spoken.day}, "at": _at(spoken.claim)} if {
	some spoken in _spoken
}

review contains {"code": "not_shown", "args": {"control": unshown.claim.label, "state": unshown.state}, "at": _at(unshown.claim)} if {
	some unshown in _unshown
}

_claiming := {claim.model | some claim in _claims}

not_applicable contains {"code": "no_claims", "args": {}, "at": ["threat_models", i, "mitigations"], "level": "verified"} if {
	some i, _ in input.threat_models
	not i in _claiming
}

basis contains {"code": "held", "args": {"n": n}, "at": ["threat_models", i, "mitigations"], "level": "asserted"} if {
	some i in (_claiming - {told.claim.model | some told in ((_overdue | _spoken) | _unshown)})
	n := count([1 | some claim in _claims; claim.model == i])
}

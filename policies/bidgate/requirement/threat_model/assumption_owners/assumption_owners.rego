# METADATA
# title: The threat model tells its assumptions and who must see to them
# description: |
#   Asks that each threat model lists at least one assumption, such as "the
#   cabinet is locked", and names for each one who must see that it holds. A
#   buyer who is not told of an assumption cannot make it true. A value that is
#   declared unknown or withheld is an honest answer, and a person looks at it;
#   one that is left out, is a placeholder or has a wrong form counts as not
#   stated. This cannot tell whether assumptions are missing from the list.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activity 8, 4.3.1", confidence: secondary}
#     - {standard: OWASP Threat Model Library, edition: "1.0.2", clause: assumptions, confidence: source}
#   messages:
#     none: "The threat model tells no assumption; its list is {state}."
#     not_stated: "The {field} of the assumption {assumption} is {state}."
#     list_declared: "The list of assumptions is declared {state}, so a person must ask for it."
#     declared: "The {field} of the assumption {assumption} is declared {state}, so a person must ask for it."
#     told: "{assumptions:assumption names|assumptions each name} who must see to it."
#   remedy: List what the threat model takes for granted, and name for each assumption who must see that it holds.
#   question: What does the threat model take for granted, and who must see to it?
#   tags: [core_area:system_engineering, csf:GV, csf2:GV.RM-04]
package bidgate.requirement.threat_model.assumption_owners

import data.bidgate.lib.states

_state[i] := states.list(model.assumptions.state, count(model.assumptions.items)) if some i, model in input.threat_models

_fields contains {"model": i, "row": j, "field": "text", "state": assumption.text.state} if {
	some i, model in input.threat_models
	some j, assumption in model.assumptions.items
}

_fields contains {"model": i, "row": j, "field": "owner", "state": assumption.owner.state} if {
	some i, model in input.threat_models
	some j, assumption in model.assumptions.items
}

violation contains {"code": "none", "args": {"state": state}, "at": ["threat_models", i, "assumptions"]} if {
	some i, state in _state
	state in states.missing_list
}

violation contains {
	"code": "not_stated",
	"args": {"assumption": id, "field": f.field, "state": f.state},
	"at": ["threat_models", f.model, "assumptions", "items", f.row],
} if {
	some f in _fields
	f.state in states.missing
	id := input.threat_models[f.model].assumptions.items[f.row].id.value
}

review contains {"code": "list_declared", "args": {"state": state}, "at": ["threat_models", i, "assumptions"]} if {
	some i, state in _state
	state in states.told
}

review contains {
	"code": "declared",
	"args": {"assumption": id, "field": f.field, "state": f.state},
	"at": ["threat_models", f.model, "assumptions", "items", f.row],
} if {
	some f in _fields
	f.state in states.told
	id := input.threat_models[f.model].assumptions.items[f.row].id.value
}

basis contains {
	"code": "told",
	"args": {"assumptions": count(input.threat_models[i].assumptions.items)},
	"at": ["threat_models", i, "assumptions"],
	"level": "asserted",
} if {
	some i, state in _state
	state == "stated"
	said := {f.state | some f in _fields; f.model == i}
	said == {"stated"}
}

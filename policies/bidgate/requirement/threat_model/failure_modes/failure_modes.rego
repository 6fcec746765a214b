# METADATA
# title: The threat model says how the product fails and what happens then
# description: |
#   Asks that each threat model lists at least one way in which the product can
#   fail, and says for each how the failure is noticed and what the product falls
#   back to. A model that lists none, and values that are declared unknown or
#   withheld, are for a person; a value that is left out, is a placeholder or has
#   a wrong form counts as not stated. This cannot tell whether the fallback
#   works.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activity 2, 3.3", confidence: secondary}
#   messages:
#     not_listed: "The threat model does not say how the product can fail; its list is {state}."
#     not_stated: "The {field} of the failure mode {mode} is {state}."
#     none_known: "The threat model says that the product cannot fail, so a person must ask why."
#     list_declared: "The list of failure modes is declared {state}, so a person must ask for it."
#     declared: "The {field} of the failure mode {mode} is declared {state}, so a person must ask for it."
#     described: "{modes:failure mode says|failure modes each say} how it is noticed and what happens then."
#   remedy: List the ways in which the product can fail, and state for each how it is noticed and what the product falls back to.
#   question: How can the product fail, how is that noticed, and what does it fall back to?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-04]
package bidgate.requirement.threat_model.failure_modes

import data.bidgate.lib.states

_fields contains {"model": i, "row": j, "field": "detection", "state": mode.detection.state} if {
	some i, model in input.threat_models
	some j, mode in model.failure_modes.items
}

_fields contains {"model": i, "row": j, "field": "fallback", "state": mode.fallback.state} if {
	some i, model in input.threat_models
	some j, mode in model.failure_modes.items
}

violation contains {"code": "not_listed", "args": {"state": state}, "at": ["threat_models", i, "failure_modes"]} if {
	some i, model in input.threat_models
	state := model.failure_modes.state
	state in states.missing
}

violation contains {
	"code": "not_stated",
	"args": {"mode": id, "field": f.field, "state": f.state},
	"at": ["threat_models", f.model, "failure_modes", "items", f.row],
} if {
	some f in _fields
	f.state in states.missing
	id := input.threat_models[f.model].failure_modes.items[f.row].id.value
}

review contains {"code": "none_known", "args": {}, "at": ["threat_models", i, "failure_modes"]} if {
	some i, model in input.threat_models
	states.list(model.failure_modes.state, count(model.failure_modes.items)) == "empty"
}

review contains {"code": "list_declared", "args": {"state": state}, "at": ["threat_models", i, "failure_modes"]} if {
	some i, model in input.threat_models
	state := model.failure_modes.state
	state in states.told
}

review contains {
	"code": "declared",
	"args": {"mode": id, "field": f.field, "state": f.state},
	"at": ["threat_models", f.model, "failure_modes", "items", f.row],
} if {
	some f in _fields
	f.state in states.told
	id := input.threat_models[f.model].failure_modes.items[f.row].id.value
}

basis contains {
	"code": "described",
	"args": {"modes": count(model.failure_modes.items)},
	"at": ["threat_models", i, "failure_modes"],
	"level": "asserted",
} if {
	some i, model in input.threat_models
	model.failure_modes.state == "stated"
	said := {f.state | some f in _fields; f.model == i}
	said == {"stated"}
}

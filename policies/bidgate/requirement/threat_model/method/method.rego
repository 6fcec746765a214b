# METADATA
# title: The threat model names its method
# description: |
#   Asks that each threat model says by which method threats were looked for, and
#   that the buyer knows it. A method that was only guessed from the classes of
#   the threats, one that is not in the buyer's list, and one that is declared
#   unknown or withheld are for a person; one that is left out, is a placeholder
#   or has a wrong form counts as not stated. This cannot tell whether the method
#   was followed.
# custom:
#   contract: 1
#   severity: minor
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: FDA premarket cybersecurity guidance, edition: "2026", clause: Threat modelling, confidence: memory}
#   parameters:
#     known:
#       type: strings
#       default: [STRIDE, STRIDE-per-element, LINDDUN, PASTA, TARA, VAST, OCTAVE, attack-tree]
#       description: Methods that need no explanation.
#   messages:
#     not_stated: "The method of the threat model is {state}."
#     declared: "The method of the threat model is declared {state}, so a person must ask for it."
#     guessed: "The threat model names no method; its classes of threats look like {methods}, so a person must ask."
#     other: "The threat model uses {methods}, which is not in the buyer's list, so a person must look at the method."
#     named: "The threat model uses {methods}."
#   remedy: State `method` in the threat model; for a method of your own, send its description.
#   question: By which method did you look for threats?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-03]
package bidgate.requirement.threat_model.method

import data.bidgate.lib.states

_known := {method | some method in input.parameters.threat_model.method.known}

_state[i] := states.list(model.method.state, count(model.method.items)) if some i, model in input.threat_models

_methods[i] := {method | some method in input.threat_models[i].method.items} if {
	some i, state in _state
	state == "stated"
	input.threat_models[i].method_basis == "stated"
}

violation contains {"code": "not_stated", "args": {"state": state}, "at": ["threat_models", i, "method"]} if {
	some i, state in _state
	state in states.missing_list
}

review contains {"code": "declared", "args": {"state": state}, "at": ["threat_models", i, "method"]} if {
	some i, state in _state
	state in states.told
}

review contains {
	"code": "guessed",
	"args": {"methods": sort(input.threat_models[i].method.items)},
	"at": ["threat_models", i, "method"],
} if {
	some i, state in _state
	state == "stated"
	input.threat_models[i].method_basis == "derived"
}

review contains {"code": "other", "args": {"methods": sort(methods)}, "at": ["threat_models", i, "method"]} if {
	some i, methods in _methods
	count(methods & _known) == 0
}

basis contains {
	"code": "named",
	"args": {"methods": sort(methods)},
	"at": ["threat_models", i, "method"],
	"level": "asserted",
} if {
	some i, methods in _methods
	count(methods & _known) > 0
}

# METADATA
# title: The threat model shows its trust boundaries
# description: |
#   Asks that each threat model lists at least one trust boundary: a line where
#   data or commands come from someone who is trusted less. Most attacks cross
#   one. A model that states that its product has no interface at all needs none.
#   A list that is declared unknown or withheld is an honest answer, and a person
#   looks at it; one that is left out, is empty, is a placeholder or has a wrong
#   form counts as not stated. This cannot tell whether a boundary is missing.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: IEC 62443-4-1, edition: "2018", clause: SR-2, confidence: memory}
#     - {standard: OWASP Threat Model Library, edition: "1.0.2", clause: trust_boundaries, confidence: source}
#   messages:
#     none: "The threat model shows no trust boundary; its list is {state}."
#     declared: "The list of trust boundaries is declared {state}, so a person must ask for it."
#     no_interface: "The threat model states that the product has no interface, so there is no boundary to show."
#     shown: "The threat model shows {boundaries:trust boundary|trust boundaries}."
#   remedy: List in `trust_boundaries` where data or commands cross from one level of trust to another.
#   question: Where do data or commands reach the product from someone who is trusted less?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.AM-03]
package bidgate.requirement.threat_model.trust_boundaries

import data.bidgate.lib.states

_state[i] := states.list(model.trust_boundaries.state, count(model.trust_boundaries.items)) if {
	some i, model in input.threat_models
}

_closed contains i if {
	some i, model in input.threat_models
	model.interfaces.state == "stated"
	count(model.interfaces.items) == 0
}

_without[i] := state if {
	some i, state in _state
	state in states.missing_list
}

violation contains {"code": "none", "args": {"state": state}, "at": ["threat_models", i, "trust_boundaries"]} if {
	some i, state in _without
	count({i} & _closed) == 0
}

review contains {"code": "declared", "args": {"state": state}, "at": ["threat_models", i, "trust_boundaries"]} if {
	some i, state in _state
	state in states.told
}

not_applicable contains {
	"code": "no_interface",
	"args": {},
	"at": ["threat_models", i, "interfaces"],
	"level": "asserted",
} if {
	some i, _ in _without
	i in _closed
}

basis contains {
	"code": "shown",
	"args": {"boundaries": count(input.threat_models[i].trust_boundaries.items)},
	"at": ["threat_models", i, "trust_boundaries"],
	"level": "asserted",
} if {
	some i, state in _state
	state == "stated"
}

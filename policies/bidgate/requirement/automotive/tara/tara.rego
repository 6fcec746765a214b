# METADATA
# title: The threat model follows a method for vehicles
# description: |
#   Asks that each threat model names a method of threat analysis and risk
#   assessment for vehicles (TARA), such as the one of ISO/SAE 21434. Other
#   methods may serve as well, and a person looks at them. A method that is
#   declared unknown or withheld is an honest answer, and a person looks at it;
#   one that is left out, is a placeholder or has a wrong form counts as not
#   stated. This cannot tell whether the method was followed.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: ISO/SAE 21434, edition: "2021", clause: "Clause 15", confidence: memory}
#   parameters:
#     methods: {type: strings, default: [tara, iso/sae 21434, iso-sae-21434, heavens, evita], description: Names of methods that count.}
#   messages:
#     not_stated: "The threat model does not name its method; the entry is {state}."
#     declared: "The method of the threat model is declared {state}, so a person must ask for it."
#     other: "The threat model follows {methods}, so a person must compare it with a TARA."
#     tara: "The threat model follows {methods}."
#   remedy: Make a TARA for the item, and name it in `method`.
#   question: By which method was the threat analysis and risk assessment made?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-05]
package bidgate.requirement.automotive.tara

import data.bidgate.lib.states

_state[i] := states.list(model.method.state, count(model.method.items)) if some i, model in input.threat_models

_taras[i] := methods if {
	some i, "stated" in _state
	methods := {method |
		some method in input.threat_models[i].method.items
		lower(method) in input.parameters.automotive.tara.methods
	}
}

violation contains {"code": "not_stated", "args": {"state": state}, "at": ["threat_models", i, "method"]} if {
	some i, state in _state
	state in states.missing_list
}

review contains {"code": "declared", "args": {"state": state}, "at": ["threat_models", i, "method"]} if {
	some i, state in _state
	state in states.told
}

review contains {"code": "other", "args": {"methods": concat(", ", input.threat_models[i].method.items)}, "at": ["threat_models", i, "method"]} if {
	some i, set() in _taras
}

basis contains {"code": "tara", "args": {"methods": concat(", ", methods)}, "at": ["threat_models", i, "method"], "level": "asserted"} if {
	some i, methods in _taras
	count(methods) > 0
}

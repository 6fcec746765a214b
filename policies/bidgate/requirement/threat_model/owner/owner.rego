# METADATA
# title: The threat model has an owner
# description: |
#   Asks that each threat model names the person or role that answers for it.
#   A model that belongs to nobody is not kept up to date. A name that is
#   declared unknown or withheld is an honest answer, and a person looks at it;
#   one that is left out, is a placeholder or has a wrong form counts as not
#   stated. This cannot tell whether the owner has the power to act.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: NIST SP 800-218, edition: "1.1", clause: PW.2.1, confidence: source}
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activity 0, 3.1", confidence: secondary}
#   messages:
#     no_owner: "The threat model names no owner; the entry is {state}."
#     declared: "The owner of the threat model is declared {state}, so a person must ask who it is."
#     owned: "{owner} owns the threat model."
#   remedy: Name in `owner` the person or role that answers for the threat model.
#   question: Who owns the threat model and keeps it up to date?
#   tags: [core_area:system_engineering, csf:GV, csf2:GV.RR-02]
package bidgate.requirement.threat_model.owner

import data.bidgate.lib.states

_state[i] := _of(model.owner.state, model.owner.name.state) if some i, model in input.threat_models

_of(owner, name) := name if {
	owner == "stated"
} else := owner

violation contains {"code": "no_owner", "args": {"state": state}, "at": ["threat_models", i, "owner"]} if {
	some i, state in _state
	state in states.missing
}

review contains {"code": "declared", "args": {"state": state}, "at": ["threat_models", i, "owner"]} if {
	some i, state in _state
	state in states.told
}

basis contains {
	"code": "owned",
	"args": {"owner": input.threat_models[i].owner.name.value},
	"at": ["threat_models", i, "owner"],
	"level": "asserted",
} if {
	some i, state in _state
	state == "stated"
}

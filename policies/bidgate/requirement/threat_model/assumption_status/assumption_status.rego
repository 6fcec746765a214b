# METADATA
# title: The assumptions of the threat model are confirmed
# description: |
#   Asks that each assumption of the threat model says whether it was confirmed.
#   An assumption that nobody has looked into, or that turned out to be wrong,
#   can bring back threats that the model calls done; a person looks at it. So
#   does a person where the model lists no assumption, or where a status is
#   declared unknown or withheld. A status that is left out, is a placeholder or
#   has a wrong form counts as not stated. This cannot tell whether a confirmed
#   assumption holds where the buyer will use the product.
# custom:
#   contract: 1
#   severity: minor
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: OWASP Threat Model Library, edition: "1.0.2", clause: assumptions, confidence: source}
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activity 8, 4.3.1", confidence: memory}
#   messages:
#     not_stated: "The status of the assumption {assumption} is {state}."
#     not_confirmed: "The assumption {assumption} is {status}, so a person must judge what that means for the threats."
#     declared: "The status of the assumption {assumption} is declared {state}, so a person must ask for it."
#     none: "The threat model tells no assumption, so a person must ask whether there are any."
#     confirmed: "{assumptions:assumption is|assumptions are all} confirmed."
#   remedy: Look into each assumption listed, and state whether it is confirmed.
#   question: Which of the assumptions listed have you looked into, and do they hold?
#   tags: [core_area:system_engineering, csf:GV, csf2:GV.RM-04]
package bidgate.requirement.threat_model.assumption_status

import data.bidgate.lib.states

violation contains {
	"code": "not_stated",
	"args": {"assumption": assumption.id.value, "state": state},
	"at": ["threat_models", i, "assumptions", "items", j],
} if {
	some i, model in input.threat_models
	some j, assumption in model.assumptions.items
	state := assumption.status.state
	state in states.missing
}

review contains {
	"code": "not_confirmed",
	"args": {"assumption": assumption.id.value, "status": assumption.status.value},
	"at": ["threat_models", i, "assumptions", "items", j],
} if {
	some i, model in input.threat_models
	some j, assumption in model.assumptions.items
	assumption.status.state == "stated"
	assumption.status.value != "confirmed"
}

review contains {
	"code": "declared",
	"args": {"assumption": assumption.id.value, "state": state},
	"at": ["threat_models", i, "assumptions", "items", j],
} if {
	some i, model in input.threat_models
	some j, assumption in model.assumptions.items
	state := assumption.status.state
	state in states.told
}

review contains {"code": "none", "args": {}, "at": ["threat_models", i, "assumptions"]} if {
	some i, model in input.threat_models
	count(model.assumptions.items) == 0
}

basis contains {
	"code": "confirmed",
	"args": {"assumptions": count(confirmed)},
	"at": ["threat_models", i, "assumptions"],
	"level": "asserted",
} if {
	some i, model in input.threat_models
	confirmed := [j | some j, assumption in model.assumptions.items; assumption.status.value == "confirmed"]
	count(confirmed) > 0
	count(confirmed) == count(model.assumptions.items)
}

# METADATA
# title: Every threat has a response and a status
# description: |
#   Asks that each threat model lists at least one threat, and that each threat
#   says what is done about it (reduce, avoid, transfer or accept) and how far
#   that is: its status. A threat without a response was seen and then left
#   lying; without a status nobody knows whether it is still open. What is declared
#   unknown or withheld, and a format that has no place for it, are for a
#   person; one that is left out, is a placeholder or has a wrong form counts as
#   not stated. This cannot tell whether the response is enough, or whether
#   threats are missing from the list.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: CycloneDX, edition: 2.0 draft, clause: Risk response strategies, confidence: source}
#     - {standard: Threat Modeling Manifesto, edition: "2020", clause: "What are we going to do about it?", confidence: secondary}
#   messages:
#     no_threats: "The threat model lists no threat; its list is {state}."
#     no_response: "The threat {threat} has no response; the entry is {state}."
#     no_status: "The threat {threat} has no status; the entry is {state}."
#     threats_declared: "The list of threats is declared {state}, so a person must ask for it."
#     response_declared: "The response to the threat {threat} is declared {state}, so a person must ask for it."
#     status_declared: "The status of the threat {threat} is declared {state}, so a person must ask for it."
#     answered: "{threats:threat has|threats each have} a response and a status."
#   remedy: State for each threat listed whether it is reduced, avoided, transferred or accepted, and whether it is open.
#   question: What do you do about each of the threats listed, and is it done?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-06]
package bidgate.requirement.threat_model.threat_response

import data.bidgate.lib.states

violation contains {"code": "no_threats", "args": {"state": state}, "at": ["threat_models", i, "threats"]} if {
	some i, model in input.threat_models
	state := model.threats.state
	state in states.missing
}

violation contains {"code": "no_threats", "args": {"state": "empty"}, "at": ["threat_models", i, "threats"]} if {
	some i, model in input.threat_models
	model.threats.state == "stated"
	count(model.threats.items) == 0
}

violation contains {
	"code": "no_response",
	"args": {"threat": threat.key, "state": state},
	"at": ["threat_models", i, "threats", "items", j],
} if {
	some i, model in input.threat_models
	some j, threat in model.threats.items
	state := threat.response.state
	state in states.missing
}

violation contains {
	"code": "no_status",
	"args": {"threat": threat.key, "state": state},
	"at": ["threat_models", i, "threats", "items", j],
} if {
	some i, model in input.threat_models
	some j, threat in model.threats.items
	state := threat.status.state
	state in states.missing
}

review contains {"code": "threats_declared", "args": {"state": state}, "at": ["threat_models", i, "threats"]} if {
	some i, model in input.threat_models
	state := model.threats.state
	state in states.told
}

review contains {
	"code": "response_declared",
	"args": {"threat": threat.key, "state": state},
	"at": ["threat_models", i, "threats", "items", j],
} if {
	some i, model in input.threat_models
	some j, threat in model.threats.items
	state := threat.response.state
	state in states.told
}

review contains {
	"code": "status_declared",
	"args": {"threat": threat.key, "state": state},
	"at": ["threat_models", i, "threats", "items", j],
} if {
	some i, model in input.threat_models
	some j, threat in model.threats.items
	state := threat.status.state
	state in states.told
}

basis contains {
	"code": "answered",
	"args": {"threats": count(answered)},
	"at": ["threat_models", i, "threats"],
	"level": "asserted",
} if {
	some i, model in input.threat_models
	model.threats.state == "stated"
	answered := [j | some j, threat in model.threats.items; {threat.response.state, threat.status.state} == {"stated"}]
	count(answered) > 0
	count(answered) == count(model.threats.items)
}

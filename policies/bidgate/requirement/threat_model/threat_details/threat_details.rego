# METADATA
# title: Every threat has an id, a title, an affected part and a category
# description: |
#   Asks of each threat what one needs to talk about it: an id, a title or a
#   statement, the part, data flow or SBOM component that it concerns, and its
#   category, such as "tampering". A value that is declared unknown or withheld,
#   and one that the format cannot say, is for a person; one that is left out, is
#   empty, is a placeholder or has a wrong form counts as not stated. A model
#   without threats is for a person here. This cannot tell whether the threats
#   are well described.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: OWASP Threat Model Library, edition: "1.0.2", clause: threats, confidence: source}
#     - {standard: CycloneDX, edition: 2.0 draft, clause: Threats, confidence: source}
#   messages:
#     not_stated: "The threat {threat} does not state its {detail}."
#     other_category: "The category {category} of the threat {threat} is none of the six of STRIDE."
#     declared: "The threat {threat} does not tell its {detail}, so a person must ask for it."
#     no_threats: "The threat model lists no threat, so a person must find out whether threats were looked for."
#     detailed: "{threats:threat has|threats each have} an id, a title, an affected part and a category."
#   remedy: State for each threat listed its id, its title, the part that it concerns and its category.
#   question: Which part of the product does each of the threats listed concern, and what kind of threat is it?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-03]
package bidgate.requirement.threat_model.threat_details

import data.bidgate.lib.states

# By threat and detail, the states of all the fields that may say it.
_details contains {"model": i, "row": j, "threat": threat.key, "detail": detail, "states": found} if {
	some i, model in input.threat_models
	some j, threat in model.threats.items
	some detail, found in {
		"id": {threat.id.state},
		"title": {threat.title.state, threat.statement.state},
		"affected part": {
			states.list(threat.components.state, count(threat.components.items)),
			states.list(threat.data_flows.state, count(threat.data_flows.items)),
			states.list(threat.bom_refs.state, count(threat.bom_refs.items)),
		},
	}
}

_details contains {"model": i, "row": j, "threat": threat.key, "detail": "category", "states": found} if {
	some i, model in input.threat_models
	some j, threat in model.threats.items
	listed := states.list(threat.categories.state, count(threat.categories.items))
	found := {state | some state in {listed}; state != "stated"} | {category.name.state | some category in threat.categories.items}
}

_open contains detail if {
	some detail in _details
	count(detail.states & {"stated"}) == 0
}

_untold contains detail if {
	some detail in _open
	count(detail.states & states.told) > 0
}

violation contains {
	"code": "not_stated",
	"args": {"threat": open.threat, "detail": open.detail},
	"at": ["threat_models", open.model, "threats", "items", open.row],
} if {
	some open in (_open - _untold)
}

_stride := {"spoofing", "tampering", "repudiation", "information_disclosure", "denial_of_service", "elevation_of_privilege"}

# Categories that are said to be of STRIDE, and are none of it.
_misplaced contains {"model": i, "row": j, "threat": threat.key, "category": category.name.value} if {
	some i, model in input.threat_models
	some j, threat in model.threats.items
	some category in threat.categories.items
	category.taxonomy.value == "STRIDE"
	category.name.state == "stated"
	not category.name.value in _stride
}

violation contains {
	"code": "other_category",
	"args": {"threat": m.threat, "category": m.category},
	"at": ["threat_models", m.model, "threats", "items", m.row],
} if {
	some m in _misplaced
}

review contains {
	"code": "declared",
	"args": {"threat": open.threat, "detail": open.detail},
	"at": ["threat_models", open.model, "threats", "items", open.row],
} if {
	some open in _untold
}

review contains {"code": "no_threats", "args": {}, "at": ["threat_models", i, "threats"]} if {
	some i, model in input.threat_models
	count(model.threats.items) == 0
}

basis contains {
	"code": "detailed",
	"args": {"threats": count(detailed)},
	"at": ["threat_models", i, "threats"],
	"level": "asserted",
} if {
	some i in (({detail.model | some detail in _details} - {open.model | some open in _open}) - {m.model | some m in _misplaced})
	detailed := {detail.row | some detail in _details; detail.model == i; "stated" in detail.states}
}

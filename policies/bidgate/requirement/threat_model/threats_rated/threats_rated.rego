# METADATA
# title: Every threat is rated by likelihood and impact
# description: |
#   Asks that each threat says how likely it is and how bad it would be, in words
#   of the model's scale. Without ratings nobody can see which threats matter
#   most. A rating that is declared unknown or withheld, and a format that has no
#   place for one, are for a person; one that is left out, is a placeholder or is
#   not a word of the scale counts as not stated. A model without threats is for
#   a person here. This cannot tell whether a rating is right.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activity 2, 3.3", confidence: memory}
#     - {standard: IEC 62443-4-1, edition: "2018", clause: SR-2, confidence: memory}
#   messages:
#     not_rated: "The {rating} of the threat {threat} is {state}."
#     declared: "The {rating} of the threat {threat} is declared {state}, so a person must ask for it."
#     no_threats: "The threat model lists no threat, so a person must find out whether threats were rated."
#     rated: "Each of the {threats} threats is rated by likelihood and impact."
#   remedy: Rate each threat listed by likelihood and impact, in words of the scale that the model states.
#   question: How likely are the threats listed, and how bad would each one be?
#   tags: [core_area:design, csf2:ID.RA-04]
package bidgate.requirement.threat_model.threats_rated

import data.bidgate.lib.states

_ratings contains {"model": i, "row": j, "threat": threat.key, "rating": "likelihood", "state": threat.likelihood.state} if {
	some i, model in input.threat_models
	some j, threat in model.threats.items
}

_ratings contains {"model": i, "row": j, "threat": threat.key, "rating": "impact", "state": threat.impact.state} if {
	some i, model in input.threat_models
	some j, threat in model.threats.items
}

violation contains {
	"code": "not_rated",
	"args": {"threat": r.threat, "rating": r.rating, "state": r.state},
	"at": ["threat_models", r.model, "threats", "items", r.row],
} if {
	some r in _ratings
	r.state in states.missing
}

review contains {
	"code": "declared",
	"args": {"threat": r.threat, "rating": r.rating, "state": r.state},
	"at": ["threat_models", r.model, "threats", "items", r.row],
} if {
	some r in _ratings
	r.state in states.told
}

review contains {"code": "no_threats", "args": {}, "at": ["threat_models", i, "threats"]} if {
	some i, model in input.threat_models
	count(model.threats.items) == 0
}

basis contains {
	"code": "rated",
	"args": {"threats": count(input.threat_models[i].threats.items)},
	"at": ["threat_models", i, "threats"],
	"level": "asserted",
} if {
	some i, _ in input.threat_models
	{r.state | some r in _ratings; r.model == i} == {"stated"}
}

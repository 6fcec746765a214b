# METADATA
# title: Every threat is rated by likelihood and impact
# description: |
#   Asks that each threat says how likely it is and how bad it would be, in words
#   of the model's scale. Without ratings nobody can see which threats matter
#   most. A rating that is declared unknown or withheld, and a format that has no
#   place for one, are for a person; one that is left out, is a placeholder or is
#   not a word of the scale counts as not stated. A model without threats is for a
#   person here. Where the model states a matrix of its own and the severity of a
#   threat, the severity is the one that the matrix gives; a place that the matrix
#   does not have is for a person. The risk that remains is never greater than the
#   severity before. A severity at the other end of the scale than likelihood and
#   impact is for a person. This cannot tell whether a rating is right.
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
#     not_by_matrix: "The threat {threat} is {likelihood} and {impact}, which is {expected} in the model's own matrix, and its severity is given as {severity}."
#     remains_above: "The risk of the threat {threat} that remains, {residual}, is greater than its severity before, {severity}."
#     far_from: "The threat {threat} is {likelihood} and {impact}, both at one end of the scale, and its severity is given as {severity}, so a person must ask."
#     not_in_matrix: "The model's own matrix has no entry for the threat {threat}, which is {likelihood} and {impact}, so a person must judge its severity."
#     rated: "{threats:threat is|threats are each} rated by likelihood and impact."
#   remedy: Rate each threat listed by likelihood and impact, in words of the scale that the model states, and take its severity from the matrix.
#   question: How likely are the threats listed, and how bad would each one be?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-04]
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

# Threats whose stated severity can be held to the model's own matrix, with
# what the matrix says in each row of their likelihood.
_held contains {
	"model": i, "row": j, "threat": threat.key,
	"likelihood": threat.likelihood.value, "impact": threat.impact.value, "severity": threat.severity.value,
	"expected": _expected(i, threat.likelihood.value, threat.impact.value),
} if {
	some i, model in input.threat_models
	count(model.scale.matrix.items) > 0
	some j, threat in model.threats.items
	threat.severity_basis == "stated"
	{threat.likelihood.state, threat.impact.state, threat.severity.state} == {"stated"}
}

_expected(i, likelihood, impact) := {severity |
	some row in input.threat_models[i].scale.matrix.items
	row.likelihood.value == likelihood
	some k, word in input.threat_models[i].scale.impact.items
	word == impact
	severity := row.severity.items[k]
}

_ranks := {"info": 0, "low": 1, "medium": 2, "high": 3, "critical": 4}

# Threats of which more remains than there was.
_grown contains {"model": i, "row": j, "threat": threat.key, "residual": threat.residual.value, "severity": threat.severity.value} if {
	some i, model in input.threat_models
	some j, threat in model.threats.items
	_ranks[threat.residual.value] > _ranks[threat.severity.value]
}

violation contains {
	"code": "remains_above",
	"args": {"threat": grown.threat, "residual": grown.residual, "severity": grown.severity},
	"at": ["threat_models", grown.model, "threats", "items", grown.row],
} if {
	some grown in _grown
}

# Threats at one end of the model's scale whose severity is at the other.
_far contains {"model": i, "row": j, "threat": threat.key, "likelihood": threat.likelihood.value, "impact": threat.impact.value, "severity": threat.severity.value} if {
	some i, model in input.threat_models
	some j, threat in model.threats.items
	threat.severity_basis == "stated"
	some [likely, bad, other] in [
		[model.scale.likelihood.items[0], model.scale.impact.items[0], {"high", "critical"}],
		[model.scale.likelihood.items[count(model.scale.likelihood.items) - 1], model.scale.impact.items[count(model.scale.impact.items) - 1], {"info", "low"}],
	]
	[threat.likelihood.value, threat.impact.value] == [likely, bad]
	threat.severity.value in other
}

review contains {
	"code": "far_from",
	"args": {"threat": far.threat, "likelihood": far.likelihood, "impact": far.impact, "severity": far.severity},
	"at": ["threat_models", far.model, "threats", "items", far.row],
} if {
	some far in _far
}

_against := {held |
	some held in _held
	count(held.expected) > 0
	not held.severity in held.expected
}

_outside := {held |
	some held in _held
	held.expected == set()
}

violation contains {
	"code": "not_by_matrix",
	"args": {
		"threat": held.threat, "likelihood": held.likelihood, "impact": held.impact,
		"expected": concat(" or ", held.expected), "severity": held.severity,
	},
	"at": ["threat_models", held.model, "threats", "items", held.row],
} if {
	some held in _against
}

review contains {
	"code": "not_in_matrix",
	"args": {"threat": held.threat, "likelihood": held.likelihood, "impact": held.impact},
	"at": ["threat_models", held.model, "threats", "items", held.row],
} if {
	some held in _outside
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
	said := {r.state | some r in _ratings; r.model == i}
	said == {"stated"}
	wrong := {found.row | some found in (((_against | _outside) | _grown) | _far); found.model == i}
	wrong == set()
}

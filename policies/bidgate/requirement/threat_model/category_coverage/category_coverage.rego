# METADATA
# title: A STRIDE model has looked at each of the six kinds of threat
# description: |
#   Asks of a threat model made by STRIDE that it lists at least one threat of
#   each of its six kinds. A kind that was considered and found not to apply is
#   shown by a threat of that kind with the status "not_applicable" and a reason.
#   A gap may mean that nobody looked. A model made by another method does not
#   have these kinds. A model that does not tell its method, its threats or their
#   kinds is for a person. This cannot tell whether threats of a kind are missing.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: STRIDE, edition: "1999", clause: Six categories, confidence: memory}
#   parameters:
#     methods: {type: strings, default: [STRIDE, STRIDE-per-element], description: Methods that have the kinds below.}
#     taxonomy: {type: string, default: STRIDE, description: Taxonomy that the kinds belong to.}
#     categories:
#       type: strings
#       default: [spoofing, tampering, repudiation, information_disclosure, denial_of_service, elevation_of_privilege]
#       description: Kinds of threat that must be looked at.
#   messages:
#     gap: "The threat model was made by {methods} and has no threat of the kinds: {missing}."
#     gap_untold: "The threat model shows no threat of the kinds: {missing}; it does not tell all of its threats or their kinds, so a person must ask."
#     method_not_told: "The threat model does not say that it was made by STRIDE, so a person must judge which kinds of threat it has to cover."
#     other_method: "The threat model was made by {methods}, which does not have the six kinds of STRIDE."
#     covered: "The threat model has threats of each of the {categories} kinds."
#   remedy: Look for threats of the kinds listed; where there are none, add a threat of that kind with the status `not_applicable` and a reason.
#   question: Which threats of the kinds listed did you consider, and what did you find?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-03]
package bidgate.requirement.threat_model.category_coverage

import data.bidgate.lib.states

_methods := {method | some method in input.parameters.threat_model.category_coverage.methods}

_categories := {category | some category in input.parameters.threat_model.category_coverage.categories}

_by_method contains i if {
	some i, model in input.threat_models
	model.method.state == "stated"
	some method in model.method.items
	method in _methods
}

_by_other contains i if {
	some i, model in input.threat_models
	states.list(model.method.state, count(model.method.items)) == "stated"
	count({i} & _by_method) == 0
}

# A threat that does not apply shows that its kind was considered, if it says why.
_dropped contains [i, j] if {
	some i, model in input.threat_models
	some j, threat in model.threats.items
	threat.status.value == "not_applicable"
	threat.justification.state != "stated"
}

_seen contains {"model": i, "category": category.name.value} if {
	some i, model in input.threat_models
	some j, threat in model.threats.items
	count({[i, j]} & _dropped) == 0
	some category in threat.categories.items
	category.name.state == "stated"
	category.taxonomy.value == input.parameters.threat_model.category_coverage.taxonomy
}

_gaps := {i: gap |
	some i in _by_method
	gap := _categories - {seen.category | some seen in _seen; seen.model == i}
}

_untold contains i if {
	some i, model in input.threat_models
	model.threats.state in states.told
}

_untold contains i if {
	some i, model in input.threat_models
	some threat in model.threats.items
	some state in ({threat.categories.state} | {category.name.state | some category in threat.categories.items})
	state in states.told
}

_untold contains i if {
	some [i, j] in _dropped
	input.threat_models[i].threats.items[j].justification.state in states.told
}

violation contains {
	"code": "gap",
	"args": {"methods": sort(input.threat_models[i].method.items), "missing": _words(gap)},
	"at": ["threat_models", i, "threats"],
} if {
	some i, gap in _gaps
	count(gap) > 0
	count({i} & _untold) == 0
}

review contains {"code": "gap_untold", "args": {"missing": _words(gap)}, "at": ["threat_models", i, "threats"]} if {
	some i, gap in _gaps
	count(gap) > 0
	i in _untold
}

review contains {"code": "method_not_told", "args": {}, "at": ["threat_models", i, "method"]} if {
	some i in ({j | some j, _ in input.threat_models} - (_by_method | _by_other))
}

not_applicable contains {
	"code": "other_method",
	"args": {"methods": sort(input.threat_models[i].method.items)},
	"at": ["threat_models", i, "method"],
	"level": "verified",
} if {
	some i in _by_other
}

basis contains {
	"code": "covered",
	"args": {"categories": count(_categories)},
	"at": ["threat_models", i, "threats"],
	"level": "asserted",
} if {
	some i, gap in _gaps
	count(_categories) > 0
	count(gap) == 0
}

_words(gap) := sort([replace(category, "_", " ") | some category in gap])

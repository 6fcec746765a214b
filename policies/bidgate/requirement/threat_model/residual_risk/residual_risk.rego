# METADATA
# title: The risk that remains is within the buyer's limit
# description: |
#   Where the buyer sets the highest risk that may remain, asks that each threat
#   states the risk that remains after its mitigations, and that none is above
#   that limit. Threats that the maker has avoided, or that do not apply, leave no
#   risk. A residual risk that is declared unknown or withheld, and a format that
#   has no place for it, are for a person; one that is left out, is a placeholder
#   or has a wrong form fails, so that saying nothing is never better than an
#   honest answer. Where no limit is set, there is nothing to compare. This
#   cannot tell whether the maker rates the remaining risk rightly.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: CycloneDX, edition: 2.0 draft, clause: Residual risk rating, confidence: source}
#     - {standard: ISO 14971, edition: "2019", clause: Residual risk, confidence: memory}
#   parameters:
#     max_residual: {type: string, description: "Highest risk that may remain: info, low, medium, high or critical; not set, nothing is compared."}
#   messages:
#     above_limit: "The risk of the threat {threat} that remains is {residual}, above the buyer's limit, {limit}."
#     not_stated: "The risk of the threat {threat} that remains is {state}, so it cannot be held to the buyer's limit, {limit}."
#     declared: "The risk of the threat {threat} that remains is declared {state}, so a person must ask for it."
#     no_threats: "The threat model lists no threat, so a person must find out which risks remain."
#     wrong_limit: "The buyer's limit, {limit}, is not one of info, low, medium, high and critical, so a person must compare."
#     limit_not_set: "The buyer sets no limit for the risk that remains, so it is not judged."
#     within_limit: "No threat leaves a risk above the buyer's limit, {limit}; the model lists {threats:threat|threats}."
#   remedy: Reduce the risks listed further, or state for each threat the risk that remains.
#   question: Which risk remains for each of the threats listed, and what will you do to reduce it?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-05]
package bidgate.requirement.threat_model.residual_risk

import data.bidgate.lib.states

_limit := input.parameters.threat_model.residual_risk.max_residual

_ranks := {"info": 0, "low": 1, "medium": 2, "high": 3, "critical": 4}

_gone := {"avoided", "not_applicable"}

_threats contains {
	"model": i,
	"row": j,
	"threat": threat.key,
	"state": threat.residual.state,
	"residual": threat.residual.value,
} if {
	_limit.set
	some i, model in input.threat_models
	some j, threat in model.threats.items
	not threat.status.value in _gone
}

_within contains threat if {
	some threat in _threats
	threat.state == "stated"
	_ranks[threat.residual] <= _ranks[_limit.value]
}

violation contains {
	"code": "above_limit",
	"args": {"threat": threat.threat, "residual": threat.residual, "limit": _limit.value},
	"at": ["threat_models", threat.model, "threats", "items", threat.row],
} if {
	some threat in _threats
	threat.state == "stated"
	_ranks[threat.residual] > _ranks[_limit.value]
}

violation contains {
	"code": "not_stated",
	"args": {"threat": threat.threat, "state": threat.state, "limit": _limit.value},
	"at": ["threat_models", threat.model, "threats", "items", threat.row],
} if {
	some threat in _threats
	threat.state in states.missing
}

review contains {
	"code": "declared",
	"args": {"threat": threat.threat, "state": threat.state},
	"at": ["threat_models", threat.model, "threats", "items", threat.row],
} if {
	some threat in _threats
	threat.state in states.told
}

review contains {"code": "no_threats", "args": {}, "at": ["threat_models", i, "threats"]} if {
	_limit.set
	some i, model in input.threat_models
	count(model.threats.items) == 0
}

review contains {"code": "wrong_limit", "args": {"limit": _limit.value}, "at": ["threat_models", i, "threats"]} if {
	_limit.set
	not _limit.value in object.keys(_ranks)
	some i, _ in input.threat_models
}

not_applicable contains {"code": "limit_not_set", "args": {}, "at": ["threat_models", i, "threats"], "level": "verified"} if {
	_limit.set == false
	some i, _ in input.threat_models
}

basis contains {
	"code": "within_limit",
	"args": {"limit": _limit.value, "threats": count(input.threat_models[i].threats.items)},
	"at": ["threat_models", i, "threats"],
	"level": "asserted",
} if {
	_limit.set
	_limit.value in object.keys(_ranks)
	some i, model in input.threat_models
	count(model.threats.items) > 0
	{threat.row | some threat in _within; threat.model == i} == {threat.row | some threat in _threats; threat.model == i}
}

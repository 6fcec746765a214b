# METADATA
# title: Components have the support data that the FDA asks for
# description: |
#   Asks for the level of support and its end, which the guidance of the FDA on
#   medical devices asks for each component, that enough delivered components
#   state them as lifecycle milestones. A reason why one cannot be known is for
#   a person. Components that are counted out of delivery are not asked. What is
#   declared unknown or withheld, and what a format cannot say, is for a person.
#   This cannot tell whether the values are true.
# custom:
#   contract: 1
#   severity: minor
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: FDA premarket cybersecurity guidance, edition: "2026", clause: "V.A.4", confidence: secondary}
#   parameters:
#     min_share: {type: number, default: 1, min: 0, max: 1, description: Share of the delivered components that must state it.}
#   messages:
#     short: "Of {total:delivered component|delivered components}, {stated:states|state} this; at least {min_share:percent} must."
#     told: "Of {total:delivered component|delivered components}, {stated:states|state} this, and others say that they cannot, so a person must ask."
#     empty: "The SBOM lists no delivered component."
#     stated: "Of {total:delivered component|delivered components}, {stated:states|state} this."
#   remedy: Add `cdx:lifecycle:milestone` properties to each delivered component.
#   question: Until when is each component supported, and at which level?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.fda_field

import data.bidgate.lib.coverage

_min_share := input.parameters.sbom.fda_field.min_share

_counts contains {
	"member": member,
	"i": i,
	"stated": fact.counts.stated,
	"total": fact.counts.total,
	"told": (fact.counts.unknown + fact.counts.withheld) + fact.counts.unsupported,
	"at": ["sboms", i, "facts", "fields", fact.field],
} if {
	some i, sbom in input.sboms
	some member, fact in {
		"fda-support-level": {"field": "milestone", "counts": sbom.facts.fields.milestone.delivered},
		"fda-end-of-support": {"field": "end_of_support", "counts": sbom.facts.fields.end_of_support.delivered},
	}
}

_outcomes contains {"member": c.member, "at": c.at, "i": c.i, "stated": c.stated, "total": c.total, "outcome": outcome} if {
	some c in _counts
	outcome := coverage.outcome(c.total, c.stated, c.told, _min_share)
}

violation contains {
	"member": c.member,
	"code": "short",
	"args": {"stated": c.stated, "total": c.total, "min_share": _min_share},
	"at": c.at,
} if {
	some c in _outcomes
	c.outcome == "short"
}

review contains {"member": c.member, "code": "told", "args": {"stated": c.stated, "total": c.total}, "at": c.at} if {
	some c in _outcomes
	c.outcome == "told"
}

not_applicable contains {"member": c.member, "code": "empty", "args": {}, "at": ["sboms", c.i], "level": "verified"} if {
	some c in _outcomes
	c.outcome == "empty"
}

basis contains {
	"member": c.member,
	"code": "stated",
	"args": {"stated": c.stated, "total": c.total},
	"at": c.at,
	"level": "verified",
} if {
	some c in _outcomes
	c.outcome == "met"
}

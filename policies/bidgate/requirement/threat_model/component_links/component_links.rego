# METADATA
# title: Threats are linked to components of the SBOM
# description: |
#   Asks that enough threats name the component of the SBOM that they concern, by
#   its bom-ref or purl, and that each such link leads to something in the SBOM.
#   With links a buyer sees which threats a new weakness touches. A link that
#   leads nowhere fails. Links that are declared unknown or withheld, and a format
#   that has no place for them, are for a person; links that are left out, are
#   empty or have a wrong form count as not stated. A model without threats is
#   for a person here. This cannot tell whether the right component is named.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model, sbom]}
#   over: threat_models
#   sources:
#     - {standard: FDA premarket cybersecurity guidance, edition: "2026", clause: SBOM and threat model, confidence: memory}
#   parameters:
#     min_link_ratio: {type: number, default: 0.5, min: 0, max: 1, description: Share of threats that must be linked to a component.}
#   messages:
#     dangling: "The threat {threat} names {refs}, which is not in any SBOM of the bundle."
#     too_few: "Of {total:threat|threats}, {linked:is|are} linked to a component of the SBOM; the buyer asks for {min_link_ratio:percent}."
#     declared: "{told} of {total:threat|threats} do not tell which component they concern, so a person must ask."
#     no_threats: "The threat model lists no threat, so a person must find out which components are at risk."
#     linked: "Of {total:threat|threats}, {linked:is|are} linked to a component of the SBOM."
#   remedy: Name in `bom_refs` of each threat listed the bom-ref or purl of the component that it concerns, as the SBOM writes it.
#   question: Which components of the SBOM do the threats listed concern?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-03]
package bidgate.requirement.threat_model.component_links

import data.bidgate.lib.coverage
import data.bidgate.lib.states

_min := input.parameters.threat_model.component_links.min_link_ratio

_dangling contains {"model": i, "row": j, "threat": threat.key, "refs": refs} if {
	some i, model in input.threat_models
	some j, threat in model.threats.items
	refs := {link.ref | some link in threat.bom_refs.items; link.sbom < 0}
	count(refs) > 0
}

_counts := {i: counts |
	some i, model in input.threat_models
	counts := {
		"total": count(model.threats.items),
		"linked": count([j |
			some j, threat in model.threats.items
			threat.bom_refs.state == "stated"
			count({link | some link in threat.bom_refs.items; link.sbom >= 0}) > 0
		]),
		"told": count([j | some j, threat in model.threats.items; threat.bom_refs.state in states.told]),
	}
}

_outcome := {i: coverage.outcome(counts.total, counts.linked, counts.told, _min) | some i, counts in _counts}

violation contains {
	"code": "dangling",
	"args": {"threat": dangling.threat, "refs": sort(dangling.refs)},
	"at": ["threat_models", dangling.model, "threats", "items", dangling.row],
} if {
	some dangling in _dangling
}

violation contains {
	"code": "too_few",
	"args": {"linked": counts.linked, "total": counts.total, "min_link_ratio": _min},
	"at": ["threat_models", i, "threats"],
} if {
	some i, counts in _counts
	_outcome[i] == "short"
}

review contains {
	"code": "declared",
	"args": {"told": counts.told, "total": counts.total},
	"at": ["threat_models", i, "threats"],
} if {
	some i, counts in _counts
	_outcome[i] == "told"
}

review contains {"code": "no_threats", "args": {}, "at": ["threat_models", i, "threats"]} if {
	some i, outcome in _outcome
	outcome == "empty"
}

basis contains {
	"code": "linked",
	"args": {"linked": counts.linked, "total": counts.total},
	"at": ["threat_models", i, "threats"],
	"level": "verified",
} if {
	some i, counts in _counts
	_outcome[i] == "met"
	count({i} & {dangling.model | some dangling in _dangling}) == 0
}

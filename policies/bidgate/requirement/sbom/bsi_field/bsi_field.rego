# METADATA
# title: Components have the fields that BSI TR-03183-2 adds
# description: |
#   Asks for each field of components that BSI TR-03183-2 asks for beside those
#   of other regimes, that enough delivered components state it. Components that
#   are counted out of delivery are not asked. What is declared unknown or
#   withheld, and what a format cannot say, is for a person. This cannot tell
#   whether the values are true.
# custom:
#   contract: 1
#   severity: minor
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: BSI TR-03183-2, edition: "2.1.0", clause: "5.2", confidence: source}
#   parameters:
#     min_share: {type: number, default: 1, min: 0, max: 1, description: Share of the delivered components that must state it.}
#   messages:
#     short: "Of {total:delivered component|delivered components}, {stated:states|state} this; at least {min_share:percent} must."
#     told: "Of {total:delivered component|delivered components}, {stated:states|state} this, and others say that they cannot, so a person must ask."
#     empty: "The SBOM lists no delivered component."
#     stated: "Of {total:delivered component|delivered components}, {stated:states|state} this."
#   remedy: Add the field to each delivered component.
#   question: Please state this field for each delivered component.
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.bsi_field

import data.bidgate.lib.coverage

_min_share := input.parameters.sbom.bsi_field.min_share

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
		"bsi-filename": {"field": "filename", "counts": sbom.facts.fields.filename.delivered},
		"bsi-executable": {"field": "executable", "counts": sbom.facts.fields.executable.delivered},
		"bsi-archive": {"field": "archive", "counts": sbom.facts.fields.archive.delivered},
		"bsi-structured": {"field": "structured", "counts": sbom.facts.fields.structured.delivered},
		"bsi-sha512": {"field": "distribution_sha512", "counts": sbom.facts.fields.distribution_sha512.delivered},
		"bsi-licence": {"field": "licence_concluded", "counts": sbom.facts.fields.licence_concluded.delivered},
		"bsi-licence-spdx": {"field": "licence_spdx", "counts": sbom.facts.fields.licence_spdx.delivered},
		"bsi-dependencies": {"field": "dependencies", "counts": sbom.facts.fields.dependencies.delivered},
		"bsi-completeness": {"field": "completeness", "counts": sbom.facts.fields.completeness.delivered},
		"bsi-source-uri": {"field": "source_uri", "counts": sbom.facts.fields.source_uri.delivered},
		"bsi-deployable-uri": {"field": "deployable_uri", "counts": sbom.facts.fields.deployable_uri.delivered},
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

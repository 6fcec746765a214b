# METADATA
# title: Software components name their producer
# description: |
#   Asks that enough of the software components in each SBOM name who makes
#   them: the manufacturer, the authors or the publisher. Who makes a component
#   decides who mends it. The supplier is who hands it over, which need not be
#   the same; where enough components name only that, a person looks at it. A
#   producer that is declared unknown or withheld is an honest answer, and a
#   person looks at it; one that is left out, is a placeholder or has a wrong
#   form counts as not stated. Files, data, devices, models and cryptographic
#   assets are not counted. This cannot tell whether the name is true.
# custom:
#   contract: 1
#   severity: minor
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: CISA Minimum Elements for an SBOM, edition: "2026", clause: "Component Producer", confidence: secondary}
#     - {standard: BSI TR-03183-2, edition: "2.1.0", clause: "5.2", confidence: source}
#     - {standard: FDA premarket cybersecurity guidance, edition: "2026", clause: V.A.4, confidence: secondary}
#   parameters:
#     min_share: {type: number, default: 0.95, min: 0, max: 1, description: Share of the software components that must state it.}
#   messages:
#     no_components: "The SBOM lists no component at all, so there is no producer to check."
#     no_software: "The SBOM lists {components:component|components} and {services:service|services}, and no component is software, so a person must find out whether software is missing from it."
#     not_stated: "In {n} of {total:software component|software components} the producer is {state}; at least {min_share:percent} must state a usable one."
#     supplier_only: "The software components name who supplies them and not who makes them, so a person must decide whether the two are the same."
#     declared: "Of {total:software component|software components}, {n:declares|declare} that the producer is {state}, so a person must look there."
#     unsupported: "For {n} of {total:software component|software components} the document format has no place for a producer, so a person must ask for it."
#     stated: "Of {total:software component|software components}, {stated:states|state} a producer; at least {min_share:percent} is asked."
#   remedy: Add `manufacturer` (or `authors`; `publisher` up to CycloneDX 1.5) to each component listed.
#   question: Who makes each component listed?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.component_producer

import data.bidgate.lib.coverage

_min_share := input.parameters.sbom.component_producer.min_share

_facts := coverage.every_sbom(["component_producer", "software"])

# SBOMs of which enough components name a supplier.
_supplied := {row.i | some row in coverage.met(coverage.every_sbom(["component_supplier", "software"]), _min_share)}

_missing := coverage.missing(_facts, _min_share)

violation contains {"code": "no_components", "args": {}, "at": ["sboms", i]} if some i in coverage.listing_nothing

violation contains {
	"code": "not_stated",
	"args": {"n": group.n, "total": group.total, "state": group.state, "min_share": _min_share},
	"at": group.at,
} if {
	some group in _missing
	not group.at[1] in _supplied
}

review contains {
	"code": "no_software",
	"args": {"components": listed.components, "services": listed.services},
	"at": ["sboms", listed.i],
} if {
	some listed in coverage.asking_nobody(_facts)
}

review contains {
	"code": "declared",
	"args": {"n": group.n, "total": group.total, "state": group.state},
	"at": group.at,
} if {
	some group in coverage.declared(_facts, _min_share)
}

review contains {"code": "unsupported", "args": {"n": row.n, "total": row.total}, "at": ["sboms", row.i]} if {
	some row in coverage.unsupported(_facts, _min_share)
}

review contains {"code": "supplier_only", "args": {}, "at": ["sboms", i]} if {
	some group in _missing
	i := group.at[1]
	i in _supplied
}

basis contains {
	"code": "stated",
	"args": {"stated": row.stated, "total": row.total, "min_share": _min_share},
	"at": ["sboms", row.i],
	"level": "verified",
} if {
	some row in coverage.met(_facts, _min_share)
}

# METADATA
# title: Software components state their version
# description: |
#   Asks that enough of the software components in each SBOM state a version.
#   Without a version nobody can look up the known weaknesses of a component or
#   tell whether a fix is in. A version that is declared unknown or withheld is
#   an honest answer, and a person looks at it; one that is left out, is a
#   placeholder such as "TBD" or has a wrong form counts as not stated. Files,
#   data, devices, models and cryptographic assets are not counted. This cannot
#   tell whether a stated version is true, or whether the list is complete.
# custom:
#   contract: 1
#   severity: major
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: NTIA Minimum Elements for an SBOM, edition: "2021", clause: "Data Fields, Version of the Component", confidence: source}
#     - {standard: CISA Minimum Elements for an SBOM, edition: "2026", clause: Component Version, confidence: secondary}
#     - {standard: BSI TR-03183-2, edition: "2.1.0", clause: "5.2", confidence: source}
#     - {standard: FDA premarket cybersecurity guidance, edition: "2026", clause: V.A.4, confidence: secondary}
#   parameters:
#     min_share: {type: number, default: 0.95, min: 0, max: 1, description: Share of the software components that must state it.}
#   messages:
#     no_components: "The SBOM lists no component at all, so there is no version to check."
#     no_software: "The SBOM lists {components:component|components} and {services:service|services}, and no component is software, so a person must find out whether software is missing from it."
#     not_stated: "In {n} of {total:software component|software components} the version is {state}; at least {min_share:percent} must state a usable one."
#     declared: "Of {total:software component|software components}, {n:declares|declare} that the version is {state}, so a person must look there."
#     unsupported: "For {n} of {total:software component|software components} the document format has no place for a version, so a person must ask for it."
#     stated: "Of {total:software component|software components}, {stated:states|state} a version; at least {min_share:percent} is asked."
#   remedy: Add `version` to each component listed; if it cannot be known, declare it unknown.
#   question: Please state the version of each component listed, or declare it unknown.
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.component_version

import data.bidgate.lib.coverage

_min_share := input.parameters.sbom.component_version.min_share

_facts := coverage.every_sbom(["component_version", "software"])

violation contains {"code": "no_components", "args": {}, "at": ["sboms", i]} if some i in coverage.listing_nothing

violation contains {
	"code": "not_stated",
	"args": {"n": group.n, "total": group.total, "state": group.state, "min_share": _min_share},
	"at": group.at,
} if {
	some group in coverage.missing(_facts, _min_share)
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

basis contains {
	"code": "stated",
	"args": {"stated": row.stated, "total": row.total, "min_share": _min_share},
	"at": ["sboms", row.i],
	"level": "verified",
} if {
	some row in coverage.met(_facts, _min_share)
}

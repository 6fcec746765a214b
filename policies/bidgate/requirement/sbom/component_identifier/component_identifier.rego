# METADATA
# title: Software components carry an identifier for look-up
# description: |
#   Asks that enough of the software components in each SBOM carry at least one
#   identifier that a machine can look up: a package URL, CPE, SWID tag, OmniBOR
#   id or SWHID. A name alone often means several things, and then known
#   weaknesses cannot be matched. An identifier that is declared unknown or
#   withheld is an honest answer, and a person looks at it; one that is left
#   out, is a placeholder or has a wrong form counts as not stated. Files, data,
#   devices, models and cryptographic assets are not counted. This cannot tell
#   whether an identifier names the right component.
# custom:
#   contract: 1
#   severity: major
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: NTIA Minimum Elements for an SBOM, edition: "2021", clause: "Data Fields, Other Unique Identifiers", confidence: source}
#     - {standard: CISA Minimum Elements for an SBOM, edition: "2026", clause: Component Identifiers, confidence: secondary}
#     - {standard: BSI TR-03183-2, edition: "2.1.0", clause: "5.2", confidence: source}
#     - {standard: FDA premarket cybersecurity guidance, edition: "2026", clause: V.A.4, confidence: secondary}
#   parameters:
#     min_share: {type: number, default: 0.9, min: 0, max: 1, description: Share of the software components that must state it.}
#   messages:
#     no_components: "The SBOM lists no component at all, so there is no identifier to check."
#     no_software: "The SBOM lists {components:component|components} and {services:service|services}, and no component is software, so a person must find out whether software is missing from it."
#     not_stated: "In {n} of {total:software component|software components} the identifier is {state}; at least {min_share:percent} must state a usable one."
#     declared: "Of {total:software component|software components}, {n:declares|declare} that the identifier is {state}, so a person must look there."
#     unsupported: "For {n} of {total:software component|software components} the document format has no place for an identifier, so a person must ask for it."
#     stated: "Of {total:software component|software components}, {stated:states|state} an identifier; at least {min_share:percent} is asked."
#   remedy: Add a package URL (`purl`) or CPE to each component listed; if none exists, declare it unknown.
#   question: Please add a package URL, CPE or other identifier for each component listed, or declare it unknown.
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.component_identifier

import data.bidgate.lib.coverage

_min_share := input.parameters.sbom.component_identifier.min_share

# Firmware modules are known by GUID and supplier or by a strong hash, which no
# package ecosystem lists; so firmware is measured by a fact of its own.
_fact(i) := ["component_firmware_identifier", "software"] if {
	input.sboms[i].subject.type.state == "stated"
	input.sboms[i].subject.type.value == "firmware"
} else := ["component_identifier", "software"]

_facts := {i: _fact(i) | some i, _ in input.sboms}

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

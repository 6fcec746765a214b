# METADATA
# title: Executable components carry a hash
# description: |
#   Asks that enough of the components that run as they are carry a hash value
#   with its algorithm. Those are applications, firmware, drivers, containers,
#   operating systems and platforms, and what is marked as executable. A hash
#   that is declared unknown or withheld is an honest answer, and a person looks
#   at it; one that is left out, is a placeholder or has a wrong form counts as
#   not stated. Where no component is of such a kind, a person must find out
#   which ones run. This cannot tell whether a hash is that of the file
#   delivered.
# custom:
#   contract: 1
#   severity: minor
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: CISA Minimum Elements for an SBOM, edition: "2026", clause: "Component Hash", confidence: secondary}
#   parameters:
#     min_share: {type: number, default: 0.95, min: 0, max: 1, description: Share of the executable components that must state it.}
#   messages:
#     no_components: "The SBOM lists no component at all, so there is no hash to check."
#     no_executable: "The SBOM lists {components:component|components} and {services:service|services} and marks nothing as executable, so a person must find out what runs."
#     not_stated: "In {n} of {total:executable component|executable components} the hash is {state}; at least {min_share:percent} must state a usable one."
#     declared: "Of {total:executable component|executable components}, {n:declares|declare} that the hash is {state}, so a person must look there."
#     unsupported: "For {n} of {total:executable component|executable components} the document format has no place for a hash, so a person must ask for it."
#     stated: "Of {total:executable component|executable components}, {stated:states|state} a hash; at least {min_share:percent} is asked."
#   remedy: Give each program its `type`, such as application, and add `hashes` with a SHA-256 or SHA-512 value to each component listed.
#   question: What is the SHA-256 or SHA-512 hash of each program listed?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.executable_hash

import data.bidgate.lib.coverage

_min_share := input.parameters.sbom.executable_hash.min_share

_facts := coverage.every_sbom(["component_hash", "executable"])

violation contains {"code": "no_components", "args": {}, "at": ["sboms", i]} if some i in coverage.listing_nothing

violation contains {
	"code": "not_stated",
	"args": {"n": group.n, "total": group.total, "state": group.state, "min_share": _min_share},
	"at": group.at,
} if {
	some group in coverage.missing(_facts, _min_share)
}

review contains {
	"code": "no_executable",
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

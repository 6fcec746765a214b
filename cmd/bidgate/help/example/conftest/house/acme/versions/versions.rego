# METADATA
# title: Every software component has a version
# description: |
#   Asks that each software component of an SBOM states a version. Without one
#   nobody can look up its known weaknesses. A version that is declared unknown is
#   for a person; a placeholder such as "TBD" counts as none. This cannot tell
#   whether a version is true.
# custom:
#   contract: 1
#   severity: major
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: House rules, edition: "1", clause: "1", confidence: source}
#   messages:
#     absent: "{n} of {total} software components have no version."
#     unknown: "The version of {n} of {total} software components is declared unknown, so a person must ask."
#     stated: "Each of {total} software components states its version."
#   remedy: Add `version` to each component listed.
#   question: Which versions do the listed components have?
#   tags: []
package bidgate.requirement.acme.versions

import data.bidgate.lib.states

# What bidgate has measured of each SBOM: how many, and which rows are what.
_versions[i] := input.sboms[i].facts.component_version.software if some i, _ in input.sboms

violation contains {
	"code": "absent",
	"args": {"n": count(versions[state]), "total": versions.total},
	"at": ["sboms", i, "facts", "component_version", "software", state],
} if {
	some i, versions in _versions
	some state in states.missing
	count(versions[state]) > 0
}

review contains {
	"code": "unknown",
	"args": {"n": count(versions[state]), "total": versions.total},
	"at": ["sboms", i, "facts", "component_version", "software", state],
} if {
	some i, versions in _versions
	some state in {"unknown", "withheld"}
	count(versions[state]) > 0
}

basis contains {"code": "stated", "args": {"total": versions.total}, "at": ["sboms", i], "level": "verified"} if {
	some i, versions in _versions
	versions.total > 0
	versions.stated == versions.total
}

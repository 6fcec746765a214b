# METADATA
# title: Licences are written so that programs read them
# description: |
#   Asks that the licences that software components state are ids of the SPDX
#   list or expressions of such, so that a program can compare them with the
#   buyer's own lists. Components without a licence are judged by another
#   requirement. This cannot tell whether the licence is the right one.
# custom:
#   contract: 1
#   severity: minor
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: BSI TR-03183-2, edition: "2.1.0", clause: "6.1", confidence: source}
#     - {standard: CISA Minimum Elements for an SBOM, edition: "2026", clause: "License", confidence: secondary}
#   parameters:
#     max_share: {type: number, default: 0.05, min: 0, max: 1, description: Share of the licences that may be of another form.}
#   messages:
#     not_spdx: "Of {total:software component|software components}, {n:states|state} a licence that is no id and no expression of SPDX; at most {max_share:percent} may."
#     no_licence: "No software component states a licence."
#     spdx: "Of {total:software component with a licence|software components with a licence}, {stated:states|state} it as SPDX does."
#   remedy: Write licences as ids or expressions of SPDX.
#   question: Under which SPDX licence is each component listed?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.licences_valid

_max_share := input.parameters.sbom.licences_valid.max_share

# Components with a licence that programs can read, and those with one that they cannot.
_licensed contains {"i": i, "total": tally.stated + tally.invalid, "stated": tally.stated, "bad": tally.invalid} if {
	some i, sbom in input.sboms
	tally := sbom.facts.fields.licence_spdx.software
}

_at(i) := ["sboms", i, "facts", "fields", "licence_spdx"]

violation contains {"code": "not_spdx", "args": {"n": l.bad, "total": l.total, "max_share": _max_share}, "at": _at(l.i)} if {
	some l in _licensed
	l.bad > _max_share * l.total
}

not_applicable contains {"code": "no_licence", "args": {}, "at": ["sboms", l.i], "level": "verified"} if {
	some l in _licensed
	l.total == 0
}

basis contains {"code": "spdx", "args": {"stated": l.stated, "total": l.total}, "at": _at(l.i), "level": "verified"} if {
	some l in _licensed
	l.stated > 0
	l.bad <= _max_share * l.total
}

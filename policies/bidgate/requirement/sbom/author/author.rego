# METADATA
# title: The SBOM names its author
# description: |
#   Asks that each SBOM names the person or organisation that made it
#   (`metadata.authors`, or `metadata.manufacturer` from CycloneDX 1.6). A buyer
#   needs someone to ask about the list. A tool is not an author; another
#   requirement compares the two. An author that is declared unknown or withheld
#   is an honest answer, and a person looks at it; one that is left out, is a
#   placeholder or has a wrong form counts as not stated. This cannot tell
#   whether the author can be reached.
# custom:
#   contract: 1
#   severity: minor
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: NTIA Minimum Elements for an SBOM, edition: "2021", clause: "Data Fields, Author of SBOM Data", confidence: source}
#     - {standard: CISA Minimum Elements for an SBOM, edition: "2026", clause: "SBOM Author", confidence: secondary}
#     - {standard: BSI TR-03183-2, edition: "2.1.0", clause: "5.2", confidence: source}
#     - {standard: FDA premarket cybersecurity guidance, edition: "2026", clause: V.A.4, confidence: secondary}
#   messages:
#     not_stated: "The SBOM names no author; the entry is {state}."
#     declared: "The author of the SBOM is declared {state}, so a person must ask who made it."
#     named: "Named as author of the SBOM: persons {persons}, organisations {organisations}."
#   remedy: Name a person or organisation in `metadata.authors`.
#   question: Who made this SBOM?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.author

import data.bidgate.lib.states

violation contains {"code": "not_stated", "args": {"state": state}, "at": ["sboms", i, "authors"]} if {
	some i, sbom in input.sboms
	state := sbom.authors.state
	state in states.missing
}

review contains {"code": "declared", "args": {"state": state}, "at": ["sboms", i, "authors"]} if {
	some i, sbom in input.sboms
	state := sbom.authors.state
	state in states.told
}

basis contains {
	"code": "named",
	"args": {"persons": head.persons, "organisations": head.organisations},
	"at": ["sboms", i, "authors"],
	"level": "verified",
} if {
	some i, sbom in input.sboms
	sbom.authors.state == "stated"
	head := sbom.facts.document
	head.persons + head.organisations > 0
}

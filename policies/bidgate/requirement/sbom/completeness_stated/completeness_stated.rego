# METADATA
# title: The SBOM says how complete it is
# description: |
#   Asks that each SBOM says whether its list of parts is complete
#   (`compositions`). To say that it is not complete is as good an answer here
#   as to say that it is. A list that is declared to be of unknown or withheld
#   completeness is an honest answer, and a person looks at it; where nothing is
#   said, or only "not specified", it counts as not stated. A statement must name
#   parts that the SBOM has; parts of other documents are not looked for. This
#   cannot tell whether the statement is true.
# custom:
#   contract: 1
#   severity: minor
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: NTIA Minimum Elements for an SBOM, edition: "2021", clause: "Known Unknowns", confidence: source}
#     - {standard: CISA Minimum Elements for an SBOM, edition: "2026", clause: "Coverage", confidence: secondary}
#     - {standard: BSI TR-03183-2, edition: "2.1.0", clause: "5.2", confidence: source}
#   messages:
#     not_stated: "The SBOM does not say how complete it is; the statement is {state}."
#     lost: "{n:statement on completeness names|statements on completeness name} a part that is nothing in the SBOM."
#     declared: "The completeness of the SBOM is declared {state}, so a person must ask what may be missing."
#     stated: "The SBOM says of itself: {completeness}."
#   remedy: Add `compositions` with an `aggregate` for the product, and name parts in them that the SBOM has.
#   question: Is the list of components complete, and if not, what is missing?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.completeness_stated

import data.bidgate.lib.states

violation contains {"code": "not_stated", "args": {"state": state}, "at": ["sboms", i, "completeness"]} if {
	some i, sbom in input.sboms
	state := sbom.completeness.state
	state in states.missing
}

violation contains {"code": "lost", "args": {"n": n}, "at": ["sboms", i, "facts", "lost_compositions"]} if {
	some i, sbom in input.sboms
	n := count(sbom.facts.lost_compositions)
	n > 0
}

review contains {"code": "declared", "args": {"state": state}, "at": ["sboms", i, "completeness"]} if {
	some i, sbom in input.sboms
	state := sbom.completeness.state
	state in states.told
}

basis contains {
	"code": "stated",
	"args": {"completeness": replace(sbom.completeness.value, "_", " ")},
	"at": ["sboms", i, "completeness"],
	"level": "asserted",
} if {
	some i, sbom in input.sboms
	sbom.completeness.state == "stated"
	count(sbom.facts.lost_compositions) == 0
}

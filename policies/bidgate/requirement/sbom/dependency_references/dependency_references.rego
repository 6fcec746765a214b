# METADATA
# title: References in the dependency graph lead somewhere
# description: |
#   Asks that nearly all references in the dependency graph of each SBOM name
#   something that the SBOM lists. A reference that leads nowhere (dangling)
#   hides a part of the product. An SBOM without a graph, or with a graph that
#   has no link, has no reference to judge; whether there is a graph is another
#   requirement. This cannot tell whether the graph is complete.
# custom:
#   contract: 1
#   severity: major
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: CycloneDX, edition: "1.7", clause: dependencies, confidence: source}
#     - {standard: BSI TR-03183-2, edition: "2.1.0", clause: "8.2", confidence: source}
#   parameters:
#     max_share: {type: number, default: 0.05, min: 0, max: 1, description: Lost references as a share of the links in the graph.}
#   messages:
#     dangling: "{n:reference in the dependency graph names|references in the dependency graph name} nothing in the SBOM; the graph has {edges:link|links}, and at most {max_share:percent} of that number may be lost."
#     no_reference: "The SBOM has no dependency graph with links, so there is no reference to judge."
#     graph_declared: "The dependency graph is declared {state}, so a person must ask for it."
#     resolved: "Of a dependency graph with {edges:link|links}, {dangling:reference names|references name} nothing in the SBOM; at most {max_share:percent} is allowed."
#   remedy: Add the missing components to the SBOM, or correct the references listed.
#   question: Which components do the references listed stand for?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.dependency_references

import data.bidgate.lib.states

_max_share := input.parameters.sbom.dependency_references.max_share

violation contains {
	"code": "dangling",
	"args": {"n": graph.dangling_references, "edges": graph.edges, "max_share": _max_share},
	"at": ["sboms", i, "facts", "graph", "dangling"],
} if {
	some i, sbom in input.sboms
	graph := sbom.facts.graph
	graph.state == "stated"
	graph.dangling_references > _max_share * graph.edges
}

review contains {"code": "graph_declared", "args": {"state": state}, "at": ["sboms", i]} if {
	some i, sbom in input.sboms
	state := sbom.facts.graph.state
	state in states.told
}

not_applicable contains {"code": "no_reference", "args": {}, "at": ["sboms", i], "level": "verified"} if {
	some i, sbom in input.sboms
	sbom.facts.graph.state in states.missing
}

not_applicable contains {"code": "no_reference", "args": {}, "at": ["sboms", i], "level": "verified"} if {
	some i, sbom in input.sboms
	graph := sbom.facts.graph
	graph.state == "stated"
	graph.edges + graph.dangling_references == 0
}

basis contains {
	"code": "resolved",
	"args": {"dangling": graph.dangling_references, "edges": graph.edges, "max_share": _max_share},
	"at": ["sboms", i],
	"level": "verified",
} if {
	some i, sbom in input.sboms
	graph := sbom.facts.graph
	graph.state == "stated"
	graph.edges > 0
	graph.dangling_references <= _max_share * graph.edges
}

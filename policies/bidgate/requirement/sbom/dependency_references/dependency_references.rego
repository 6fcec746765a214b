# METADATA
# title: References in the dependency graph lead somewhere
# description: |
#   Asks that each SBOM has a dependency graph, and that nearly all references in
#   it name something that the SBOM lists. A reference that leads nowhere
#   (dangling) hides a part of the product. A graph that says of every part that
#   it needs nothing else may be true, and a person looks at it. A graph that is
#   declared unknown or withheld is an honest answer, and a person looks at it
#   too. This cannot tell whether the graph is complete.
# custom:
#   contract: 1
#   severity: major
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: CycloneDX, edition: "1.7", clause: dependencies, confidence: source}
#     - {standard: BSI TR-03183-2, edition: "2.1.0", clause: "8.2", confidence: source}
#     - {standard: NTIA Minimum Elements for an SBOM, edition: "2021", clause: "Data Fields, Dependency Relationship", confidence: source}
#   parameters:
#     max_share: {type: number, default: 0.05, min: 0, max: 1, description: Lost references as a share of the links in the graph.}
#   messages:
#     no_graph: "The SBOM has no usable dependency graph; it is {state}."
#     empty_graph: "The dependency graph of the SBOM has no entry."
#     dangling: "{n} references in the dependency graph name nothing in the SBOM; the graph has {edges} links, and at most {max_share:percent} of that number may be lost."
#     graph_declared: "The dependency graph is declared {state}, so a person must ask for it."
#     no_links: "The dependency graph lists {entries} parts and no link between them, so a person must decide whether that can be true."
#     resolved: "{dangling} references in a dependency graph of {edges} links name nothing in the SBOM; at most {max_share:percent} is allowed."
#   remedy: Add the missing components to the SBOM, or correct the references listed.
#   question: Which components do the references listed stand for?
#   tags: [core_area:scrm, csf2:ID.AM-02]
package bidgate.requirement.sbom.dependency_references

import data.bidgate.lib.states

_max_share := input.parameters.sbom.dependency_references.max_share

_with_graph contains i if {
	some i, sbom in input.sboms
	sbom.facts.graph.state == "stated"
	sbom.facts.graph.entries > 0
}

violation contains {"code": "no_graph", "args": {"state": state}, "at": ["sboms", i]} if {
	some i, sbom in input.sboms
	state := sbom.facts.graph.state
	state in states.missing
}

violation contains {"code": "empty_graph", "args": {}, "at": ["sboms", i]} if {
	some i, sbom in input.sboms
	sbom.facts.graph.state == "stated"
	sbom.facts.graph.entries == 0
}

violation contains {
	"code": "dangling",
	"args": {"n": graph.dangling_references, "edges": graph.edges, "max_share": _max_share},
	"at": ["sboms", i, "facts", "graph", "dangling"],
} if {
	some i in _with_graph
	graph := input.sboms[i].facts.graph
	graph.dangling_references > _max_share * graph.edges
}

review contains {"code": "graph_declared", "args": {"state": state}, "at": ["sboms", i]} if {
	some i, sbom in input.sboms
	state := sbom.facts.graph.state
	state in states.told
}

review contains {"code": "no_links", "args": {"entries": graph.entries}, "at": ["sboms", i]} if {
	some i in _with_graph
	graph := input.sboms[i].facts.graph
	graph.edges == 0
	graph.dangling_references == 0
}

basis contains {
	"code": "resolved",
	"args": {"dangling": graph.dangling_references, "edges": graph.edges, "max_share": _max_share},
	"at": ["sboms", i],
	"level": "verified",
} if {
	some i in _with_graph
	graph := input.sboms[i].facts.graph
	graph.edges > 0
	graph.dangling_references <= _max_share * graph.edges
}

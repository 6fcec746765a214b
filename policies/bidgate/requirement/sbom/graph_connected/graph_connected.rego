# METADATA
# title: The dependency graph begins at the product
# description: |
#   Asks that the dependency graph of each SBOM has an entry for the product,
#   and that a path leads from it to the components. A component that no path
#   reaches (an orphan) stands in the list without a reason, and a person looks
#   at it. An SBOM without a graph is judged by another requirement. This cannot
#   tell whether the links are right.
# custom:
#   contract: 1
#   severity: minor
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: CycloneDX, edition: "1.7", clause: dependencies, confidence: source}
#     - {standard: BSI TR-03183-2, edition: "2.1.0", clause: "8.2", confidence: source}
#   parameters:
#     max_share: {type: number, default: 0, min: 0, max: 1, description: Share of the components that no path may reach.}
#   messages:
#     root_not_listed: "The dependency graph has no entry for the product, so no path leads from it to any component."
#     orphans: "No path leads from the product to {n} of {total:component|components}, so a person must ask what they are listed for."
#     graph_declared: "The dependency graph is declared {state}, so a person must ask for it."
#     no_graph: "The SBOM has no dependency graph, which another requirement judges."
#     connected: "Paths lead from the product to {reached} of {total:component|components}."
#   remedy: Add an entry for the product to `dependencies`, with the parts that it needs, and the same for what needs the components listed.
#   question: What are the components listed for, and what needs them?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.graph_connected

import data.bidgate.lib.states

_max_share := input.parameters.sbom.graph_connected.max_share

_with_graph contains i if {
	some i, sbom in input.sboms
	sbom.facts.graph.state == "stated"
	sbom.facts.graph.entries > 0
}

violation contains {"code": "root_not_listed", "args": {}, "at": ["sboms", i, "facts", "graph", "root_listed"]} if {
	some i in _with_graph
	not input.sboms[i].facts.graph.root_listed
}

review contains {
	"code": "orphans",
	"args": {"n": orphans, "total": total},
	"at": ["sboms", i, "facts", "graph", "orphans"],
} if {
	some i in _with_graph
	input.sboms[i].facts.graph.root_listed
	orphans := count(input.sboms[i].facts.graph.orphans)
	total := input.sboms[i].facts.components.all
	orphans > _max_share * total
}

review contains {"code": "graph_declared", "args": {"state": state}, "at": ["sboms", i]} if {
	some i, sbom in input.sboms
	state := sbom.facts.graph.state
	state in states.told
}

not_applicable contains {"code": "no_graph", "args": {}, "at": ["sboms", i], "level": "verified"} if {
	some i, sbom in input.sboms
	graph := sbom.facts.graph
	states.list(graph.state, graph.entries) in states.missing_list
}

basis contains {
	"code": "connected",
	"args": {"reached": total - orphans, "total": total},
	"at": ["sboms", i],
	"level": "verified",
} if {
	some i in _with_graph
	input.sboms[i].facts.graph.root_listed
	orphans := count(input.sboms[i].facts.graph.orphans)
	total := input.sboms[i].facts.components.all
	orphans <= _max_share * total
}

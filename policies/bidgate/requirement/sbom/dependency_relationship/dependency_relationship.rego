# METADATA
# title: The SBOM says which part needs which
# description: |
#   Asks that each SBOM has a dependency graph with at least one link. Without
#   it nobody can tell how a weak part reaches the product. A graph that says of
#   every part that it needs nothing else may be true, and a person looks at it.
#   A graph that is declared unknown or withheld is an honest answer, and a
#   person looks at it too; one that is left out, is empty or has a wrong form
#   counts as not stated. This cannot tell whether links are left out.
# custom:
#   contract: 1
#   severity: major
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: NTIA Minimum Elements for an SBOM, edition: "2021", clause: "Data Fields, Dependency Relationship", confidence: source}
#     - {standard: CISA Minimum Elements for an SBOM, edition: "2026", clause: "Dependency Relationship", confidence: source}
#     - {standard: BSI TR-03183-2, edition: "2.1.0", clause: "5.2", confidence: source}
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Annex I Part II(1)", confidence: source}
#   messages:
#     no_graph: "The SBOM does not say which part needs which; its dependency graph is {state}."
#     declared: "The dependency graph is declared {state}, so a person must ask for it."
#     no_links: "The dependency graph lists {entries:part|parts} and no link between them, so a person must decide whether that can be true."
#     stated: "The dependency graph has {edges:link|links}."
#   remedy: Add `dependencies` with the parts that each part needs.
#   question: Which component needs which other one?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.dependency_relationship

import data.bidgate.lib.states

_state[i] := states.list(graph.state, graph.entries) if {
	some i, sbom in input.sboms
	graph := sbom.facts.graph
}

violation contains {"code": "no_graph", "args": {"state": state}, "at": ["sboms", i, "facts", "graph", "state"]} if {
	some i, state in _state
	state in states.missing_list
}

review contains {"code": "declared", "args": {"state": state}, "at": ["sboms", i, "facts", "graph", "state"]} if {
	some i, state in _state
	state in states.told
}

review contains {"code": "no_links", "args": {"entries": graph.entries}, "at": ["sboms", i, "facts", "graph", "state"]} if {
	some i, "stated" in _state
	graph := input.sboms[i].facts.graph
	graph.edges == 0
}

basis contains {
	"code": "stated",
	"args": {"edges": graph.edges},
	"at": ["sboms", i, "facts", "graph", "state"],
	"level": "verified",
} if {
	some i, "stated" in _state
	graph := input.sboms[i].facts.graph
	graph.edges > 0
}

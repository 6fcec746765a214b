# METADATA
# title: The SBOM goes beyond the direct parts
# description: |
#   Asks that the dependency graph of each SBOM leads from the product to at
#   least the depth that is set (1 is what the product needs directly, 2 what
#   those parts need), or that the SBOM says that its list is complete. Most
#   weak parts are not direct ones. A list that says that it is not complete, or
#   of unknown completeness, is honest, and a person looks at it. So does a
#   person where the graph does not begin at the product, for then its depth
#   cannot be told. An SBOM without a graph has no depth; whether there is a graph
#   is another requirement. This cannot tell whether every path was followed to
#   its end.
# custom:
#   contract: 1
#   severity: minor
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: NTIA Minimum Elements for an SBOM, edition: "2021", clause: "Depth", confidence: source}
#     - {standard: CISA Minimum Elements for an SBOM, edition: "2026", clause: "Coverage", confidence: secondary}
#     - {standard: BSI TR-03183-2, edition: "2.1.0", clause: "5.1", confidence: source}
#   parameters:
#     min_depth: {type: integer, default: 2, min: 1, description: How many links deep the graph must go from the product.}
#   messages:
#     flat: "The dependency graph reaches depth {depth} from the product, at least {min_depth} is asked, and the SBOM does not say that its list is complete."
#     incomplete: "The dependency graph reaches depth {depth} from the product, at least {min_depth} is asked; the SBOM says of itself: {completeness}."
#     declared: "The completeness of the SBOM is declared {state}, and its graph reaches depth {depth} only, so a person must ask what is missing."
#     no_root: "The dependency graph does not begin at the product, so a person must find out how deep it goes."
#     no_graph: "The SBOM has no dependency graph, which another requirement judges."
#     deep: "The dependency graph reaches depth {depth} from the product; at least {min_depth} is asked."
#     complete: "The SBOM says that its list of parts is complete."
#   remedy: List what the direct parts need as well, or say in `compositions` how complete the list is.
#   question: Which parts do the direct components need in turn?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.transitive_parts

import data.bidgate.lib.states

_min_depth := input.parameters.sbom.transitive_parts.min_depth

_unrooted(i) if {
	input.sboms[i].facts.graph.edges > 0
	not input.sboms[i].facts.graph.root_listed
}

_complete(i) if {
	input.sboms[i].completeness.state == "stated"
	input.sboms[i].completeness.value == "complete"
}

_graphless contains i if {
	some i, sbom in input.sboms
	sbom.facts.graph.state in states.missing
}

# SBOMs whose graph does not go deep enough, with its depth.
_shallow[i] := depth if {
	some i, sbom in input.sboms
	depth := sbom.facts.graph.depth
	depth < _min_depth
	not _unrooted(i)
	not i in _graphless
}

violation contains {
	"code": "flat",
	"args": {"depth": depth, "min_depth": _min_depth},
	"at": ["sboms", i, "facts", "graph", "depth"],
} if {
	some i, depth in _shallow
	input.sboms[i].completeness.state in states.missing
}

review contains {
	"code": "incomplete",
	"args": {"depth": depth, "min_depth": _min_depth, "completeness": replace(completeness.value, "_", " ")},
	"at": ["sboms", i, "completeness"],
} if {
	some i, depth in _shallow
	completeness := input.sboms[i].completeness
	completeness.state == "stated"
	completeness.value != "complete"
}

review contains {"code": "declared", "args": {"depth": depth, "state": state}, "at": ["sboms", i, "completeness"]} if {
	some i, depth in _shallow
	state := input.sboms[i].completeness.state
	state in states.told
}

review contains {"code": "no_root", "args": {}, "at": ["sboms", i, "facts", "graph", "root_listed"]} if {
	some i, sbom in input.sboms
	_unrooted(i)
	sbom.completeness.value != "complete"
}

not_applicable contains {"code": "no_graph", "args": {}, "at": ["sboms", i], "level": "verified"} if {
	some i in _graphless
	not _complete(i)
}

basis contains {
	"code": "deep",
	"args": {"depth": depth, "min_depth": _min_depth},
	"at": ["sboms", i],
	"level": "verified",
} if {
	some i, sbom in input.sboms
	depth := sbom.facts.graph.depth
	depth >= _min_depth
	not _unrooted(i)
}

basis contains {"code": "complete", "args": {}, "at": ["sboms", i, "completeness"], "level": "asserted"} if {
	some i, sbom in input.sboms
	_complete(i)
	sbom.facts.graph.depth < _min_depth
}

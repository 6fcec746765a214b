# METADATA
# title: Few components are left out of the product
# description: |
#   A component with the scope excluded, or among the tools, the pedigree or the
#   formulation, counts as not delivered, and nothing is asked of it. Generators
#   write so what serves to build and test. Where an SBOM has excluded components,
#   or a threat names a component that is counted out, a person sees which; where
#   most components are excluded, the SBOM says too little. What the dependency
#   graph contradicts is judged by another requirement. This cannot tell what is
#   really in the product.
# custom:
#   contract: 1
#   severity: minor
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: CycloneDX, edition: "1.7", clause: "components.scope", confidence: source}
#   parameters:
#     max_share: {type: number, default: 0.5, min: 0, max: 1, description: Excluded components as a share of all.}
#   messages:
#     too_many: "Of {total:component|components}, {n:is|are} marked as excluded, so that most of what is listed is not judged."
#     excluded: "Of {total:component|components}, {n:is|are} marked as excluded; the subject alone depends on {direct} of them directly, so a person must ask whether they are in the product."
#     threat_names: "{n:threat names|threats name} this component, which the SBOM counts out of the product, so a person must ask whether it is in it."
#     no_components: "The SBOM lists no component, so nothing is excluded."
#     all_counted: "The SBOM lists {total:component|components} and counts none out of the product."
#   remedy: Say for each component listed that it only serves to build or test, or take the scope excluded away.
#   question: Are the components listed a part of what is delivered?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.excluded_components

_max_share := input.parameters.sbom.excluded_components.max_share

# The components that threats name, each with the threat.
_named contains [link.sbom, link.row, [m, t]] if {
	some m, model in input.threat_models
	some t, threat in model.threats.items
	some link in threat.bom_refs.items
}

_counted_out contains [i, row] if {
	count(_named) > 0
	some i, sbom in input.sboms
	some list in [sbom.facts.components.excluded, sbom.facts.hidden.elsewhere]
	some row in list
}

_in_question := _counted_out & {[i, row] | some [i, row, _] in _named}

review contains {"code": "threat_names", "args": {"n": n}, "at": ["components", i, row]} if {
	some [i, row] in _in_question
	n := count([1 | some [j, named, _] in _named; j == i; named == row])
}

violation contains {
	"code": "too_many",
	"args": {"n": n, "total": sbom.facts.components.all},
	"at": ["sboms", i, "facts", "components", "excluded"],
} if {
	some i, sbom in input.sboms
	n := count(sbom.facts.components.excluded)
	n > _max_share * sbom.facts.components.all
}

review contains {
	"code": "excluded",
	"args": {"n": n, "total": sbom.facts.components.all, "direct": count(sbom.facts.hidden.excluded_direct)},
	"at": ["sboms", i, "facts", "components", "excluded"],
} if {
	some i, sbom in input.sboms
	n := count(sbom.facts.components.excluded)
	n > 0
	n <= _max_share * sbom.facts.components.all
}

not_applicable contains {"code": "no_components", "args": {}, "at": ["sboms", i], "level": "verified"} if {
	some i, sbom in input.sboms
	sbom.facts.components.all == 0
}

basis contains {"code": "all_counted", "args": {"total": total}, "at": ["sboms", i], "level": "verified"} if {
	some i, sbom in input.sboms
	total := sbom.facts.components.all
	total > 0
	total == sbom.facts.components.delivered
	count([1 | some [j, _] in _in_question; j == i]) == 0
}

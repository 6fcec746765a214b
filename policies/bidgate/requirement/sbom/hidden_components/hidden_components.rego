# METADATA
# title: Nothing that the product needs is counted out of it
# description: |
#   Components with the scope excluded, and components among the tools, the
#   pedigree or the formulation, count as not delivered, so that nothing is asked
#   of them. Asks that the vendor's own documents do not treat them as delivered:
#   that no delivered component depends on an excluded one, and that the subject
#   does not depend on a component from such a place. Excluded components on
#   which the subject alone depends, and those that threats name, are judged by
#   another requirement. This cannot tell what is really in the product.
# custom:
#   contract: 1
#   severity: major
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: CycloneDX, edition: "1.7", clause: "components.scope", confidence: source}
#     - {standard: CISA Minimum Elements for an SBOM, edition: "2026", clause: "Coverage", confidence: secondary}
#   messages:
#     excluded_needed: "Delivered components depend on {n:component that is|components that are} marked as excluded."
#     elsewhere_reached: "The product depends on {n:component that is|components that are} listed among tools, pedigree or formulation only."
#     no_components: "The SBOM lists no component, so there is nothing to count out."
#     counted: "Delivered components: {delivered}, {nested} of them listed inside others; {excluded} excluded and {elsewhere} listed elsewhere, and nothing delivered is said to need them."
#   remedy: Correct the scope of the components listed, or list them under components.
#   question: Are the components listed a part of the product, and why are they counted out of it?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.hidden_components

_lists := {"excluded_needed", "elsewhere_reached"}

_found contains {"i": i, "list": list, "n": n} if {
	some i, sbom in input.sboms
	some list in _lists
	n := count(sbom.facts.hidden[list])
	n > 0
}

violation contains {"code": row.list, "args": {"n": row.n}, "at": ["sboms", row.i, "facts", "hidden", row.list]} if {
	some row in _found
}

not_applicable contains {"code": "no_components", "args": {}, "at": ["sboms", i], "level": "verified"} if {
	some i, sbom in input.sboms
	sbom.facts.components.all + count(sbom.facts.hidden.elsewhere) == 0
}

basis contains {
	"code": "counted",
	"args": {
		"delivered": sbom.facts.components.delivered,
		"nested": sbom.facts.places.nested + sbom.facts.places.subject,
		"excluded": count(sbom.facts.components.excluded),
		"elsewhere": count(sbom.facts.hidden.elsewhere),
	},
	"at": ["sboms", i],
	"level": "verified",
} if {
	some i, sbom in input.sboms
	sbom.facts.components.all + count(sbom.facts.hidden.elsewhere) > 0
	count([1 | some row in _found; row.i == i]) == 0
}

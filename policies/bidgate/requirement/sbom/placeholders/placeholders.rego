# METADATA
# title: The values in the SBOM are real ones
# description: |
#   Counts the values of components that are placeholders, such as "TBD" or
#   "NOASSERTION", among all that are filled in: names, versions, identifiers,
#   producers, suppliers, hashes and licences. A few may be honest gaps; many
#   mean that nobody looked at the list. What is left out is judged field by
#   field by other requirements. This cannot tell whether a value that looks
#   real is true.
# custom:
#   contract: 1
#   severity: minor
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: CISA Minimum Elements for an SBOM, edition: "2026", clause: "Explicitly Identifying Unknown Information", confidence: secondary}
#     - {standard: NTIA Minimum Elements for an SBOM, edition: "2021", clause: "Known Unknowns", confidence: source}
#   parameters:
#     max_share: {type: number, default: 0.05, min: 0, max: 1, description: Share of the values filled in that may be placeholders.}
#   messages:
#     placeholder: "In {n:component|components} the {field} is a placeholder; of {filled} values in the SBOM, {placeholders:is a placeholder|are placeholders}, and at most {max_share:percent} may be."
#     nothing_filled: "No component has any value to look at."
#     real: "Of {filled} values in the SBOM, {placeholders:is a placeholder|are placeholders}; at most {max_share:percent} may be."
#   remedy: Replace the placeholders listed by the real values, or declare them unknown.
#   question: What are the real values in place of the placeholders?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.placeholders

_max_share := input.parameters.sbom.placeholders.max_share

_fields := {
	"component_name": "name",
	"component_version": "version",
	"component_identifier": "identifier",
	"component_producer": "producer",
	"component_supplier": "supplier",
	"component_hash": "hash",
	"component_licence": "licence",
}

_counts := {i: {"filled": stated + placeholders, "placeholders": placeholders} |
	some i, sbom in input.sboms
	stated := sum([sbom.facts[field].all.stated | some field, _ in _fields])
	placeholders := sum([count(sbom.facts[field].all.placeholder) | some field, _ in _fields])
}

violation contains {
	"code": "placeholder",
	"args": {
		"n": n,
		"field": name,
		"filled": counts.filled,
		"placeholders": counts.placeholders,
		"max_share": _max_share,
	},
	"at": ["sboms", i, "facts", field, "all", "placeholder"],
} if {
	some i, counts in _counts
	counts.placeholders > _max_share * counts.filled
	some field, name in _fields
	n := count(input.sboms[i].facts[field].all.placeholder)
	n > 0
}

not_applicable contains {"code": "nothing_filled", "args": {}, "at": ["sboms", i], "level": "verified"} if {
	some i, counts in _counts
	counts.filled == 0
}

basis contains {
	"code": "real",
	"args": {"filled": counts.filled, "placeholders": counts.placeholders, "max_share": _max_share},
	"at": ["sboms", i],
	"level": "verified",
} if {
	some i, counts in _counts
	counts.filled > counts.placeholders
	counts.placeholders <= _max_share * counts.filled
}

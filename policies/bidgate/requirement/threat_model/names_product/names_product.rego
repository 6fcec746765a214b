# METADATA
# title: The threat model names its product, version and SBOM
# description: |
#   Asks that each threat model says which product and version it is about, and
#   which SBOM of the bundle belongs to it, by path, digest or serial number.
#   Without these a good model can be handed in for the wrong product. A value
#   that is declared unknown or withheld is an honest answer, and a person looks
#   at it; one that is left out, is a placeholder or has a wrong form counts as
#   not stated. This cannot tell whether the model was really made for that
#   product.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: CycloneDX, edition: 2.0 draft, clause: Threat model subject, confidence: memory}
#   messages:
#     not_stated: "The {field} that the threat model is about is {state}."
#     no_sbom: "The threat model does not say which SBOM belongs to it; the entry is {state}."
#     sbom_not_found: "The threat model names an SBOM that is not in the bundle."
#     declared: "The {field} that the threat model is about is declared {state}, so a person must ask for it."
#     sbom_declared: "The SBOM of the threat model is declared {state}, so a person must ask for it."
#     named: "The threat model is about {product}, version {version}, and names its SBOM in the bundle."
#   remedy: State `product.name`, `product.version` and `sbom_ref` in the threat model, and send the SBOM with it.
#   question: Which product, version and SBOM is the threat model about?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-03]
package bidgate.requirement.threat_model.names_product

import data.bidgate.lib.states

_fields contains {"model": i, "field": "product name", "state": model.product.name.state} if {
	some i, model in input.threat_models
}

_fields contains {"model": i, "field": "product version", "state": model.product.version.state} if {
	some i, model in input.threat_models
}

_sboms := {sbom.document | some sbom in input.sboms}

# By model, how its SBOM is named: by one of three means, or not at all.
_reference[i] := state if {
	some i, model in input.threat_models
	means := {model.sbom_ref.path.state, model.sbom_ref.digest.state, model.sbom_ref.serial_number.state}
	state := _named(model.sbom_ref.state, means)
}

_named(state, means) := state if {
	state != "stated"
} else := "stated" if {
	"stated" in means
} else := min(means & states.told) if {
	count(means & states.told) > 0
} else := min(means)

violation contains {
	"code": "not_stated",
	"args": {"field": f.field, "state": f.state},
	"at": ["threat_models", f.model, "product"],
} if {
	some f in _fields
	f.state in states.missing
}

violation contains {"code": "no_sbom", "args": {"state": state}, "at": ["threat_models", i, "sbom_ref"]} if {
	some i, state in _reference
	state in states.missing
}

violation contains {"code": "sbom_not_found", "args": {}, "at": ["threat_models", i, "sbom_ref"]} if {
	some i, state in _reference
	state == "stated"
	count({input.threat_models[i].sbom_ref.document} & _sboms) == 0
}

review contains {
	"code": "declared",
	"args": {"field": f.field, "state": f.state},
	"at": ["threat_models", f.model, "product"],
} if {
	some f in _fields
	f.state in states.told
}

review contains {"code": "sbom_declared", "args": {"state": state}, "at": ["threat_models", i, "sbom_ref"]} if {
	some i, state in _reference
	state in states.told
}

basis contains {
	"code": "named",
	"args": {"product": model.product.name.value, "version": model.product.version.value},
	"at": ["threat_models", i],
	"level": "asserted",
} if {
	some i, state in _reference
	state == "stated"
	model := input.threat_models[i]
	model.product.name.state == "stated"
	model.product.version.state == "stated"
	model.sbom_ref.document in _sboms
}

# METADATA
# title: Identifiers have the right form and agree with the component
# description: |
#   Asks that the package URLs, CPEs, SWID tags, OmniBOR ids and SWHIDs in each
#   SBOM have their form, so that a machine can read them. Where an identifier
#   names another package or version than the component does, a person looks at
#   it. An SBOM in which no component carries an identifier is judged by another
#   requirement. This cannot tell whether an identifier names the right
#   component.
# custom:
#   contract: 1
#   severity: minor
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: CISA Minimum Elements for an SBOM, edition: "2026", clause: "Component Identifiers", confidence: secondary}
#     - {standard: CycloneDX, edition: "1.7", clause: purl, confidence: source}
#   parameters:
#     max_share: {type: number, default: 0, min: 0, max: 1, description: Identifiers of a wrong form as a share of all components.}
#   messages:
#     invalid: "{n:component carries|components carry} {kind} that has not its form."
#     differs: "In {n:component|components} the {field} differs from that in the {kind}, so a person must find out which is right."
#     subject_differs: "The {field} of the SBOM's subject differs from that in its package URL, so a person must find out which is right."
#     no_identifier: "No component carries an identifier, which another requirement judges."
#     valid: "{n:component carries|components carry} an identifier; {invalid:identifier has|identifiers have} a wrong form, and none differs from its component."
#   remedy: Correct the identifiers listed, or leave out those that name something else.
#   question: Which identifiers are right for the components listed?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.identifiers_valid

_max_share := input.parameters.sbom.identifiers_valid.max_share

_kinds := {
	"invalid_purl": "a package URL",
	"invalid_cpe": "a CPE",
	"invalid_swid": "a SWID tag",
	"invalid_omnibor_id": "an OmniBOR id",
	"invalid_swhid": "a SWHID",
}

_compared := {
	"names": {"field": "name", "kind": "package URL"},
	"versions": {"field": "version", "kind": "package URL"},
	"cpe_versions": {"field": "version", "kind": "CPE"},
}

_invalid := {i: n |
	some i, sbom in input.sboms
	n := sum([count(sbom.facts.identifiers[list]) | some list, _ in _kinds])
}

_too_many := {i |
	some i, n in _invalid
	n > _max_share * input.sboms[i].facts.components.all
}

_differing := {{"i": i, "list": list, "n": n} |
	some i, sbom in input.sboms
	some list, _ in _compared
	n := count(sbom.facts.agreement[list])
	n > 0
}

_subject_differing := {{"i": i, "field": field} |
	some i, sbom in input.sboms
	some field, outcome in {"name": sbom.facts.agreement.subject_name, "version": sbom.facts.agreement.subject_version}
	outcome == "unequal"
}

violation contains {
	"code": "invalid",
	"args": {"n": n, "kind": kind},
	"at": ["sboms", i, "facts", "identifiers", list],
} if {
	some i in _too_many
	some list, kind in _kinds
	n := count(input.sboms[i].facts.identifiers[list])
	n > 0
}

review contains {
	"code": "differs",
	"args": {"n": row.n, "field": _compared[row.list].field, "kind": _compared[row.list].kind},
	"at": ["sboms", row.i, "facts", "agreement", row.list],
} if {
	some row in _differing
}

review contains {"code": "subject_differs", "args": {"field": row.field}, "at": ["sboms", row.i, "subject", "purl"]} if {
	some row in _subject_differing
}

not_applicable contains {"code": "no_identifier", "args": {}, "at": ["sboms", i], "level": "verified"} if {
	some i, 0 in _invalid
	input.sboms[i].facts.component_identifier.all.stated == 0
}

basis contains {"code": "valid", "args": {"n": n, "invalid": invalid}, "at": ["sboms", i], "level": "verified"} if {
	some i, invalid in _invalid
	not i in _too_many
	n := input.sboms[i].facts.component_identifier.all.stated
	n > 0
	not i in _with_differing
}

_with_differing := {row.i | some row in (_differing | _subject_differing)}

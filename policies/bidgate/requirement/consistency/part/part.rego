# METADATA
# title: Each part that the declaration lists is in an SBOM
# description: |
#   Looks in the SBOMs for each part of the product that the declaration lists,
#   by its id or name and without regard to case: among the products that they
#   are about, their components and services. A part of a kind of which no SBOM
#   holds anything has no SBOM; one that only goes by another name is for a
#   person. A kind of which no part is declared is not asked. This cannot tell
#   whether the list of parts is whole.
# custom:
#   contract: 1
#   severity: major
#   section: supply-chain
#   evidence: {all: [declaration, sbom]}
#   over: declarations
#   sources:
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activity 1, 2.2 and 3.2", confidence: secondary}
#     - {standard: NIST IR 8425, edition: "2022", clause: "Asset Identification 2", confidence: secondary}
#   messages:
#     no_sbom: "The declaration lists the part {part}, and no SBOM holds anything of its kind."
#     not_named: "The declaration lists the part {part}, and no SBOM holds that name, so a person must find out under which name it is there."
#     none: "The declaration lists no part of this kind."
#     listed: "An SBOM holds the part {part}."
#   remedy: Supply an SBOM for each part, and give it the name that the declaration gives.
#   question: In which SBOM, and under which name, is each part listed?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-01]
package bidgate.requirement.consistency.part

_members := data.bidgate.catalog.requirements["consistency.part"].members

_parts contains {"i": i, "j": j, "kind": part.kind.value, "name": part.name.value, "called": called} if {
	some i, declaration in input.declarations
	some j, part in declaration.product_details.parts.items
	called := {lower(text.value) | some text in [part.id, part.name]; text.state == "stated"}
}

# What the SBOMs hold, by name and type.
_names := ({lower(sbom.subject.name.value) | some sbom in input.sboms} | {lower(component.name) | some components in input.components; some component in components}) | {lower(service.name) | some services in input.services; some service in services}

_types := ({sbom.subject.type.value | some sbom in input.sboms} | {component.type | some components in input.components; some component in components}) | {"service" | some services in input.services; count(services) > 0}

_at(i, j) := ["declarations", i, "product_details", "parts", "items", j]

violation contains {"member": part.kind, "code": "no_sbom", "args": {"part": part.name}, "at": _at(part.i, part.j)} if {
	some part in _parts
	count(part.called & _names) == 0
	count({type | some type in _members[part.kind].columns.types} & _types) == 0
}

review contains {"member": part.kind, "code": "not_named", "args": {"part": part.name}, "at": _at(part.i, part.j)} if {
	some part in _parts
	count(part.called & _names) == 0
	count({type | some type in _members[part.kind].columns.types} & _types) > 0
}

_declared := {[part.i, part.kind] | some part in _parts}

_lost := {[part.i, part.kind] |
	some part in _parts
	count(part.called & _names) == 0
}

not_applicable contains {"member": kind, "code": "none", "args": {}, "at": ["declarations", i, "product_details", "parts"], "level": "asserted"} if {
	some i, _ in input.declarations
	some kind, _ in _members
	not [i, kind] in _declared
}

basis contains {"member": part.kind, "code": "listed", "args": {"part": part.name}, "at": _at(part.i, part.j), "level": "verified"} if {
	some part in _parts
	count(part.called & _names) > 0
	not [part.i, part.kind] in _lost
}

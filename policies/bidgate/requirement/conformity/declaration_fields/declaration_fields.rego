# METADATA
# title: The declaration has what a supplier's declaration needs
# description: |
#   Asks of the declaration for what ISO/IEC 17050-1 asks of a supplier's declaration:
#   id, issuer, object, standards with editions, place and date, signatory and limits. The list is
#   from memory. A value that is declared unknown or withheld is an honest answer,
#   and a person looks at it; one that is left out, is a placeholder or has a
#   wrong form counts as not stated. A list of limits that is empty says that there
#   are none. This cannot tell whether what is declared is true; whether a
#   signature holds is the question of declaration.signature_verified.
# custom:
#   contract: 1
#   severity: major
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: ISO/IEC 17050-1, edition: "2004", clause: "Clause 6", confidence: memory}
#   messages:
#     not_stated: "The declaration does not state this; the entry is {state}."
#     declared: "The declaration gives this as {state}, so a person must ask for it."
#     stated: "The declaration states this."
#   remedy: Add the field to the declaration.
#   question: Please send the declaration with what is missing.
#   tags: [core_area:security_evaluation, csf:GV, csf2:GV.SC-06]
package bidgate.requirement.conformity.declaration_fields

import data.bidgate.lib.states

_fields contains {"i": i, "member": member, "state": field[0], "at": array.concat(["declarations", i], field[1])} if {
	some i, declaration in input.declarations
	some member, field in {
		"cnf-id": [declaration.id.state, ["id"]],
		"cnf-issuer": [declaration.manufacturer.name.state, ["manufacturer", "name"]],
		"cnf-address": [declaration.manufacturer.address.state, ["manufacturer", "address"]],
		"cnf-date": [declaration.affirmation.date.state, ["affirmation", "date"]],
		"cnf-place": [declaration.affirmation.place.state, ["affirmation", "place"]],
		"cnf-limits": [declaration.limitations.state, ["limitations"]],
		"cnf-signatory": [states.list(declaration.affirmation.signatories.state, count(declaration.affirmation.signatories.items)), ["affirmation", "signatories"]],
		"cnf-requirements": [states.list(declaration.standards.state, count(declaration.standards.items)), ["standards"]],
	}
}

_fields contains {"i": i, "member": "cnf-object", "state": state, "at": ["declarations", i, "product"]} if {
	some i, declaration in input.declarations
	some state in {declaration.product.name.state, declaration.product.version.state}
}

_fields contains {"i": i, "member": "cnf-requirements", "state": standard.edition.state, "at": ["declarations", i, "standards", "items", j]} if {
	some i, declaration in input.declarations
	some j, standard in declaration.standards.items
}

_fields contains {"i": i, "member": "cnf-signatory", "state": signatory.person.state, "at": ["declarations", i, "affirmation", "signatories", "items", j]} if {
	some i, declaration in input.declarations
	some j, signatory in declaration.affirmation.signatories.items
}

violation contains {"member": f.member, "code": "not_stated", "args": {"state": f.state}, "at": f.at} if {
	some f in _fields
	f.state in states.missing_list
}

review contains {"member": f.member, "code": "declared", "args": {"state": f.state}, "at": f.at} if {
	some f in _fields
	f.state in states.told
}

_all_stated contains [i, member] if {
	some i, _ in input.declarations
	some member, _ in data.bidgate.catalog.requirements["conformity.declaration_fields"].members
	said := {f.state | some f in _fields; f.i == i; f.member == member}
	said == {"stated"}
}

basis contains {"member": f.member, "code": "stated", "args": {}, "at": f.at, "level": "asserted"} if {
	some f in _fields
	[f.i, f.member] in _all_stated
}

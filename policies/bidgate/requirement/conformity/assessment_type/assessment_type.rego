# METADATA
# title: It is said who assessed the claims
# description: |
#   Asks of a declaration that claims standards, that it says who assessed them:
#   the maker, another party that has an interest, or a third party. Where it is
#   not the maker, the organisation must be named; one without a stated accreditation
#   is for a person. A value that is declared unknown or withheld is an honest
#   answer, and a person looks at it; one that is left out, is a placeholder or has
#   a wrong form counts as not stated. A declaration that claims no standard has
#   nothing to judge here. This cannot tell whether the accreditation is real.
# custom:
#   contract: 1
#   severity: major
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: ISO/IEC 17000, edition: "2020", clause: "4", confidence: memory}
#     - {standard: ISO/IEC 17065, edition: "2012", clause: "Scope", confidence: memory}
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Annex V(7)", confidence: source}
#   messages:
#     not_stated: "The declaration does not state {field}; the entry is {state}."
#     declared: "The declaration gives {field} as {state}, so a person must ask for it."
#     no_accreditation: "The assessment was made by {organisation}, and its accreditation is {state}, so a person must ask for it."
#     list_declared: "The list of standards is declared {state}, so a person must ask for it."
#     no_claims: "The declaration claims no standard, so nobody need have assessed one."
#     own: "The declaration says that the maker assessed the claims."
#     by_other: "The declaration says that {organisation} assessed the claims, and with which accreditation."
#   remedy: State `assessor` with its type and, for others than the maker, organisation and accreditation.
#   question: Who assessed that the product follows the standards that are claimed?
#   tags: [core_area:security_evaluation, csf:GV, csf2:GV.OC-03]
package bidgate.requirement.conformity.assessment_type

import data.bidgate.lib.states

_claiming := {i: declaration.assessor.type.state |
	some i, declaration in input.declarations
	states.list(declaration.standards.state, count(declaration.standards.items)) == "stated"
}

_other contains i if {
	some i, "stated" in _claiming
	input.declarations[i].assessor.type.value != "self"
}

_fields contains {"i": i, "field": "who assessed the claims", "key": "type", "state": state} if {
	some i, state in _claiming
}

_fields contains {"i": i, "field": "the organisation that assessed the claims", "key": "organization", "state": state} if {
	some i in _other
	state := input.declarations[i].assessor.organization.state
}

violation contains {"code": "not_stated", "args": {"field": f.field, "state": f.state}, "at": ["declarations", f.i, "assessor", f.key]} if {
	some f in _fields
	f.state in states.missing
}

review contains {"code": "declared", "args": {"field": f.field, "state": f.state}, "at": ["declarations", f.i, "assessor", f.key]} if {
	some f in _fields
	f.state in states.told
}

review contains {
	"code": "no_accreditation",
	"args": {"organisation": assessor.organization.value, "state": assessor.accreditation.state},
	"at": ["declarations", i, "assessor", "accreditation"],
} if {
	some i in _other
	assessor := input.declarations[i].assessor
	assessor.organization.state == "stated"
	assessor.accreditation.state != "stated"
}

review contains {"code": "list_declared", "args": {"state": state}, "at": ["declarations", i, "standards"]} if {
	some i, declaration in input.declarations
	state := declaration.standards.state
	state in states.told
}

not_applicable contains {"code": "no_claims", "args": {}, "at": ["declarations", i, "standards"], "level": "verified"} if {
	some i, declaration in input.declarations
	states.list(declaration.standards.state, count(declaration.standards.items)) in states.missing_list
}

basis contains {"code": "own", "args": {}, "at": ["declarations", i, "assessor"], "level": "asserted"} if {
	some i, "stated" in _claiming
	input.declarations[i].assessor.type.value == "self"
}

basis contains {"code": "by_other", "args": {"organisation": assessor.organization.value}, "at": ["declarations", i, "assessor"], "level": "asserted"} if {
	some i in _other
	assessor := input.declarations[i].assessor
	assessor.organization.state == "stated"
	assessor.accreditation.state == "stated"
}

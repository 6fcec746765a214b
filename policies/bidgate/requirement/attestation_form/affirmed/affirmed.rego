# METADATA
# title: The declaration is affirmed, dated and signed for
# description: |
#   Asks that the declaration closes with a statement of who answers for it,
#   with its date and those who sign. This cannot tell whether a signature is
#   real. A value that is declared unknown or withheld is an honest answer, and
#   a person looks at it; one that is left out, is a placeholder or has a wrong
#   form counts as not stated.
# custom:
#   contract: 1
#   severity: major
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: ISO/IEC 17050-1, edition: "2004", clause: "6", confidence: memory}
#     - {standard: CISA Software Acquisition Guide, edition: "2024", clause: "Signature page", confidence: source}
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Annex V(3)(8)", confidence: source}
#   messages:
#     not_stated: "The declaration does not state {field}; the entry is {state}."
#     declared: "The declaration gives {field} as {state}, so a person must ask for it."
#     stated: "The declaration is affirmed with a date, and says who signs."
#   remedy: State `statement`, `date` and `signatories` in `affirmation`.
#   question: Who signs this declaration, and when?
#   tags: [core_area:security_evaluation, csf:GV, csf2:GV.SC-06]
package bidgate.requirement.attestation_form.affirmed

import data.bidgate.lib.states

_fields contains {"i": i, "field": "the statement that closes it", "outcome": d.affirmation.statement.state, "at": ["declarations", i, "affirmation", "statement"]} if {
	some i, d in input.declarations
}

_fields contains {"i": i, "field": "the date of that statement", "outcome": d.affirmation.date.state, "at": ["declarations", i, "affirmation", "date"]} if {
	some i, d in input.declarations
}

_fields contains {"i": i, "field": "who signs", "outcome": states.list(d.affirmation.signatories.state, count(d.affirmation.signatories.items)), "at": ["declarations", i, "affirmation", "signatories"]} if {
	some i, d in input.declarations
}

violation contains {"code": "not_stated", "args": {"field": f.field, "state": f.outcome}, "at": f.at} if {
	some f in _fields
	f.outcome in states.missing_list
}

review contains {"code": "declared", "args": {"field": f.field, "state": f.outcome}, "at": f.at} if {
	some f in _fields
	f.outcome in states.told
}

basis contains {"code": "stated", "args": {}, "at": ["declarations", i, "affirmation", "statement"], "level": "asserted"} if {
	some i, _ in input.declarations
	said := {f.outcome | some f in _fields; f.i == i}
	said == {"stated"}
}

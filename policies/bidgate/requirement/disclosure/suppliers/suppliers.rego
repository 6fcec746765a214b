# METADATA
# title: Suppliers must tell of vulnerabilities too
# description: |
#   Asks that the declaration says yes to the question whether suppliers of
#   parts are bound to tell the maker of vulnerabilities, and the maker tells
#   them. A value that is declared unknown or withheld is an honest answer, and
#   a person looks at it; one that is left out, is a placeholder or has a wrong
#   form counts as not stated. This cannot tell what the contracts say.
# custom:
#   contract: 1
#   severity: minor
#   section: vulnerability-management
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: CISA Software Acquisition Guide, edition: "2024", clause: "VULN.08", confidence: source}
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Article 13(6)", confidence: secondary}
#   messages:
#     not_stated: "The declaration does not state {field}; the entry is {state}."
#     declared: "The declaration gives {field} as {state}, so a person must ask for it."
#     refused: "The maker answers no to this: {field}."
#     stated: "The maker says that suppliers must tell of vulnerabilities."
#   remedy: Bind suppliers to disclosure, and state `supplier_disclosure` in `vulnerability_disclosure`.
#   question: Are your suppliers bound to tell you of vulnerabilities, and do you tell them?
#   tags: [core_area:scrm, csf:GV, csf2:GV.SC-05]
package bidgate.requirement.disclosure.suppliers

import data.bidgate.lib.states

_fields contains {"i": i, "field": "whether suppliers must tell of vulnerabilities", "outcome": _said(d.vulnerability_disclosure.supplier_disclosure.state, d.vulnerability_disclosure.supplier_disclosure.value), "at": ["declarations", i, "vulnerability_disclosure", "supplier_disclosure"]} if {
	some i, d in input.declarations
}

_said(state, value) := "refused" if {
	state == "stated"
	not value
} else := state

violation contains {"code": "not_stated", "args": {"field": f.field, "state": f.outcome}, "at": f.at} if {
	some f in _fields
	f.outcome in states.missing_list
}

violation contains {"code": "refused", "args": {"field": f.field}, "at": f.at} if {
	some f in _fields
	f.outcome == "refused"
}

review contains {"code": "declared", "args": {"field": f.field, "state": f.outcome}, "at": f.at} if {
	some f in _fields
	f.outcome in states.told
}

basis contains {"code": "stated", "args": {}, "at": ["declarations", i, "vulnerability_disclosure", "supplier_disclosure"], "level": "asserted"} if {
	some i, _ in input.declarations
	said := {f.outcome | some f in _fields; f.i == i}
	said == {"stated"}
}

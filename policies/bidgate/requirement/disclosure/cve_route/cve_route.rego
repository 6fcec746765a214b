# METADATA
# title: Vulnerabilities get a CVE number
# description: |
#   Asks that the declaration says who gives a CVE number to a vulnerability of
#   the product: the maker itself or another numbering authority. Without a
#   number nobody can look it up. A value that is declared unknown or withheld
#   is an honest answer, and a person looks at it; one that is left out, is a
#   placeholder or has a wrong form counts as not stated. This cannot tell
#   whether the records name the kind of weakness.
# custom:
#   contract: 1
#   severity: minor
#   section: vulnerability-management
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: CISA and FBI Secure by Demand Guide, edition: "2024", clause: "Vulnerability disclosure, question 1", confidence: secondary}
#     - {standard: CISA and FBI Product Security Bad Practices, edition: "2025", clause: "Late or incomplete CVEs", confidence: secondary}
#   messages:
#     not_stated: "The declaration does not state {field}; the entry is {state}."
#     declared: "The declaration gives {field} as {state}, so a person must ask for it."
#     stated: "The declaration names the authority that gives CVE numbers."
#   remedy: State `cve_numbering_authority` in `vulnerability_disclosure`.
#   question: Who gives CVE numbers to vulnerabilities of the product, also of its services?
#   tags: [core_area:incident_management, csf:ID, csf2:ID.RA-08]
package bidgate.requirement.disclosure.cve_route

import data.bidgate.lib.states

_fields contains {"i": i, "field": "the CVE numbering authority", "outcome": d.vulnerability_disclosure.cve_numbering_authority.state, "at": ["declarations", i, "vulnerability_disclosure", "cve_numbering_authority"]} if {
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

basis contains {"code": "stated", "args": {}, "at": ["declarations", i, "vulnerability_disclosure", "cve_numbering_authority"], "level": "asserted"} if {
	some i, _ in input.declarations
	said := {f.outcome | some f in _fields; f.i == i}
	said == {"stated"}
}

# METADATA
# title: Vulnerabilities that are mended are made public
# description: |
#   Asks that the declaration says where advisories on mended vulnerabilities
#   are published. They tell a buyer which versions are affected and what to do.
#   A value that is declared unknown or withheld is an honest answer, and a
#   person looks at it; one that is left out, is a placeholder or has a wrong
#   form counts as not stated. This cannot tell what the advisories hold.
# custom:
#   contract: 1
#   severity: major
#   section: vulnerability-management
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Annex I Part II(4)", confidence: source}
#     - {standard: CISA Software Acquisition Guide, edition: "2024", clause: "VULN.03", confidence: source}
#   messages:
#     not_stated: "The declaration does not state {field}; the entry is {state}."
#     declared: "The declaration gives {field} as {state}, so a person must ask for it."
#     stated: "The declaration says where advisories are published."
#   remedy: State `advisories` in `vulnerability_disclosure`.
#   question: Where do you publish advisories on vulnerabilities that you have mended?
#   tags: [core_area:incident_management, csf:ID, csf2:ID.RA-08]
package bidgate.requirement.disclosure.advisories

import data.bidgate.lib.states

_fields contains {"i": i, "field": "the place of advisories", "outcome": d.vulnerability_disclosure.advisories.state, "at": ["declarations", i, "vulnerability_disclosure", "advisories"]} if {
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

basis contains {"code": "stated", "args": {}, "at": ["declarations", i, "vulnerability_disclosure", "advisories"], "level": "asserted"} if {
	some i, _ in input.declarations
	outcomes := {f.outcome | some f in _fields; f.i == i}
	outcomes == {"stated"}
}

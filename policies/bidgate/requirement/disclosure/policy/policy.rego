# METADATA
# title: There is a public policy on disclosure that allows honest testing
# description: |
#   Asks that the declaration says where the policy on the disclosure of
#   vulnerabilities is published, and that people who test the product in good
#   faith are welcome. A finder who fears a law suit tells nobody. A value that is
#   declared unknown or withheld is an honest answer, and a person looks at it;
#   one that is left out, is a placeholder or has a wrong form counts as not
#   stated. An address of the maker's own machine or network is not public, and
#   words without an address or the name of a file are for a person. This cannot
#   tell what the policy says.
# custom:
#   contract: 1
#   severity: major
#   section: vulnerability-management
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Annex I Part II(5)", confidence: source}
#     - {standard: CISA and FBI Secure by Demand Guide, edition: "2024", clause: "Vulnerability disclosure", confidence: secondary}
#     - {standard: ETSI EN 303 645, edition: "V3.1.3", clause: "5.2-1", confidence: secondary}
#     - {standard: ISO/IEC 29147, edition: "2018", clause: "Policy", confidence: memory}
#   messages:
#     not_stated: "The declaration does not state {field}; the entry is {state}."
#     declared: "The declaration gives {field} as {state}, so a person must ask for it."
#     not_public: "The disclosure policy is at {place}, which nobody outside can open."
#     no_address: "The place of the disclosure policy, {place}, is no address that anyone can open, so a person must ask for one."
#     refused: "The maker answers no to this: {field}."
#     stated: "The declaration says where the disclosure policy is published, and that testing in good faith is allowed."
#   remedy: Publish a policy on disclosure, and state `policy` and `good_faith_testing` in `vulnerability_disclosure`.
#   question: Where is your policy on the disclosure of vulnerabilities, and does it allow testing in good faith?
#   tags: [core_area:incident_management, csf:ID, csf2:ID.RA-08]
package bidgate.requirement.disclosure.policy

import data.bidgate.lib.states

_fields contains {"i": i, "field": "the place of the disclosure policy", "outcome": _placed(d.vulnerability_disclosure.policy.state, d.vulnerability_disclosure.policy.value), "at": ["declarations", i, "vulnerability_disclosure", "policy"]} if {
	some i, d in input.declarations
}

_fields contains {"i": i, "field": "that testing in good faith is welcome", "outcome": _said(d.vulnerability_disclosure.good_faith_testing.state, d.vulnerability_disclosure.good_faith_testing.value), "at": ["declarations", i, "vulnerability_disclosure", "good_faith_testing"]} if {
	some i, d in input.declarations
}

# Addresses of the maker's own machine or network.
_placed(state, value) := "not_public" if {
	state == "stated"
	regex.match(`(?i)^(file:|[a-z]:[\\/]|(https?://)?(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|0\.0\.0\.0|\[::1\]|[^/:]+\.(local|internal|intranet|lan|corp)([:/]|$)))`, value)
} else := "no_address" if {
	state == "stated"
	not _address(value)
} else := state

# An address on the web or the name of a file, alone or among words.
_address(value) if regex.match(`(?i)https?://[^\s/]|[\pL\pN_-]\.\pL[\pL\pN-]`, value)

_said(state, value) := "refused" if {
	state == "stated"
	not value
} else := state

violation contains {"code": "not_stated", "args": {"field": f.field, "state": f.outcome}, "at": f.at} if {
	some f in _fields
	f.outcome in states.missing_list
}

violation contains {"code": "not_public", "args": {"place": input.declarations[f.i].vulnerability_disclosure.policy.value}, "at": f.at} if {
	some f in _fields
	f.outcome == "not_public"
}

review contains {"code": "no_address", "args": {"place": input.declarations[f.i].vulnerability_disclosure.policy.value}, "at": f.at} if {
	some f in _fields
	f.outcome == "no_address"
}

violation contains {"code": "refused", "args": {"field": f.field}, "at": f.at} if {
	some f in _fields
	f.outcome == "refused"
}

review contains {"code": "declared", "args": {"field": f.field, "state": f.outcome}, "at": f.at} if {
	some f in _fields
	f.outcome in states.told
}

basis contains {"code": "stated", "args": {}, "at": ["declarations", i, "vulnerability_disclosure", "policy"], "level": "asserted"} if {
	some i, _ in input.declarations
	said := {f.outcome | some f in _fields; f.i == i}
	said == {"stated"}
}

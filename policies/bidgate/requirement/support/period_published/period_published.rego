# METADATA
# title: The support period is published with its length and end
# description: |
#   Asks that the declaration gives the length and the end of the time in which
#   security updates come, and the place where customers can read both. A value
#   that is declared unknown or withheld is an honest answer, and a person looks
#   at it; one that is left out, is a placeholder or has a wrong form counts as
#   not stated. This cannot tell whether what is published there is free, clear
#   and the same, or was longer once.
# custom:
#   contract: 1
#   severity: major
#   section: vulnerability-management
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: UK PSTI Regulations, edition: "2023", clause: "Schedule 1(3)", confidence: secondary}
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Annex II(7)", confidence: source}
#   messages:
#     not_stated: "The declaration does not state {field}; the entry is {state}."
#     declared: "The declaration gives {field} as {state}, so a person must ask for it."
#     stated: "The declaration gives the length and end of support, and where customers can read them."
#   remedy: Publish the support period, and state `url`, `period` and `end` in `support`.
#   question: How long do security updates come, until when, and where can customers read it?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.AM-08]
package bidgate.requirement.support.period_published

import data.bidgate.lib.states

_fields contains {"i": i, "field": "the place where the support period is published", "outcome": d.support.url.state, "at": ["declarations", i, "support", "url"]} if {
	some i, d in input.declarations
}

_fields contains {"i": i, "field": "the length of support", "outcome": d.support.period.state, "at": ["declarations", i, "support", "period"]} if {
	some i, d in input.declarations
}

_fields contains {"i": i, "field": "the end of support", "outcome": d.support.end.state, "at": ["declarations", i, "support", "end"]} if {
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

basis contains {"code": "stated", "args": {}, "at": ["declarations", i, "support", "url"], "level": "asserted"} if {
	some i, _ in input.declarations
	said := {f.outcome | some f in _fields; f.i == i}
	said == {"stated"}
}

# METADATA
# title: Components are watched for new vulnerabilities
# description: |
#   Asks that the declaration says how many days pass at most between two looks
#   for new vulnerabilities in the components of the product, and that they are
#   no more than the buyer allows. Whether components can be looked up at all is
#   judged by the requirements on the SBOM. A value that is declared unknown or
#   withheld is an honest answer, and a person looks at it; one that is left
#   out, is a placeholder or has a wrong form counts as not stated. This cannot
#   tell whether the maker looks.
# custom:
#   contract: 1
#   severity: major
#   section: vulnerability-management
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activity 6, 4.1", confidence: secondary}
#     - {standard: NIST SP 800-218, edition: "1.1", clause: "RV.1.1", confidence: source}
#   parameters:
#     max_days: {type: integer, default: 30, min: 1, description: Most days between two looks.}
#   messages:
#     not_stated: "The declaration does not state {field}; the entry is {state}."
#     declared: "The declaration gives {field} as {state}, so a person must ask for it."
#     too_long: "The declaration gives {days:day|days} for {field}, and the buyer allows {most:day|days}."
#     stated: "The declaration says how often components are looked up, and that is often enough."
#   remedy: State `monitoring_days` in `vulnerability_disclosure`, within the limit.
#   question: How often do you look for new vulnerabilities in the components of the product?
#   tags: [core_area:continuous_monitoring, csf:ID, csf2:ID.RA-01]
package bidgate.requirement.disclosure.monitoring

import data.bidgate.lib.states

_fields contains {"i": i, "field": "the time between looks for new vulnerabilities", "outcome": _within(d.vulnerability_disclosure.monitoring_days.state, d.vulnerability_disclosure.monitoring_days.value, input.parameters.disclosure.monitoring.max_days), "at": ["declarations", i, "vulnerability_disclosure", "monitoring_days"], "days": d.vulnerability_disclosure.monitoring_days.value, "most": input.parameters.disclosure.monitoring.max_days} if {
	some i, d in input.declarations
}

_within(state, days, most) := "too_long" if {
	state == "stated"
	days > most
} else := state

violation contains {"code": "not_stated", "args": {"field": f.field, "state": f.outcome}, "at": f.at} if {
	some f in _fields
	f.outcome in states.missing_list
}

violation contains {"code": "too_long", "args": {"field": f.field, "days": f.days, "most": f.most}, "at": f.at} if {
	some f in _fields
	f.outcome == "too_long"
}

review contains {"code": "declared", "args": {"field": f.field, "state": f.outcome}, "at": f.at} if {
	some f in _fields
	f.outcome in states.told
}

basis contains {"code": "stated", "args": {}, "at": ["declarations", i, "vulnerability_disclosure", "monitoring_days"], "level": "asserted"} if {
	some i, _ in input.declarations
	said := {f.outcome | some f in _fields; f.i == i}
	said == {"stated"}
}

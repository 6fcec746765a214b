# METADATA
# title: The times to answer a report of a vulnerability are stated
# description: |
#   Asks that the declaration says within how many days a report is
#   acknowledged, and how often the finder then hears of its state, and that
#   neither takes longer than the buyer allows. A value that is declared unknown
#   or withheld is an honest answer, and a person looks at it; one that is left
#   out, is a placeholder or has a wrong form counts as not stated. This cannot
#   tell whether the times are kept.
# custom:
#   contract: 1
#   severity: major
#   section: vulnerability-management
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: UK PSTI Regulations, edition: "2023", clause: "Schedule 1(2)", confidence: secondary}
#     - {standard: ETSI EN 303 645, edition: "V3.1.3", clause: "5.2-1", confidence: secondary}
#     - {standard: ISO/IEC 29147, edition: "2018", clause: "Acknowledgement", confidence: memory}
#   parameters:
#     max_acknowledgement_days: {type: integer, default: 14, min: 1, description: Most days until a report is acknowledged.}
#     max_status_update_days: {type: integer, default: 90, min: 1, description: Most days between two messages on the state of a report.}
#   messages:
#     not_stated: "The declaration does not state {field}; the entry is {state}."
#     declared: "The declaration gives {field} as {state}, so a person must ask for it."
#     too_long: "The declaration gives {days:day|days} for {field}, and the buyer allows {most:day|days}."
#     stated: "The declaration states the times to acknowledge a report and to tell of its state, and both are short enough."
#   remedy: State `acknowledgement_days` and `status_update_days` in `vulnerability_disclosure`, within the limits.
#   question: Within how many days do you acknowledge a report of a vulnerability, and how often do you then tell of its state?
#   tags: [core_area:incident_management, csf:ID, csf2:ID.RA-08]
package bidgate.requirement.disclosure.response_times

import data.bidgate.lib.states

_fields contains {"i": i, "field": "the time to acknowledge a report", "outcome": _within(d.vulnerability_disclosure.acknowledgement_days.state, d.vulnerability_disclosure.acknowledgement_days.value, input.parameters.disclosure.response_times.max_acknowledgement_days), "at": ["declarations", i, "vulnerability_disclosure", "acknowledgement_days"], "days": d.vulnerability_disclosure.acknowledgement_days.value, "most": input.parameters.disclosure.response_times.max_acknowledgement_days} if {
	some i, d in input.declarations
}

_fields contains {"i": i, "field": "the time between messages on its state", "outcome": _within(d.vulnerability_disclosure.status_update_days.state, d.vulnerability_disclosure.status_update_days.value, input.parameters.disclosure.response_times.max_status_update_days), "at": ["declarations", i, "vulnerability_disclosure", "status_update_days"], "days": d.vulnerability_disclosure.status_update_days.value, "most": input.parameters.disclosure.response_times.max_status_update_days} if {
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

basis contains {"code": "stated", "args": {}, "at": ["declarations", i, "vulnerability_disclosure", "acknowledgement_days"], "level": "asserted"} if {
	some i, _ in input.declarations
	said := {f.outcome | some f in _fields; f.i == i}
	said == {"stated"}
}

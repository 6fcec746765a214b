# METADATA
# title: The times to mend a vulnerability are stated for each severity
# description: |
#   Asks that the declaration says within how many days an update mends a
#   critical, high, medium and low vulnerability, and that none takes longer than
#   the buyer allows. A value that is declared unknown or withheld is an honest
#   answer, and a person looks at it; one that is left out, is a placeholder or
#   has a wrong form counts as not stated. A severe weakness that is mended later
#   than a milder one is for a person. This cannot tell whether the times are
#   kept.
# custom:
#   contract: 1
#   severity: major
#   section: vulnerability-management
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: CISA Software Acquisition Guide, edition: "2024", clause: "VULN.01 and VULN.08", confidence: source}
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Annex I Part II(2)", confidence: source}
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activity 6, 4.1", confidence: secondary}
#     - {standard: ISO/IEC 30111, edition: "2019", clause: "Remediation", confidence: memory}
#   parameters:
#     max_critical_days: {type: integer, default: 30, min: 1, description: Most days to mend a critical vulnerability.}
#     max_high_days: {type: integer, default: 60, min: 1, description: Most days to mend a high vulnerability.}
#     max_medium_days: {type: integer, default: 180, min: 1, description: Most days to mend a medium vulnerability.}
#     max_low_days: {type: integer, default: 365, min: 1, description: Most days to mend a low vulnerability.}
#   messages:
#     not_stated: "The declaration does not state {field}; the entry is {state}."
#     declared: "The declaration gives {field} as {state}, so a person must ask for it."
#     too_long: "The declaration gives {days:day|days} for {field}, and the buyer allows {most:day|days}."
#     order: "The declaration gives {days:day|days} for {field} and fewer, {fewer}, for a milder one, so a person must ask which is meant."
#     stated: "The declaration states the time to an update for each severity, and all are short enough."
#   remedy: State `critical`, `high`, `medium` and `low` in `updates.sla_days`, within the limits.
#   question: Within how many days does an update mend a critical, high, medium and low vulnerability?
#   tags: [core_area:incident_management, csf:RS, csf2:RS.MI-02]
package bidgate.requirement.disclosure.fix_times

import data.bidgate.lib.states

_fields contains {"i": i, "field": "the time to mend a critical vulnerability", "outcome": _within(d.updates.sla_days.critical.state, d.updates.sla_days.critical.value, input.parameters.disclosure.fix_times.max_critical_days), "at": ["declarations", i, "updates", "sla_days", "critical"], "days": d.updates.sla_days.critical.value, "most": input.parameters.disclosure.fix_times.max_critical_days} if {
	some i, d in input.declarations
}

_fields contains {"i": i, "field": "the time to mend a high vulnerability", "outcome": _within(d.updates.sla_days.high.state, d.updates.sla_days.high.value, input.parameters.disclosure.fix_times.max_high_days), "at": ["declarations", i, "updates", "sla_days", "high"], "days": d.updates.sla_days.high.value, "most": input.parameters.disclosure.fix_times.max_high_days} if {
	some i, d in input.declarations
}

_fields contains {"i": i, "field": "the time to mend a medium vulnerability", "outcome": _within(d.updates.sla_days.medium.state, d.updates.sla_days.medium.value, input.parameters.disclosure.fix_times.max_medium_days), "at": ["declarations", i, "updates", "sla_days", "medium"], "days": d.updates.sla_days.medium.value, "most": input.parameters.disclosure.fix_times.max_medium_days} if {
	some i, d in input.declarations
}

_fields contains {"i": i, "field": "the time to mend a low vulnerability", "outcome": _within(d.updates.sla_days.low.state, d.updates.sla_days.low.value, input.parameters.disclosure.fix_times.max_low_days), "at": ["declarations", i, "updates", "sla_days", "low"], "days": d.updates.sla_days.low.value, "most": input.parameters.disclosure.fix_times.max_low_days} if {
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

_order := ["critical", "high", "medium", "low"]

# Severities whose mending takes longer than that of milder ones.
_slower contains {"i": i, "field": severe, "days": days, "fewer": fewer} if {
	some i, d in input.declarations
	some k, severe in _order
	some l, mild in _order
	k < l
	{d.updates.sla_days[severe].state, d.updates.sla_days[mild].state} == {"stated"}
	days := d.updates.sla_days[severe].value
	fewer := d.updates.sla_days[mild].value
	days > fewer
}

review contains {
	"code": "order",
	"args": {"field": sprintf("the time to mend a %s vulnerability", [s.field]), "days": s.days, "fewer": s.fewer},
	"at": ["declarations", s.i, "updates", "sla_days", s.field],
} if {
	some s in _slower
}

basis contains {"code": "stated", "args": {}, "at": ["declarations", i, "updates", "sla_days", "critical"], "level": "asserted"} if {
	some i, _ in input.declarations
	said := {f.outcome | some f in _fields; f.i == i}
	said == {"stated"}
	count([1 | some s in _slower; s.i == i]) == 0
}

# METADATA
# title: Every high threat is met by a mitigation
# description: |
#   Asks that each threat of severity high or critical is met by at least one
#   mitigation that is planned, running, implemented or verified. Threats that
#   were accepted, transferred or avoided, or that do not apply, are answered in
#   another way. A threat that does not state its severity, and a mitigation that
#   does not tell its status, are for a person, and so is a model without
#   threats. A mitigation that the model only names and does not list does not
#   count. This cannot tell whether the mitigation is strong enough.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activity 4, 3.5", confidence: memory}
#   messages:
#     not_met: "The threat {threat} is {severity}, and no mitigation stands against it."
#     status_not_told: "The threat {threat} is {severity}, and its mitigation does not tell its status, so a person must ask."
#     no_severity: "No mitigation stands against the threat {threat}, and its severity is {state}, so a person must rate it."
#     no_threats: "The threat model lists no threat, so a person must find out whether there are high ones."
#     met: "High or critical threats, each met by a mitigation: {high}; the model lists {threats:threat|threats}."
#   remedy: Name for each threat listed a mitigation, with its status, or say how else you answer it.
#   question: What stands against the threats listed?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-06]
package bidgate.requirement.threat_model.high_threat_controls

import data.bidgate.lib.states

_otherwise := {"accepted", "transferred", "avoided", "not_applicable"}

_active := {"planned", "in_progress", "implemented", "verified"}

# By model, its mitigations that stand, and those that do not tell their status.
_standing := {i: rows |
	some i, model in input.threat_models
	rows := {j | some j, mitigation in model.mitigations.items; mitigation.status.value in _active}
}

_untold := {i: rows |
	some i, model in input.threat_models
	rows := {j | some j, mitigation in model.mitigations.items; mitigation.status.state in states.told}
}

_threats contains {"model": i, "row": j, "threat": threat.key, "severity": threat.severity, "by": by} if {
	some i, model in input.threat_models
	some j, threat in model.threats.items
	not threat.status.value in _otherwise
	by := {row | some row in threat.mitigations}
}

_low := {"info", "low", "medium"}

_met contains threat if {
	some threat in _threats
	count(threat.by & _standing[threat.model]) > 0
}

_bare contains threat if {
	some threat in (_threats - _met)
	threat.severity.value in {"high", "critical"}
}

violation contains {
	"code": "not_met",
	"args": {"threat": threat.threat, "severity": threat.severity.value},
	"at": ["threat_models", threat.model, "threats", "items", threat.row],
} if {
	some threat in _bare
	count(threat.by & _untold[threat.model]) == 0
}

review contains {
	"code": "status_not_told",
	"args": {"threat": threat.threat, "severity": threat.severity.value},
	"at": ["threat_models", threat.model, "threats", "items", threat.row],
} if {
	some threat in _bare
	count(threat.by & _untold[threat.model]) > 0
}

review contains {
	"code": "no_severity",
	"args": {"threat": threat.threat, "state": threat.severity.state},
	"at": ["threat_models", threat.model, "threats", "items", threat.row],
} if {
	some threat in (_threats - _met)
	threat.severity.state != "stated"
}

review contains {"code": "no_threats", "args": {}, "at": ["threat_models", i, "threats"]} if {
	some i, model in input.threat_models
	count(model.threats.items) == 0
}

basis contains {
	"code": "met",
	"args": {"high": count(high), "threats": count(model.threats.items)},
	"at": ["threat_models", i, "threats"],
	"level": "asserted",
} if {
	some i, model in input.threat_models
	count(model.threats.items) > 0
	low := {threat | some threat in (_threats - _met); threat.severity.value in _low}
	left := {threat | some threat in ((_threats - _met) - low); threat.model == i}
	count(left) == 0
	high := {threat | some threat in _met; threat.model == i; threat.severity.value in {"high", "critical"}}
}

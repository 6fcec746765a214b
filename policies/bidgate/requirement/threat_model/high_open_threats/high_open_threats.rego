# METADATA
# title: High threats that are open have a plan
# description: |
#   Asks that each open threat of severity high or critical is met by a planned,
#   running, implemented or verified mitigation with an owner and a due date. A
#   threat listed openly with a plan is better than one left out. A threat that
#   does not state its status counts as open, and so does one that is said to be
#   mitigated while a high or critical risk remains: such a risk is planned for
#   or accepted by somebody. An open threat that does not state
#   its severity, and a plan whose status, owner or date is declared unknown or withheld
#   or cannot be said in the format, are for a person. A model without threats is for a person here. This cannot
#   tell whether the plan is enough or will be kept.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: IEC 62443-4-1, edition: "2018", clause: SVV-2, confidence: secondary}
#     - {standard: NIST IR 8259r1, edition: "2026", clause: Activity 4, confidence: secondary}
#     - {standard: FDA premarket cybersecurity guidance, edition: "2026", clause: Traceability, confidence: memory}
#   messages:
#     no_plan: "The threat {threat} is {severity} and open, and no mitigation with an owner and a due date stands against it."
#     remains: "The threat {threat} is said to be mitigated, a {severity} risk remains, and no mitigation with an owner and a due date stands against it."
#     plan_declared: "The threat {threat} is {severity} and open, and the state, owner or due date of its plan is not told, so a person must ask."
#     no_severity: "The threat {threat} is open and its severity is {state}, so a person must rate it."
#     no_threats: "The threat model lists no threat, so a person must find out whether high ones are open."
#     planned: "High or critical threats that are open, each with a plan: {high}; the model lists {threats:threat|threats}."
#   remedy: Plan a mitigation with an owner and a due date for each threat listed.
#   question: What will you do about the threats listed, who does it, and by when?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-06]
package bidgate.requirement.threat_model.high_open_threats

import data.bidgate.lib.states

_closed := {"mitigated", "accepted", "transferred", "avoided", "not_applicable"}

_active := {"planned", "in_progress", "implemented", "verified"}

# By model and row, what is said of the owner and due date of mitigations that
# are active, or of which it is not told whether they are.
_plans := {i: plans |
	some i, model in input.threat_models
	plans := {j: {mitigation.owner.state, mitigation.due.state, mitigation.status.state} |
		some j, mitigation in model.mitigations.items
		_may_be_active(mitigation.status.state, mitigation.status.value)
	}
}

_may_be_active(_, value) if value in _active

_may_be_active(state, _) if state in states.told

_open contains {"model": i, "row": j, "threat": threat.key, "severity": threat.severity, "code": "no_plan", "plans": plans} if {
	some i, model in input.threat_models
	some j, threat in model.threats.items
	not threat.status.value in _closed
	plans := {_plans[i][row] | some row in threat.mitigations}
}

# Mitigated, as is said, with a risk that is high still.
_open contains {"model": i, "row": j, "threat": threat.key, "severity": threat.residual, "code": "remains", "plans": plans} if {
	some i, model in input.threat_models
	some j, threat in model.threats.items
	_remains(threat.status.value, threat.residual.value)
	plans := {_plans[i][row] | some row in threat.mitigations}
}

_remains("mitigated", residual) if residual in {"high", "critical"}

_high contains open if {
	some open in _open
	open.severity.value in {"high", "critical"}
}

_planned contains open if {
	some open in _high
	{"stated"} in open.plans
}

# A plan of which nothing is missing, only untold.
_untold contains open if {
	some open in (_high - _planned)
	some plan in open.plans
	count(plan & states.missing) == 0
}

# A format that cannot list mitigations says nothing about plans.
_untold contains open if {
	some open in (_high - _planned)
	input.threat_models[open.model].mitigations.state in states.told
}

# The threats that need no plan, or have one.
_settled contains [open.model, open.row] if some open in _planned

_settled contains [open.model, open.row] if {
	some open in _open
	open.severity.value in {"info", "low", "medium"}
}

_settled contains [i, j] if {
	some i, model in input.threat_models
	some j, threat in model.threats.items
	threat.status.value in _closed
	not _remains(threat.status.value, threat.residual.value)
}

violation contains {
	"code": open.code,
	"args": {"threat": open.threat, "severity": open.severity.value},
	"at": ["threat_models", open.model, "threats", "items", open.row],
} if {
	some open in ((_high - _planned) - _untold)
}

review contains {
	"code": "plan_declared",
	"args": {"threat": open.threat, "severity": open.severity.value},
	"at": ["threat_models", open.model, "threats", "items", open.row],
} if {
	some open in _untold
}

review contains {
	"code": "no_severity",
	"args": {"threat": open.threat, "state": open.severity.state},
	"at": ["threat_models", open.model, "threats", "items", open.row],
} if {
	some open in _open
	open.severity.state != "stated"
}

review contains {"code": "no_threats", "args": {}, "at": ["threat_models", i, "threats"]} if {
	some i, model in input.threat_models
	count(model.threats.items) == 0
}

basis contains {
	"code": "planned",
	"args": {"high": high, "threats": settled},
	"at": ["threat_models", i, "threats"],
	"level": "asserted",
} if {
	some i, model in input.threat_models
	settled := count([1 | some [k, _] in _settled; k == i])
	settled > 0
	settled == count(model.threats.items)
	high := count([1 | some open in _planned; open.model == i])
}

# METADATA
# title: Accepted risks are approved, explained and limited in time
# description: |
#   Asks that each threat whose risk the maker accepts names who approved that,
#   why, and until which day, and that this day has not passed. A risk accepted
#   for ever by nobody is a risk forgotten. Where a model accepts no risk, the
#   requirement does not apply. A value that is declared unknown or withheld, and
#   a format that has no place for it, are for a person; one that is left out,
#   is a placeholder or has a wrong form counts as not stated. A model without
#   threats is for a person here, and so is a risk that was accepted by an author
#   of the model who is not its owner. This cannot tell whether the reason is good.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: NIST SP 800-218, edition: "1.1", clause: PW.1.2, confidence: source}
#   messages:
#     not_stated: "The risk of the threat {threat} is accepted, and its {field} is {state}."
#     expired: "The risk of the threat {threat} was accepted until {day:date}, before the day of the screening, {as_of:date}."
#     declared: "The risk of the threat {threat} is accepted, and its {field} is declared {state}, so a person must ask for it."
#     no_threats: "The threat model lists no threat, so a person must find out whether risks were accepted."
#     unclear: "The threat {threat} does not say whether its risk is accepted, so a person must ask."
#     by_author: "The risk of the threat {threat} was accepted by {approver}, who wrote the model and is not its owner, so a person must ask by what right."
#     none_accepted: "{threats:threat is|threats are} listed, and none is accepted."
#     approved: "{accepted:accepted risk has|accepted risks each have} an approver, a reason and a day until which it is accepted."
#   remedy: Name for each accepted risk who approved it, why, and until which day.
#   question: Who accepted the risks listed, why, and until when?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-06]
package bidgate.requirement.threat_model.accepted_risk_approved

import data.bidgate.lib.states

_accepted contains {"model": i, "row": j} if {
	some i, model in input.threat_models
	some j, threat in model.threats.items
	threat.response.value == "accept"
}

_accepted contains {"model": i, "row": j} if {
	some i, model in input.threat_models
	some j, threat in model.threats.items
	threat.status.value == "accepted"
}

# Threats that tell neither what is done about them nor how they stand.
_unclear contains {"model": i, "row": j, "threat": threat.key} if {
	some i, model in input.threat_models
	some j, threat in model.threats.items
	threat.response.state != "stated"
	threat.status.state != "stated"
}

_fields contains {"model": a.model, "row": a.row, "threat": threat.key, "field": field, "state": threat[field].state} if {
	some a in _accepted
	threat := input.threat_models[a.model].threats.items[a.row]
	some field in {"approver", "justification", "expires"}
}

_approved contains accepted if {
	some accepted in _accepted
	threat := input.threat_models[accepted.model].threats.items[accepted.row]
	threat.approver.state == "stated"
	threat.justification.state == "stated"
	threat.expires.state == "stated"
	threat.expires.value.day >= input.as_of.day
}

violation contains {
	"code": "not_stated",
	"args": {"threat": f.threat, "field": f.field, "state": f.state},
	"at": ["threat_models", f.model, "threats", "items", f.row],
} if {
	some f in _fields
	f.state in states.missing
}

violation contains {
	"code": "expired",
	"args": {"threat": threat.key, "day": day, "as_of": input.as_of.day},
	"at": ["threat_models", accepted.model, "threats", "items", accepted.row],
} if {
	some accepted in _accepted
	threat := input.threat_models[accepted.model].threats.items[accepted.row]
	threat.expires.state == "stated"
	day := threat.expires.value.day
	day < input.as_of.day
}

review contains {
	"code": "declared",
	"args": {"threat": f.threat, "field": f.field, "state": f.state},
	"at": ["threat_models", f.model, "threats", "items", f.row],
} if {
	some f in _fields
	f.state in states.told
}

review contains {"code": "no_threats", "args": {}, "at": ["threat_models", i, "threats"]} if {
	some i, model in input.threat_models
	count(model.threats.items) == 0
}

review contains {
	"code": "unclear",
	"args": {"threat": unclear.threat},
	"at": ["threat_models", unclear.model, "threats", "items", unclear.row],
} if {
	some unclear in _unclear
}

# Authors of a model who do not own it.
_authors := {[i, lower(person.name.value)] |
	some i, model in input.threat_models
	some person in model.authors.items
	person.name.state == "stated"
	lower(person.name.value) != lower(model.owner.name.value)
}

_by_author contains {"model": a.model, "row": a.row, "threat": threat.key, "approver": threat.approver.value} if {
	some a in _accepted
	threat := input.threat_models[a.model].threats.items[a.row]
	threat.approver.state == "stated"
	[a.model, lower(threat.approver.value)] in _authors
}

review contains {
	"code": "by_author",
	"args": {"threat": own.threat, "approver": own.approver},
	"at": ["threat_models", own.model, "threats", "items", own.row],
} if {
	some own in _by_author
}

not_applicable contains {
	"code": "none_accepted",
	"args": {"threats": threats},
	"at": ["threat_models", i, "threats"],
	"level": "verified",
} if {
	some i in ({j | some j, _ in input.threat_models} - {threat.model | some threat in (_accepted | _unclear)})
	threats := count(input.threat_models[i].threats.items)
	threats > 0
}

basis contains {
	"code": "approved",
	"args": {"accepted": count(approved)},
	"at": ["threat_models", i, "threats"],
	"level": "asserted",
} if {
	some i, _ in input.threat_models
	approved := {a.row | some a in _approved; a.model == i}
	count(approved) > 0
	approved == {a.row | some a in _accepted; a.model == i}
	count([1 | some own in _by_author; own.model == i]) == 0
	left := {unclear | some unclear in _unclear; unclear.model == i}
	count(left) == 0
}

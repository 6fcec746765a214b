# METADATA
# title: Known risks have somebody who accepts them, and fit the threat model
# description: |
#   Looks at the risks that a declaration lists. Asks that each one that is
#   accepted names who accepts it and the day on which it is looked at again, and
#   that this day has not passed. A risk that names a threat of the threat model
#   must fit it: it is not called less severe than what remains of the threat (or
#   than the threat, where that is open or says nothing of what remains), and its
#   answer fits how the threat stands. Where no risk is listed, or none of them
#   is accepted or names a threat, there is nothing to judge here. A value that
#   is declared unknown or withheld is for a person. This cannot tell whether
#   risks are missing, nor whether it is right to accept one.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: NIST SP 800-218, edition: "1.1", clause: PW.1.2, confidence: source}
#     - {standard: bidgate, edition: "1", clause: Statements agree, confidence: source}
#   messages:
#     not_stated: "The known risk {risk} is accepted, and its {field} is {state}."
#     overdue: "The known risk {risk} was to be looked at again by {day:date}, before the day of the screening, {as_of:date}."
#     milder: "The known risk {risk} is called {severity}, and the threat {threat} that it names is rated {rated}."
#     other_answer: "The answer to the known risk {risk} is {response}, and the threat {threat} that it names is {status}."
#     declared: "The known risk {risk} is accepted, and its {field} is declared {state}, so a person must ask for it."
#     unanswered: "What is done about the known risk {risk} is {state}, so a person must ask."
#     nothing_to_judge: "No known risk is listed that is accepted or names a threat of the threat model."
#     agree: "Known risks that are accepted or name a threat have what is asked for, and fit the threat model: {n}."
#   remedy: Name for each accepted risk who accepts it and when it is looked at again, and correct it or the threat where the two differ.
#   question: Who accepts the known risks listed, until when, and how do they stand?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-06]
package bidgate.requirement.declaration.known_risks

import data.bidgate.lib.states

_at(i, j) := ["declarations", i, "known_risks", "items", j]

# What accepted risks say of who accepts them, and until when.
_fields contains {"i": i, "j": j, "risk": risk.id.value, "field": name, "state": field.state} if {
	some i, declaration in input.declarations
	some j, risk in declaration.known_risks.items
	risk.response.value == "accept"
	some name, field in {"acceptor": risk.accepted_by, "day of review": risk.review}
}

# Risks with the threats that they name.
_linked contains {"i": i, "j": j, "risk": risk.id.value, "severity": risk.severity, "response": risk.response, "threat": threat} if {
	some i, declaration in input.declarations
	some j, risk in declaration.known_risks.items
	risk.threat.state == "stated"
	some threat in _threats[risk.threat.value]
}

_by_id[threat.id.value] contains threat if {
	some model in input.threat_models
	some threat in model.threats.items
	threat.id.state == "stated"
}

_threats := {id: threats | some id, threats in _by_id}

_grades := {"info": 0, "low": 1, "medium": 2, "high": 3, "critical": 4}

# How severe a threat still is: what remains of it, unless nothing was done yet.
_rated(threat) := threat.severity.value if {
	threat.status.value == "open"
} else := threat.residual.value if {
	threat.residual.state == "stated"
} else := threat.severity.value

# How a threat may stand whose risk has this answer. What is met may leave a risk.
_fitting := {
	"accept": {"accepted", "mitigated"},
	"transfer": {"transferred", "mitigated"},
	"avoid": {"avoided", "not_applicable", "mitigated"},
	"reduce": {"open", "mitigated", "accepted"},
}

violation contains {"code": "not_stated", "args": {"risk": f.risk, "field": f.field, "state": f.state}, "at": _at(f.i, f.j)} if {
	some f in _fields
	f.state in states.missing
}

violation contains {
	"code": "overdue",
	"args": {"risk": risk.id.value, "day": day, "as_of": input.as_of.day},
	"at": _at(i, j),
} if {
	some i, declaration in input.declarations
	some j, risk in declaration.known_risks.items
	risk.response.value == "accept"
	risk.review.state == "stated"
	day := risk.review.value.day
	day < input.as_of.day
}

violation contains {
	"code": "milder",
	"args": {"risk": l.risk, "severity": l.severity.value, "threat": l.threat.key, "rated": rated},
	"at": _at(l.i, l.j),
} if {
	some l in _linked
	rated := _rated(l.threat)
	_grades[l.severity.value] < _grades[rated]
}

violation contains {
	"code": "other_answer",
	"args": {"risk": l.risk, "response": l.response.value, "threat": l.threat.key, "status": l.threat.status.value},
	"at": _at(l.i, l.j),
} if {
	some l in _linked
	l.threat.status.state == "stated"
	not l.threat.status.value in _fitting[l.response.value]
	l.response.value in object.keys(_fitting)
}

review contains {"code": "declared", "args": {"risk": f.risk, "field": f.field, "state": f.state}, "at": _at(f.i, f.j)} if {
	some f in _fields
	f.state in states.told
}

_unanswered contains {"i": i, "j": j, "risk": risk.id.value, "state": risk.response.state} if {
	some i, declaration in input.declarations
	some j, risk in declaration.known_risks.items
	risk.response.state != "stated"
}

review contains {"code": "unanswered", "args": {"risk": u.risk, "state": u.state}, "at": _at(u.i, u.j)} if {
	some u in _unanswered
}

# Risks that are judged here, and their declarations.
_judged := {[f.i, f.j] | some f in _fields} | {[l.i, l.j] | some l in _linked}

_with_judged := {i | some [i, _] in _judged}

_with_unanswered := {u.i | some u in _unanswered}

_with_told := {f.i | some f in _fields; f.state in states.told}

not_applicable contains {"code": "nothing_to_judge", "args": {}, "at": ["declarations", i, "known_risks"], "level": "verified"} if {
	some i, _ in input.declarations
	not i in _with_judged
	not i in _with_unanswered
}

_contrary := {v.at[1] | some v in violation}

basis contains {"code": "agree", "args": {"n": count(risks)}, "at": ["declarations", i, "known_risks"], "level": "asserted"} if {
	some i, _ in input.declarations
	i in _with_judged
	not i in _contrary
	not i in _with_told
	not i in _with_unanswered
	risks := {j | some [k, j] in _judged; k == i}
}

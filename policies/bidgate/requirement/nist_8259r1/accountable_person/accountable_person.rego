# METADATA
# title: A named person answers for product security
# description: |
#   Asks that the declaration answers activity 0.1 of NIST IR 8259r1 with "met",
#   says how, and names a person with a role who answers for the security of the
#   product, on a date that is not older than the buyer allows. An answer to the
#   whole activity counts. Without such a person nobody can stop a release. An
#   answer that is "partial" or "not applicable", and values declared unknown or
#   withheld, are for a person; a value that is left out, is a placeholder or has
#   a wrong form counts as not stated. With several answers the worst one counts.
#   This cannot tell whether that person really can stop a release.
# custom:
#   contract: 1
#   severity: major
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activity 0, 3.1", confidence: secondary}
#   parameters:
#     max_age_days: {type: integer, default: 730, min: 0, description: Days since the answer was given.}
#   messages:
#     unanswered: "The declaration does not say who answers for product security."
#     not_met: "The maker answers that nobody answers for product security."
#     not_stated: "The answer on who is accountable for product security does not state its {field}; the entry is {state}."
#     unknown_person: "The answer names {person}, who is not listed in the declaration with a name and a role."
#     in_future: "The answer is dated {day:date}, later than the day of the screening, {as_of:date}."
#     too_old: "The answer was given on {day:date}, more than {max_age_days} days before the screening."
#     not_clear: "Asked who answers for product security, the maker states \"{status}\", so a person must judge."
#     declared: "The {field} of the answer on who is accountable for product security is declared {state}, so a person must ask."
#     accountable: "{person} answers for product security, as of {day:date}."
#   remedy: Answer ir8259r1-A0.1 in the declaration, and name in `responsible` a person from `people` who has a role.
#   question: Who in your company answers for the security of this product and can stop a release?
#   tags: [core_area:security_management, csf:GV, csf2:GV.RR-01]
package bidgate.requirement.nist_8259r1.accountable_person

import data.bidgate.lib.states

_max_age_days := input.parameters.nist_8259r1.accountable_person.max_age_days

_rows contains [i, a] if {
	some i, declaration in input.declarations
	some a in declaration.clauses["ir8259r1-A0.1"].answers
}

_fields contains {"row": [i, a], "field": field, "state": state} if {
	some [i, a] in _rows
	some field, state in {
		"status": input.declarations[i].answers[a].status.state,
		"statement": input.declarations[i].answers[a].statement.state,
		"responsible person": input.declarations[i].answers[a].responsible.state,
		"date": input.declarations[i].answers[a].date.state,
	}
}

# The answers that name someone, with whom.
_named contains {"row": [i, a], "name": person.name.value} if {
	some [i, a] in _rows
	responsible := input.declarations[i].answers[a].responsible
	responsible.state == "stated"
	some person in input.declarations[i].people.items
	person.id.state == "stated"
	person.id.value == responsible.value
	person.name.state == "stated"
	person.role.state == "stated"
}

# The answers that name someone whose role is not told, with the state of it.
_untold contains {"row": [i, a], "state": person.role.state} if {
	some [i, a] in _rows
	responsible := input.declarations[i].answers[a].responsible
	responsible.state == "stated"
	some person in input.declarations[i].people.items
	person.id.state == "stated"
	person.id.value == responsible.value
	person.name.state == "stated"
	person.role.state in states.told
}

_dated contains {"row": [i, a], "day": date.value.day} if {
	some [i, a] in _rows
	date := input.declarations[i].answers[a].date
	date.state == "stated"
}

_complete contains {"row": [i, a], "name": named.name, "day": date.value.day} if {
	some named in _named
	[i, a] := named.row
	input.declarations[i].answers[a].status.value == "met"
	input.declarations[i].answers[a].statement.state == "stated"
	date := input.declarations[i].answers[a].date
	date.state == "stated"
	date.value.day <= input.as_of.day
	input.as_of.day - date.value.day <= _max_age_days
}

_incomplete := {i | some [i, _] in (_rows - {complete.row | some complete in _complete})}

violation contains {"code": "unanswered", "args": {}, "at": ["declarations", i, "answers"]} if {
	some i in ({j | some j, _ in input.declarations} - {j | some [j, _] in _rows})
}

violation contains {"code": "not_met", "args": {}, "at": ["declarations", i, "answers", a]} if {
	some [i, a] in _rows
	input.declarations[i].answers[a].status.value == "not_met"
}

violation contains {
	"code": "not_stated",
	"args": {"field": f.field, "state": f.state},
	"at": ["declarations", f.row[0], "answers", f.row[1]],
} if {
	some f in _fields
	f.state in states.missing
}

violation contains {"code": "unknown_person", "args": {"person": responsible.value}, "at": ["declarations", i, "answers", a]} if {
	some [i, a] in (_rows - ({named.row | some named in _named} | {untold.row | some untold in _untold}))
	responsible := input.declarations[i].answers[a].responsible
	responsible.state == "stated"
}

violation contains {
	"code": "in_future",
	"args": {"day": dated.day, "as_of": input.as_of.day},
	"at": ["declarations", dated.row[0], "answers", dated.row[1]],
} if {
	some dated in _dated
	dated.day > input.as_of.day
}

violation contains {
	"code": "too_old",
	"args": {"day": dated.day, "max_age_days": _max_age_days},
	"at": ["declarations", dated.row[0], "answers", dated.row[1]],
} if {
	some dated in _dated
	input.as_of.day - dated.day > _max_age_days
}

review contains {"code": "not_clear", "args": {"status": status.value}, "at": ["declarations", i, "answers", a]} if {
	some [i, a] in _rows
	status := input.declarations[i].answers[a].status
	status.state == "stated"
	not status.value in {"met", "not_met"}
}

review contains {
	"code": "declared",
	"args": {"field": f.field, "state": f.state},
	"at": ["declarations", f.row[0], "answers", f.row[1]],
} if {
	some f in _fields
	f.state in states.told
}

review contains {
	"code": "declared",
	"args": {"field": "role of the responsible person", "state": untold.state},
	"at": ["declarations", untold.row[0], "answers", untold.row[1]],
} if {
	some untold in _untold
}

basis contains {
	"code": "accountable",
	"args": {"person": complete.name, "day": complete.day},
	"at": ["declarations", i, "answers", a],
	"level": _level(i, a),
} if {
	some complete in _complete
	[i, a] := complete.row
	not i in _incomplete
}

_level(i, a) := "evidenced" if {
	some proof in input.declarations[i].answers[a].evidence
	proof.outcome == "same"
} else := "asserted"

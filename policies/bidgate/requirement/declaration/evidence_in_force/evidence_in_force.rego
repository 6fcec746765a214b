# METADATA
# title: No evidence that the declaration lists has expired
# description: |
#   Asks that the evidence which the declaration lists with a day of expiry has
#   not expired by the day of the screening. A report or certificate past its day
#   no longer shows what it showed. Evidence without such a day owes nothing here,
#   and a day that is declared unknown or withheld is for a person. Evidence that
#   was made after the declaration that rests on it is for a person. This cannot
#   tell whether the day is the right one.
# custom:
#   contract: 1
#   severity: minor
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: bidgate, edition: "1", clause: Dates, confidence: source}
#   messages:
#     expired: "The evidence {evidence} expired on {day:date}, before the day of the screening, {as_of:date}."
#     later: "The evidence {evidence} was made on {day:date}, after the declaration of {declared:date} that rests on it, so a person must ask what the answers rest on."
#     untold: "The day on which the evidence {evidence} expires is declared {state}, so a person must ask for it."
#     no_days: "No evidence has a day on which it expires."
#     in_force: "Of the evidence with a day of expiry, none has passed it: {n}."
#   remedy: Send evidence that is in force, and correct its day in the list.
#   question: Which newer evidence stands in the place of what has expired?
#   tags: [core_area:security_evaluation, csf:GV]
package bidgate.requirement.declaration.evidence_in_force

_days contains {"i": i, "row": j, "evidence": item.id.value, "state": item.expires.state, "day": item.expires.value.day} if {
	some i, declaration in input.declarations
	some j, item in declaration.evidence.items
	item.expires.state in {"stated", "unknown", "withheld"}
}

_at(i, j) := ["declarations", i, "evidence", "items", j]

violation contains {
	"code": "expired",
	"args": {"evidence": d.evidence, "day": d.day, "as_of": input.as_of.day},
	"at": _at(d.i, d.row),
} if {
	some d in _days
	d.state == "stated"
	d.day < input.as_of.day
}

review contains {"code": "untold", "args": {"evidence": d.evidence, "state": d.state}, "at": _at(d.i, d.row)} if {
	some d in _days
	d.state != "stated"
}

# Evidence that was made after the declaration that lists it.
_later contains {"i": i, "row": j, "evidence": item.id.value, "day": item.created.value.day, "declared": declaration.date.value.day} if {
	some i, declaration in input.declarations
	declaration.date.state == "stated"
	some j, item in declaration.evidence.items
	item.created.state == "stated"
	item.created.value.day > declaration.date.value.day
}

review contains {"code": "later", "args": {"evidence": l.evidence, "day": l.day, "declared": l.declared}, "at": _at(l.i, l.row)} if {
	some l in _later
}

not_applicable contains {"code": "no_days", "args": {}, "at": ["declarations", i], "level": "verified"} if {
	some i, _ in input.declarations
	count([1 | some d in _days; d.i == i]) + count([1 | some l in _later; l.i == i]) == 0
}

basis contains {"code": "in_force", "args": {"n": n}, "at": ["declarations", i], "level": "asserted"} if {
	some i, _ in input.declarations
	n := count([1 | some d in _days; d.i == i])
	n > 0
	n == count([1 | some d in _days; d.i == i; d.state == "stated"; d.day >= input.as_of.day])
	count([1 | some l in _later; l.i == i]) == 0
}

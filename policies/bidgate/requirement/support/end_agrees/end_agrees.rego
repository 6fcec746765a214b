# METADATA
# title: Start, length and end of support agree
# description: |
#   Where the declaration states a start, a length and an end of security
#   support, asks that start plus length is the end, give or take a day. Two
#   promises that differ leave the buyer with the shorter one. The last update,
#   where the plan for the end of life gives its day, does not come more than a
#   month before the end. Where one of the
#   three is left out, there is nothing to compare and the requirement does not
#   apply; where one is declared unknown, withheld, a placeholder or of a wrong
#   form, a person looks. This cannot tell which of the three is right.
# custom:
#   contract: 1
#   severity: minor
#   section: vulnerability-management
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: EU Cyber Resilience Act, edition: (EU) 2024/2847, clause: Annex II(7), confidence: source}
#     - {standard: UK PSTI Regulations, edition: "2023", clause: Schedule 1(3), confidence: secondary}
#   parameters:
#     max_days: {type: integer, default: 1, min: 0, description: Days that start plus length may be away from the end.}
#   messages:
#     disagrees: "Start plus length of support is {days:day|days} away from the stated end; at most {max_days} is allowed."
#     last_update: "The last update comes on {last}, more than a month before the end of support that is stated."
#     not_comparable: "The {field} of support is {state}, so a person must compare start, length and end."
#     nothing_to_compare: "The declaration does not state start, length and end of support together, so there is nothing to compare."
#     agrees: "Start, length and end of support agree."
#   remedy: Correct the start, the length or the end of support in the declaration.
#   question: Which end of security support is right?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.AM-08]
package bidgate.requirement.support.end_agrees

_max_days := input.parameters.support.end_agrees.max_days

_doubtful := {"unknown", "withheld", "placeholder", "invalid"}

_compared contains i if {
	some i, declaration in input.declarations
	declaration.support.end_differs_days.state == "stated"
	count([field | some field in {"start", "period", "end"}; declaration.support[field].state == "stated"]) == 3
}

_in_doubt contains {"declaration": i, "field": field, "state": state} if {
	some i, declaration in input.declarations
	some field in {"start", "period", "end"}
	state := declaration.support[field].state
	state in _doubtful
}

violation contains {
	"code": "disagrees",
	"args": {"days": days, "max_days": _max_days},
	"at": ["declarations", i, "support"],
} if {
	some i in _compared
	days := abs(input.declarations[i].support.end_differs_days.value)
	days > _max_days
}

# Plans whose last update comes more than a month before the end.
_early contains i if {
	some i, declaration in input.declarations
	declaration.support.end.state == "stated"
	_number(declaration.support.end.value.text) - _number(declaration.support.eol_plan.last_update.value) > 31
}

# A number for a day, in months of 31 days.
_number(day) := ((to_number(substring(day, 0, 4)) * 372) + (_plain(substring(day, 5, 2)) * 31)) + _plain(substring(day, 8, 2)) if {
	regex.match(`^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$`, day)
}

_plain(digits) := to_number(trim_left(digits, "0"))

violation contains {
	"code": "last_update",
	"args": {"last": input.declarations[i].support.eol_plan.last_update.value},
	"at": ["declarations", i, "support", "eol_plan", "last_update"],
} if {
	some i in _early
}

review contains {
	"code": "not_comparable",
	"args": {"field": doubt.field, "state": doubt.state},
	"at": ["declarations", doubt.declaration, "support", doubt.field],
} if {
	some doubt in _in_doubt
}

not_applicable contains {
	"code": "nothing_to_compare",
	"args": {},
	"at": ["declarations", i, "support"],
	"level": "verified",
} if {
	some i in ((({j | some j, _ in input.declarations} - _compared) - _early) - {doubt.declaration | some doubt in _in_doubt})
}

basis contains {"code": "agrees", "args": {}, "at": ["declarations", i, "support"], "level": "verified"} if {
	some i in _compared
	abs(input.declarations[i].support.end_differs_days.value) <= _max_days
	not i in _early
}

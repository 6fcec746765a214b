# METADATA
# title: The buyer's exceptions are in force and narrow
# description: |
#   Looks at the buyer's own records: each exception for this offer must be in
#   force on the day of the screening, name a requirement that the profile
#   selects and components that are there, and not run longer than the buyer's
#   own limit. An exception that does not fit excuses nothing and tells that the
#   records need care. One for a whole tender without any limit is for a person.
#   Exceptions for other offers are passed over. This cannot tell whether the
#   reason for an exception is good.
# custom:
#   contract: 1
#   severity: minor
#   section: governance
#   evidence: {}
#   over: bundle
#   sources:
#     - {standard: bidgate, edition: "1", clause: Exceptions, confidence: source}
#   parameters:
#     max_days: {type: integer, default: 366, min: 1, description: Longest time in days that an exception may run.}
#   messages:
#     expired: "The exception for {requirement} ended on {day:date}."
#     not_yet: "The exception for {requirement} begins on {day:date}, after the day of the screening."
#     not_selected: "The exception is for {requirement}, which the profile does not select."
#     unknown_components: "The exception for {requirement} names {n:component|components} that no SBOM of the bundle lists."
#     unknown_document: "The exception for {requirement} is for a document that is not in the bundle."
#     too_long: "The exception for {requirement} runs for {days:day|days}; at most {max_days} are allowed."
#     whole_tender: "The exception for {requirement} covers every offer of the tender without a limit, so a person must confirm it."
#     none_for_this_offer: "There is no exception for this offer."
#     sound: "The exception for {requirement} is in force until {day:date}, and it fits the bundle and the profile."
#   remedy: Correct or remove the exceptions listed.
#   question: This concerns the buyer's own records; the vendor need not answer.
#   tags: [core_area:security_evaluation, csf:GV]
package bidgate.requirement.screening.exceptions

_max_days := input.parameters.screening.exceptions.max_days

_ours contains k if {
	some k, exception in input.exceptions
	exception.applies
}

# Requirements and members that the profile selects; "" stands for every member.
_selected := {[selected.requirement, member] |
	some selected in input.profile.requirements
	some member in {"", selected.member}
}

# Without a first day it runs from the day of the screening.
_days := {k: days |
	some k in _ours
	days := input.exceptions[k].until.day - _from(k)
}

_from(k) := input.as_of.day if {
	input.exceptions[k].from.text == ""
} else := input.exceptions[k].from.day

violation contains {"code": "expired", "args": {"requirement": exception.requirement, "day": exception.until.day}, "at": ["exceptions", k]} if {
	some k in _ours
	exception := input.exceptions[k]
	exception.until.day < input.as_of.day
}

violation contains {"code": "not_yet", "args": {"requirement": exception.requirement, "day": exception.from.day}, "at": ["exceptions", k]} if {
	some k in _ours
	exception := input.exceptions[k]
	exception.from.day > input.as_of.day
}

violation contains {"code": "not_selected", "args": {"requirement": exception.requirement}, "at": ["exceptions", k]} if {
	some k in _ours
	exception := input.exceptions[k]
	not [exception.requirement, exception.member] in _selected
}

violation contains {"code": "unknown_components", "args": {"requirement": exception.requirement, "n": n}, "at": ["exceptions", k]} if {
	some k in _ours
	exception := input.exceptions[k]
	n := count(exception.unknown_components)
	n > 0
}

violation contains {"code": "unknown_document", "args": {"requirement": exception.requirement}, "at": ["exceptions", k]} if {
	some k in _ours
	exception := input.exceptions[k]
	exception.limited_to_document
	count(exception.documents) == 0
}

violation contains {
	"code": "too_long",
	"args": {"requirement": input.exceptions[k].requirement, "days": days, "max_days": _max_days},
	"at": ["exceptions", k],
} if {
	some k, days in _days
	days > _max_days
}

review contains {"code": "whole_tender", "args": {"requirement": exception.requirement}, "at": ["exceptions", k]} if {
	some k in _ours
	exception := input.exceptions[k]
	{exception.vendor, exception.product, exception.version, exception.member} == {""}
	{exception.limited_to_document, exception.limited_to_components} == {false}
}

not_applicable contains {"code": "none_for_this_offer", "args": {}, "at": ["exceptions"], "level": "verified"} if {
	count(_ours) == 0
}

_sound contains k if {
	some k in _ours
	exception := input.exceptions[k]
	exception.from.day <= input.as_of.day
	exception.until.day >= input.as_of.day
	[exception.requirement, exception.member] in _selected
	count(exception.unknown_components) == 0
	{exception.limited_to_document, count(exception.documents) > 0} != {true, false}
	_days[k] <= _max_days
}

basis contains {
	"code": "sound",
	"args": {"requirement": exception.requirement, "day": exception.until.day},
	"at": ["exceptions", k],
	"level": "verified",
} if {
	_sound == _ours
	some k in _sound
	exception := input.exceptions[k]
}

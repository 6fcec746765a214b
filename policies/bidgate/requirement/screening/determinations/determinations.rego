# METADATA
# title: The buyer's determinations fit this screening
# description: |
#   Looks at the buyer's own records: each determination for this offer must name
#   a requirement that the profile selects, say who looked, where and why, and
#   not be dated after the day of the screening. One that does not fit settles
#   nothing and tells that the records need care. Determinations for other offers
#   or documents are passed over. This cannot tell whether a determination is
#   right.
# custom:
#   contract: 1
#   severity: minor
#   section: governance
#   evidence: {}
#   over: bundle
#   sources:
#     - {standard: bidgate, edition: "1", clause: Determinations, confidence: source}
#   messages:
#     not_selected: "The determination is for {requirement}, which the profile does not select."
#     in_future: "The determination for {requirement} is dated {day:date}, after the day of the screening."
#     incomplete: "The determination for {requirement} does not say its {field}."
#     none_for_this_offer: "There is no determination for this offer and its documents."
#     sound: "The determination for {requirement} was made on {day:date}, and it fits the bundle and the profile."
#   remedy: Correct or remove the determinations listed.
#   question: This concerns the buyer's own records; the vendor need not answer.
#   tags: [core_area:security_evaluation, csf:GV]
package bidgate.requirement.screening.determinations

_ours contains k if {
	some k, determination in input.determinations
	determination.applies
}

# Requirements and members that the profile selects; "" stands for every member.
_selected := {[selected.requirement, member] |
	some selected in input.profile.requirements
	some member in {"", selected.member}
}

_fields := {"by", "place", "reason"}

violation contains {"code": "not_selected", "args": {"requirement": determination.requirement}, "at": ["determinations", k]} if {
	some k in _ours
	determination := input.determinations[k]
	not [determination.requirement, determination.member] in _selected
}

violation contains {"code": "in_future", "args": {"requirement": determination.requirement, "day": determination.date.day}, "at": ["determinations", k]} if {
	some k in _ours
	determination := input.determinations[k]
	determination.date.day > input.as_of.day
}

violation contains {"code": "incomplete", "args": {"requirement": determination.requirement, "field": field}, "at": ["determinations", k]} if {
	some k in _ours
	determination := input.determinations[k]
	some field in _fields
	determination[field] == ""
}

not_applicable contains {"code": "none_for_this_offer", "args": {}, "at": ["determinations"], "level": "verified"} if {
	count(_ours) == 0
}

_sound contains k if {
	some k in _ours
	determination := input.determinations[k]
	[determination.requirement, determination.member] in _selected
	determination.date.day <= input.as_of.day
	told := {field | some field in _fields; determination[field] != ""}
	told == _fields
}

basis contains {
	"code": "sound",
	"args": {"requirement": determination.requirement, "day": determination.date.day},
	"at": ["determinations", k],
	"level": "verified",
} if {
	_sound == _ours
	some k in _sound
	determination := input.determinations[k]
}

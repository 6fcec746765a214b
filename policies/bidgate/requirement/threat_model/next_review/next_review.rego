# METADATA
# title: The next review of the threat model is planned
# description: |
#   Asks that each threat model names the day of its next review, and that this
#   day is not before the day of the screening. A plan shows that the model is
#   kept alive. A day that is declared unknown or withheld, and a format that
#   has no place for it, are for a person; a day that is left out, is a
#   placeholder or has a wrong form counts as not stated. A day that lies far after
#   the last review is no plan, and a person must ask. This cannot tell whether the
#   review will take place.
# custom:
#   contract: 1
#   severity: minor
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: NIST SP 800-218, edition: "1.1", clause: PW.1.2, confidence: source}
#     - {standard: IEC 62443-4-1, edition: "2018", clause: SR-2, confidence: memory}
#   parameters:
#     max_days: {type: integer, default: 1096, min: 1, description: "Days between the last review, or the day on which the model was made, and the next."}
#   messages:
#     not_stated: "The day of the next review of the threat model is {state}."
#     overdue: "The threat model was to be reviewed on {day:date}, before the day of the screening, {as_of:date}."
#     too_far: "The next review of the threat model is planned for {day:date}, more than {max_days} days after it was last looked at, so a person must ask."
#     declared: "The day of the next review is declared {state}, so a person must ask for it."
#     planned: "The next review of the threat model is planned for {day:date}."
#   remedy: Review the threat model, and state the day of the next review.
#   question: When will the threat model be reviewed next?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-03]
package bidgate.requirement.threat_model.next_review

import data.bidgate.lib.states

violation contains {"code": "not_stated", "args": {"state": state}, "at": ["threat_models", i, "next_review"]} if {
	some i, model in input.threat_models
	state := model.next_review.state
	state in states.missing
}

violation contains {
	"code": "overdue",
	"args": {"day": day, "as_of": input.as_of.day},
	"at": ["threat_models", i, "next_review"],
} if {
	some i, model in input.threat_models
	model.next_review.state == "stated"
	day := model.next_review.value.day
	day < input.as_of.day
}

review contains {"code": "declared", "args": {"state": state}, "at": ["threat_models", i, "next_review"]} if {
	some i, model in input.threat_models
	state := model.next_review.state
	state in states.told
}

# By model, the last day up to the screening on which it was made or reviewed,
# else the day of the screening.
_last[i] := max(days | {input.as_of.day | count(days) == 0}) if {
	some i, model in input.threat_models
	days := {date.value.day |
		some date in [model.date, model.reviewed_at]
		date.state == "stated"
		date.value.day <= input.as_of.day
	}
}

_max_days := input.parameters.threat_model.next_review.max_days

_far contains i if {
	some i, last in _last
	input.threat_models[i].next_review.state == "stated"
	input.threat_models[i].next_review.value.day - last > _max_days
}

review contains {
	"code": "too_far",
	"args": {"day": input.threat_models[i].next_review.value.day, "max_days": _max_days},
	"at": ["threat_models", i, "next_review"],
} if {
	some i in _far
}

basis contains {
	"code": "planned",
	"args": {"day": day},
	"at": ["threat_models", i, "next_review"],
	"level": "asserted",
} if {
	some i, model in input.threat_models
	model.next_review.state == "stated"
	day := model.next_review.value.day
	day >= input.as_of.day
	not i in _far
}

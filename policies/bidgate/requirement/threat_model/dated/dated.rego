# METADATA
# title: The threat model is dated and fresh enough
# description: |
#   Asks that each threat model carries a date that is not later than the day of
#   the screening, and that it was made or last reviewed within the number of
#   days that the buyer sets. An old model misses new attacks and new parts of
#   the product. A date that is declared unknown or withheld is an honest answer,
#   and a person looks at it; one that is left out, is a placeholder or has a
#   wrong form counts as not stated. A review that lies in the future is not
#   counted, and one before the date of the model was of an older one, so a
#   person must ask; so it is where every test listed was long before it. This cannot tell whether the model fits the product as it is now.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: NIST SP 800-218, edition: "1.1", clause: PW.1.2, confidence: source}
#     - {standard: IEC 62443-4-1, edition: "2018", clause: SR-2, confidence: memory}
#   parameters:
#     max_age_days: {type: integer, default: 730, min: 0, description: Days since the model was made or last reviewed.}
#   messages:
#     not_stated: "The date of the threat model is {state}."
#     in_future: "The threat model is dated {day:date}, later than the day of the screening, {as_of:date}."
#     too_old: "The threat model was last made or reviewed on {day:date}, more than {max_age_days} days before the screening."
#     review_before: "The threat model is dated {day:date} and was last reviewed on {reviewed:date}, before that, so a person must ask whether it was reviewed as it is."
#     tested_before: "The last test of the threat model that is listed was on {tested:date}, more than {max_age_days} days before the model of {day:date}, so a person must ask what was tested."
#     declared: "The date of the threat model is declared {state}, so a person must ask when it was made."
#     fresh: "The threat model was last made or reviewed on {day:date}."
#   remedy: Review the threat model, and state the date of the review.
#   question: When was the threat model made and last reviewed?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-03]
package bidgate.requirement.threat_model.dated

import data.bidgate.lib.states

_max_age_days := input.parameters.threat_model.dated.max_age_days

_dated contains i if {
	some i, model in input.threat_models
	model.date.state == "stated"
	model.date.value.day <= input.as_of.day
}

# The days up to the screening on which it was made or reviewed.
_days[i] := days if {
	some i in _dated
	days := {date.value.day |
		some date in [input.threat_models[i].date, input.threat_models[i].reviewed_at]
		date.state == "stated"
		date.value.day <= input.as_of.day
	}
}

violation contains {"code": "not_stated", "args": {"state": state}, "at": ["threat_models", i, "date"]} if {
	some i, model in input.threat_models
	state := model.date.state
	state in states.missing
}

violation contains {
	"code": "in_future",
	"args": {"day": day, "as_of": input.as_of.day},
	"at": ["threat_models", i, "date"],
} if {
	some i, model in input.threat_models
	model.date.state == "stated"
	day := model.date.value.day
	day > input.as_of.day
}

violation contains {
	"code": "too_old",
	"args": {"day": max(days), "max_age_days": _max_age_days},
	"at": ["threat_models", i, "date"],
} if {
	some i, days in _days
	input.as_of.day - max(days) > _max_age_days
}

review contains {"code": "declared", "args": {"state": state}, "at": ["threat_models", i, "date"]} if {
	some i, model in input.threat_models
	state := model.date.state
	state in states.told
}

_reviewed_before contains i if {
	some i in _dated
	model := input.threat_models[i]
	model.reviewed_at.state == "stated"
	model.reviewed_at.value.day < model.date.value.day
}

review contains {
	"code": "review_before",
	"args": {"day": model.date.value.day, "reviewed": model.reviewed_at.value.day},
	"at": ["threat_models", i, "reviewed_at"],
} if {
	some i in _reviewed_before
	model := input.threat_models[i]
}

# The last test that a model lists, where all of them were long before it.
_tested_before[i] := tested if {
	some i in _dated
	days := {item.date.value.day |
		some item in input.threat_models[i].validation.items
		item.date.state == "stated"
	}
	tested := max(days)
	input.threat_models[i].date.value.day - tested > _max_age_days
}

review contains {
	"code": "tested_before",
	"args": {"tested": tested, "day": input.threat_models[i].date.value.day, "max_age_days": _max_age_days},
	"at": ["threat_models", i, "validation"],
} if {
	some i, tested in _tested_before
}

_untested := {i | some i, _ in _tested_before}

basis contains {
	"code": "fresh",
	"args": {"day": max(days)},
	"at": ["threat_models", i, "date"],
	"level": "asserted",
} if {
	some i, days in _days
	input.as_of.day - max(days) <= _max_age_days
	not i in _reviewed_before
	not i in _untested
}

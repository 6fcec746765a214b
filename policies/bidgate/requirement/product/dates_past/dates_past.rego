# METADATA
# title: What is said to be done lies in the past
# description: |
#   Asks that the dates on which the vendor says that something was done are not
#   after the day of the screening: reviews, answers, evidence, declarations,
#   affirmations, attestations, statements on vulnerabilities, lifecycle records
#   and attachments. The dates of SBOMs and threat models are judged by
#   requirements of their own. Dates that are meant for a day to come, such as
#   the end of support, are not looked at. Without any such date there is
#   nothing to judge. This cannot tell whether a date in the past is true.
# custom:
#   contract: 1
#   severity: major
#   section: governance
#   evidence: {}
#   over: bundle
#   sources:
#     - {standard: EU Cyber Resilience Act, edition: (EU) 2024/2847, clause: "Annex V(8)", confidence: source}
#     - {standard: bidgate, edition: "1", clause: Dates, confidence: source}
#   messages:
#     in_future: "The date of {what} is {day:date}, after the day of the screening, {as_of:date}."
#     no_dates: "No document states such a date, so there is nothing to judge."
#     past: "Of {n:date|dates} of what is said to be done, none lies after the day of the screening."
#   remedy: Correct the dates listed, or send documents for what has been done by now.
#   question: When was this done, and why does the document state a day to come?
#   tags: [core_area:scrm, csf:GV]
package bidgate.requirement.product.dates_past

_things := {
	"threat_model_review": "the review of the threat model",
	"validation": "a validation of the threat model",
	"declaration": "the declaration",
	"answer": "an answer",
	"evidence": "a piece of evidence",
	"affirmation": "the affirmation",
	"attestation": "the attestation",
	"vex": "the statement on vulnerabilities",
	"lifecycle": "the lifecycle record",
	"attachment": "the attachment",
}

_dated contains j if {
	some j, statement in input.dates
	statement.what in object.keys(_things)
}

_future contains j if {
	some j in _dated
	input.dates[j].date.day > input.as_of.day
}

violation contains {
	"code": "in_future",
	"args": {"what": _things[statement.what], "day": statement.date.day, "as_of": input.as_of.day},
	"at": ["dates", j],
} if {
	some j in _future
	statement := input.dates[j]
}

not_applicable contains {"code": "no_dates", "args": {}, "at": ["bundle"], "level": "verified"} if {
	count(_dated) == 0
}

basis contains {"code": "past", "args": {"n": n}, "at": ["bundle"], "level": "verified"} if {
	count(_future) == 0
	n := count(_dated)
	n > 0
}

# METADATA
# title: The SBOM is not too old
# description: |
#   Asks that each SBOM is not older than the number of days that the buyer
#   sets, or is about the very version that is offered: the list of an old
#   release is old as well. While no number is set, age is not judged. An older
#   list, and a date that is declared unknown or withheld, is for a person. A
#   date that is left out or has a wrong form shows no age, and fails. One in the
#   future is judged by another requirement. This cannot tell whether the product
#   changed since.
# custom:
#   contract: 1
#   severity: minor
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: CISA Minimum Elements for an SBOM, edition: "2026", clause: "Frequency", confidence: secondary}
#     - {standard: NTIA Minimum Elements for an SBOM, edition: "2021", clause: "Frequency", confidence: source}
#     - {standard: BSI TR-03183-2, edition: "2.1.0", clause: "3.1", confidence: source}
#   parameters:
#     max_age_days: {type: integer, min: 0, description: How many days old an SBOM may be.}
#   messages:
#     no_date: "The date of the SBOM is {state}, so its age cannot be told."
#     old: "The SBOM is dated {day:date}, more than {max_age_days} days before the screening, so a person must ask whether it still holds."
#     declared: "The date of the SBOM is declared {state}, so a person must ask how old it is."
#     not_set: "The buyer has not set how old an SBOM may be."
#     recent: "The SBOM is dated {day:date}, not more than {max_age_days} days before the screening."
#     as_offered: "The SBOM is dated {day:date} and is about the version offered."
#   remedy: Send an SBOM made for the version that is offered.
#   question: Does this SBOM still describe the product offered?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.timestamp_current

import data.bidgate.lib.states

_limit := input.parameters.sbom.timestamp_current.max_age_days

# SBOMs by day, where the day has come.
_days := {i: day |
	_limit.set
	some i, sbom in input.sboms
	sbom.timestamp.state == "stated"
	day := sbom.timestamp.value.day
	day <= input.as_of.day
}

_as_offered := {offered.document.index |
	some offered in input.links.offered
	offered.document.kind == "sbom"
	offered.version.outcome == "equal"
}

violation contains {"code": "no_date", "args": {"state": state}, "at": ["sboms", i, "timestamp"]} if {
	_limit.set
	some i, sbom in input.sboms
	state := sbom.timestamp.state
	state in states.missing
}

review contains {
	"code": "old",
	"args": {"day": day, "max_age_days": _limit.value},
	"at": ["sboms", i, "timestamp"],
} if {
	some i, day in _days
	input.as_of.day - day > _limit.value
	not i in _as_offered
}

review contains {"code": "declared", "args": {"state": state}, "at": ["sboms", i, "timestamp"]} if {
	_limit.set
	some i, sbom in input.sboms
	state := sbom.timestamp.state
	state in states.told
}

not_applicable contains {"code": "not_set", "args": {}, "at": ["sboms", i], "level": "verified"} if {
	not _limit.set
	some i, _ in input.sboms
}

basis contains {
	"code": "recent",
	"args": {"day": day, "max_age_days": _limit.value},
	"at": ["sboms", i, "timestamp"],
	"level": "verified",
} if {
	some i, day in _days
	input.as_of.day - day <= _limit.value
}

basis contains {
	"code": "as_offered",
	"args": {"day": day},
	"at": ["sboms", i, "timestamp"],
	"level": "verified",
} if {
	some i, day in _days
	input.as_of.day - day > _limit.value
	i in _as_offered
}

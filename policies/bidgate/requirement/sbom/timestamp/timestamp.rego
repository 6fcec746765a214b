# METADATA
# title: The SBOM says when it was made
# description: |
#   Asks that each SBOM carries a date (`metadata.timestamp`), and that the date
#   is not later than the day of the screening. A list without a date cannot be
#   set against later fixes. A date that is declared unknown or withheld is an
#   honest answer, and a person looks at it; one that is left out or has a wrong
#   form counts as not stated. Whole days are compared, in UTC. A date years
#   before the format of the list came out is for a person. This cannot tell
#   whether the date is true, or whether the list is still current.
# custom:
#   contract: 1
#   severity: major
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: NTIA Minimum Elements for an SBOM, edition: "2021", clause: "Data Fields, Timestamp", confidence: source}
#     - {standard: CISA Minimum Elements for an SBOM, edition: "2026", clause: Timestamp, confidence: secondary}
#     - {standard: BSI TR-03183-2, edition: "2.1.0", clause: "5.2", confidence: source}
#   parameters:
#     first_years:
#       type: strings
#       default: ["cyclonedx 1.2 2020", "cyclonedx 1.3 2021", "cyclonedx 1.4 2022", "cyclonedx 1.5 2023", "cyclonedx 1.6 2024", "cyclonedx 1.7 2025", "spdx 2.3 2022", "spdx 3.0 2024"]
#       description: Formats with their versions and the years in which these came out.
#     slack_years: {type: integer, default: 2, min: 0, description: "Years before its format came out that a list may be of, as one that was written again in a newer format."}
#   messages:
#     not_stated: "The date of the SBOM is {state}."
#     in_future: "The SBOM is dated {day:date}, later than the day of the screening, {as_of:date}."
#     before_format: "The SBOM is dated {day:date}, and its format, {format} {version}, came out in {year}, so a person must ask when it was made."
#     declared: "The date of the SBOM is declared {state}, so a person must ask when it was made."
#     dated: "The SBOM is dated {day:date}."
#   remedy: Write the time at which the SBOM was last changed into `metadata.timestamp`.
#   question: When was this SBOM made?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.timestamp

import data.bidgate.lib.states

violation contains {
	"code": "not_stated",
	"args": {"state": state},
	"at": ["sboms", i, "timestamp"],
} if {
	some i, sbom in input.sboms
	state := sbom.timestamp.state
	state in states.missing
}

violation contains {
	"code": "in_future",
	"args": {"day": day, "as_of": input.as_of.day},
	"at": ["sboms", i, "timestamp"],
} if {
	some i, sbom in input.sboms
	sbom.timestamp.state == "stated"
	day := sbom.timestamp.value.day
	day > input.as_of.day
}

review contains {
	"code": "declared",
	"args": {"state": state},
	"at": ["sboms", i, "timestamp"],
} if {
	some i, sbom in input.sboms
	state := sbom.timestamp.state
	state in states.told
}

# SBOMs that are dated before their form was there.
_too_early contains {"i": i, "day": sbom.timestamp.value.day, "format": format, "version": version, "year": year} if {
	some i, sbom in input.sboms
	sbom.timestamp.state == "stated"
	some entry in input.parameters.sbom.timestamp.first_years
	[format, version, year] := split(lower(entry), " ")
	sbom.format == format
	sbom.spec_version == version
	to_number(substring(sbom.timestamp.value.text, 0, 4)) + input.parameters.sbom.timestamp.slack_years < to_number(year)
}

review contains {
	"code": "before_format",
	"args": {"day": early.day, "format": early.format, "version": early.version, "year": early.year},
	"at": ["sboms", early.i, "timestamp"],
} if {
	some early in _too_early
}

basis contains {
	"code": "dated",
	"args": {"day": day},
	"at": ["sboms", i, "timestamp"],
	"level": "verified",
} if {
	some i, sbom in input.sboms
	sbom.timestamp.state == "stated"
	day := sbom.timestamp.value.day
	day <= input.as_of.day
	count([1 | some early in _too_early; early.i == i]) == 0
}

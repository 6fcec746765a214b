# METADATA
# title: The SBOM says when it was made
# description: |
#   Asks that each SBOM carries a date (`metadata.timestamp`), and that the date
#   is not later than the day of the screening. A list without a date cannot be
#   set against later fixes. A date that is declared unknown or withheld is an
#   honest answer, and a person looks at it; one that is left out or has a wrong
#   form counts as not stated. Whole days are compared, in UTC. This cannot tell
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
#   messages:
#     not_stated: "The date of the SBOM is {state}."
#     in_future: "The SBOM is dated {day:date}, later than the day of the screening, {as_of:date}."
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
}

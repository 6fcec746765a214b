# METADATA
# title: Updates stay available after they come out
# description: |
#   Asks that each security update stays available for as long as set, ten years
#   where nothing else is, and no shorter than the support period that the
#   declaration states; where that is not stated, a person must look. A value that is declared unknown or withheld is an
#   honest answer, and a person looks at it; one that is left out, is a
#   placeholder or has a wrong form counts as not stated. This cannot tell
#   whether they will be kept.
# custom:
#   contract: 1
#   severity: minor
#   section: vulnerability-management
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Article 13(9)", confidence: secondary}
#   parameters:
#     min_years: {type: number, default: 10, min: 0, description: Fewest years for which an update stays available.}
#   messages:
#     too_short: "Each update stays available for {months:month|months}, less than {least}."
#     not_stated: "How long each update stays available is {state}."
#     declared: "How long each update stays available is declared {state}, so a person must ask for it."
#     period_open: "Each update stays available for {months:month|months}, but the length of support is {state}, so a person must ask which is longer."
#     kept: "Each update stays available for {months:month|months}, and at least {least} are asked for."
#   remedy: Keep each update available for ten years or for the support period, and state `updates.available`.
#   question: How long does each security update stay available?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.AM-08]
package bidgate.requirement.support.updates_available

import data.bidgate.lib.states

_available[i] := declaration.updates.available if some i, declaration in input.declarations

# The buyer's fewest years, or the support period where that is longer. What is
# not stated has the value 0.
_asked[i] := {"period": period.state, "least": max([12 * input.parameters.support.updates_available.min_years, period.value])} if {
	some i, declaration in input.declarations
	period := declaration.support.period_months
}

_held[i] := {"months": available.value.months, "least": asked.least, "period": asked.period} if {
	some i, available in _available
	available.state == "stated"
	some j, asked in _asked
	j == i
}

_at(i) := ["declarations", i, "updates", "available"]

violation contains {"code": "too_short", "args": {"months": held.months, "least": held.least}, "at": _at(i)} if {
	some i, held in _held
	held.months < held.least
}

violation contains {"code": "not_stated", "args": {"state": available.state}, "at": _at(i)} if {
	some i, available in _available
	available.state in states.missing
}

review contains {"code": "declared", "args": {"state": available.state}, "at": _at(i)} if {
	some i, available in _available
	available.state in states.told
}

review contains {"code": "period_open", "args": {"months": held.months, "state": held.period}, "at": _at(i)} if {
	some i, held in _held
	held.months >= held.least
	held.period != "stated"
}

basis contains {"code": "kept", "args": {"months": held.months, "least": held.least}, "at": _at(i), "level": "asserted"} if {
	some i, held in _held
	held.months >= held.least
	held.period == "stated"
}

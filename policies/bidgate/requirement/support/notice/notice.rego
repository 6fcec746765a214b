# METADATA
# title: The end of support is announced in good time
# description: |
#   Asks that the maker tells customers of the end of support at least as many
#   days before as set, a year where nothing else is. A value that is declared
#   unknown or withheld is an honest answer, and a person looks at it; one that
#   is left out, is a placeholder or has a wrong form counts as not stated. This
#   cannot tell whether the maker will do so.
# custom:
#   contract: 1
#   severity: minor
#   section: vulnerability-management
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: UK Software Security Code of Practice, edition: "2025", clause: "Notice of end of support", confidence: secondary}
#     - {standard: CISA Software Acquisition Guide, edition: "2024", clause: "DEV.02.08", confidence: source}
#   parameters:
#     min_days: {type: integer, default: 365, min: 0, description: Fewest days between the message and the end of support.}
#   messages:
#     too_short: "The end of support is announced {days:day|days} before, and {least} are asked for."
#     not_stated: "How long before the end of support customers are told is {state}."
#     declared: "How long before the end of support customers are told is declared {state}, so a person must ask for it."
#     told_in_time: "The end of support is announced {days:day|days} before, and {least} are asked for."
#   remedy: Tell customers of the end of support a year before, and state `support.notice_days`.
#   question: How long before the end of support do you tell customers?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.AM-08]
package bidgate.requirement.support.notice

import data.bidgate.lib.states

_least := input.parameters.support.notice.min_days

_notice[i] := declaration.support.notice_days if some i, declaration in input.declarations

_at(i) := ["declarations", i, "support", "notice_days"]

violation contains {"code": "too_short", "args": {"days": notice.value, "least": _least}, "at": _at(i)} if {
	some i, notice in _notice
	notice.state == "stated"
	notice.value < _least
}

violation contains {"code": "not_stated", "args": {"state": notice.state}, "at": _at(i)} if {
	some i, notice in _notice
	notice.state in states.missing
}

review contains {"code": "declared", "args": {"state": notice.state}, "at": _at(i)} if {
	some i, notice in _notice
	notice.state in states.told
}

basis contains {"code": "told_in_time", "args": {"days": notice.value, "least": _least}, "at": _at(i), "level": "asserted"} if {
	some i, notice in _notice
	notice.state == "stated"
	notice.value >= _least
}

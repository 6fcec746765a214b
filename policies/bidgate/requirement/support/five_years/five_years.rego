# METADATA
# title: Support lasts five years, or a reason is given
# description: |
#   Asks that the time in which security updates come is at least as long as
#   set, five years where nothing else is. A shorter time goes to a person if
#   the maker gives a reason, such as a shorter expected use. A value that is
#   declared unknown or withheld is an honest answer, and a person looks at it;
#   one that is left out, is a placeholder or has a wrong form counts as not
#   stated. This cannot tell whether the reason holds.
# custom:
#   contract: 1
#   severity: major
#   section: vulnerability-management
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Article 13(8)", confidence: secondary}
#   parameters:
#     min_years: {type: number, default: 5, min: 0, description: Fewest years of support.}
#   messages:
#     short: "Support lasts {months:month|months}, less than {least}, and no reason is given."
#     not_stated: "The length of support is {state}."
#     declared: "The length of support is declared {state}, so a person must ask for it."
#     short_with_reason: "Support lasts {months:month|months}, less than {least}, and the maker gives a reason or will not tell it, so a person must judge."
#     long_enough: "Support lasts {months:month|months}, and at least {least} are asked for."
#   remedy: Support the product for five years, or say in `support.reason_if_short` why its use is shorter.
#   question: Why does support end before five years have passed?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.AM-08]
package bidgate.requirement.support.five_years

import data.bidgate.lib.states

_least := 12 * input.parameters.support.five_years.min_years

_months[i] := declaration.support.period_months if some i, declaration in input.declarations

_at(i) := ["declarations", i, "support", "period_months"]

_short contains i if {
	some i, months in _months
	months.state == "stated"
	months.value < _least
}

violation contains {"code": "short", "args": {"months": input.declarations[i].support.period_months.value, "least": _least}, "at": _at(i)} if {
	some i in _short
	input.declarations[i].support.reason_if_short.state in states.missing
}

violation contains {"code": "not_stated", "args": {"state": months.state}, "at": _at(i)} if {
	some i, months in _months
	months.state in states.missing
}

review contains {"code": "declared", "args": {"state": months.state}, "at": _at(i)} if {
	some i, months in _months
	months.state in states.told
}

review contains {"code": "short_with_reason", "args": {"months": input.declarations[i].support.period_months.value, "least": _least}, "at": _at(i)} if {
	some i in _short
	input.declarations[i].support.reason_if_short.state in (states.told | {"stated"})
}

basis contains {"code": "long_enough", "args": {"months": months.value, "least": _least}, "at": _at(i), "level": "asserted"} if {
	some i, months in _months
	months.state == "stated"
	months.value >= _least
}

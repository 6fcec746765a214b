# METADATA
# title: The end of security support is stated
# description: |
#   Asks that the declaration gives the day on which security updates end, and,
#   where the buyer sets a shortest period, that the period is long enough.
#   Without the day a buyer cannot plan the replacement of a product. A day that
#   is declared unknown or withheld is an honest answer, and a person looks at
#   it; one that is left out, is a placeholder such as "TBD" or has a wrong form
#   counts as not stated. A shorter period for which the maker gives a reason is
#   for a person. Where the buyer sets no shortest period, that part does not
#   apply. This cannot tell whether the maker will keep the promise.
# custom:
#   contract: 1
#   severity: major
#   section: vulnerability-management
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: EU Cyber Resilience Act, edition: (EU) 2024/2847, clause: Annex II(7), confidence: source}
#     - {standard: UK PSTI Regulations, edition: "2023", clause: Schedule 1(3), confidence: secondary}
#     - {standard: NIST IR 8259r1, edition: "2026", clause: 4.3.2, confidence: secondary}
#   parameters:
#     min_years: {type: number, min: 0, description: "Shortest period of security support in years; not set, the length is not judged."}
#   messages:
#     end_missing: "The end of security support is {state}."
#     too_short: "Security support lasts {months:month|months}; the buyer asks for {min_years} years."
#     length_missing: "The buyer asks for {min_years} years of support, and the declaration gives neither a start nor a period."
#     end_declared: "The end of security support is declared {state}, so a person must ask for it."
#     short_with_reason: "Security support lasts {months:month|months} instead of {min_years} years, and the maker gives a reason that a person must weigh."
#     length_declared: "The start or the length of security support is declared unknown, so a person must compare it with {min_years} years."
#     min_years_not_set: "The buyer sets no shortest period of support, so the length is not judged."
#     end_stated: "Security support ends on {day:date}."
#   remedy: State `support.end`, with `support.start` or `support.period`, in the declaration.
#   question: Until which day will you supply security updates for this product?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.AM-08]
package bidgate.requirement.support.period_end

import data.bidgate.lib.states

_min_years := input.parameters.support.period_end.min_years

_with_end contains i if {
	some i, declaration in input.declarations
	declaration.support.end.state == "stated"
}

_months[i] := months if {
	some i in _with_end
	input.declarations[i].support.period_months.state == "stated"
	months := input.declarations[i].support.period_months.value
}

_months[i] := months if {
	some i in _with_end
	input.declarations[i].support.period_months.state != "stated"
	input.declarations[i].support.period.state == "stated"
	months := input.declarations[i].support.period.value.months
}

_short[i] := months if {
	some i, months in _months
	_min_years.set
	months < 12 * _min_years.value
}

_long_enough contains i if {
	some i, months in _months
	_min_years.set
	months >= 12 * _min_years.value
}

_long_enough contains i if {
	some i in _with_end
	_min_years.set == false
}

# Neither start nor period is of use; of some it is honestly said that they are not known.
_no_length contains i if {
	_min_years.set
	some i in (_with_end - {j | some j, _ in _months})
}

_length_told contains i if {
	some i in _no_length
	support := input.declarations[i].support
	some state in {support.start.state, support.period.state}
	state in states.told
}

violation contains {"code": "end_missing", "args": {"state": state}, "at": ["declarations", i, "support", "end"]} if {
	some i, declaration in input.declarations
	count({declaration.support.state} & states.told) == 0
	state := declaration.support.end.state
	state in states.missing
}

violation contains {
	"code": "too_short",
	"args": {"months": months, "min_years": _min_years.value},
	"at": ["declarations", i, "support"],
} if {
	some i, months in _short
	input.declarations[i].support.reason_if_short.state != "stated"
}

violation contains {"code": "length_missing", "args": {"min_years": _min_years.value}, "at": ["declarations", i, "support"]} if {
	some i in (_no_length - _length_told)
}

review contains {"code": "end_declared", "args": {"state": state}, "at": ["declarations", i, "support"]} if {
	some i, declaration in input.declarations
	some state in {declaration.support.state, declaration.support.end.state}
	state in states.told
}

review contains {
	"code": "short_with_reason",
	"args": {"months": months, "min_years": _min_years.value},
	"at": ["declarations", i, "support"],
} if {
	some i, months in _short
	input.declarations[i].support.reason_if_short.state == "stated"
}

review contains {"code": "length_declared", "args": {"min_years": _min_years.value}, "at": ["declarations", i, "support"]} if {
	some i in _length_told
}

not_applicable contains {"code": "min_years_not_set", "args": {}, "at": ["declarations", i, "support"], "level": "verified"} if {
	some i in _with_end
	_min_years.set == false
}

basis contains {"code": "end_stated", "args": {"day": day}, "at": ["declarations", i, "support", "end"], "level": "asserted"} if {
	some i in _long_enough
	day := input.declarations[i].support.end.value.day
}

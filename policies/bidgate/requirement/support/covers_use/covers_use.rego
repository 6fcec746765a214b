# METADATA
# title: Support lasts as long as the buyer will use the product
# description: |
#   Holds the end of security support against the day until which the buyer will
#   use the product. While no day is set, only the years of use that the
#   declaration itself speaks of are held against the length of support, and a
#   longer use is for a person. A value that is declared unknown or withheld is an
#   honest answer, and a person looks at it; one that is left out, is a
#   placeholder or has a wrong form counts as not stated. This cannot tell whether
#   the maker will keep the promise.
# custom:
#   contract: 1
#   severity: major
#   section: vulnerability-management
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activity 5, 3.6", confidence: secondary}
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Annex II(7)", confidence: source}
#   parameters:
#     needed_until: {type: date, description: The last day on which the buyer will use the product.}
#   messages:
#     too_early: "Security support ends on {end:date}, before the {until:date} until which the buyer needs it."
#     not_stated: "The end of security support is {state}."
#     declared: "The end of security support is declared {state}, so a person must ask for it."
#     shorter_than_use: "Support lasts from {start:date} until {end:date}, and the declaration speaks of {years} years of use, so a person must ask what comes after."
#     no_day: "The buyer has not set a day until which support is needed."
#     covered: "Security support lasts until {end:date}, and the buyer needs it until {until:date}."
#   remedy: Offer security updates for as long as the buyer will use the product, and state `support.end`.
#   question: Will you supply security updates for as long as we use the product?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.AM-08]
package bidgate.requirement.support.covers_use

import data.bidgate.lib.states

_until := input.parameters.support.covers_use.needed_until

_end[i] := declaration.support.end if some i, declaration in input.declarations

violation contains {"code": "too_early", "args": {"end": end.value.day, "until": _until.value.day}, "at": ["declarations", i, "support", "end"]} if {
	_until.set
	some i, end in _end
	end.state == "stated"
	end.value.day < _until.value.day
}

violation contains {"code": "not_stated", "args": {"state": end.state}, "at": ["declarations", i, "support", "end"]} if {
	_until.set
	some i, end in _end
	end.state in states.missing
}

review contains {"code": "declared", "args": {"state": end.state}, "at": ["declarations", i, "support", "end"]} if {
	_until.set
	some i, end in _end
	end.state in states.told
}

# Declarations that speak of a longer use than they promise support for.
_shorter contains {"i": i, "start": support.start.value.day, "end": support.end.value.day, "years": years} if {
	some i, declaration in input.declarations
	support := declaration.support
	{support.start.state, support.end.state} == {"stated"}
	years := max({use.lifetime_years.value | some use in declaration.use_cases.items; use.lifetime_years.state == "stated"})
	(support.end.value.day - support.start.value.day) + 183 < years * 365
}

review contains {"code": "shorter_than_use", "args": {"start": s.start, "end": s.end, "years": s.years}, "at": ["declarations", s.i, "support", "end"]} if {
	some s in _shorter
}

not_applicable contains {"code": "no_day", "args": {}, "at": ["declarations", i, "support"], "level": "verified"} if {
	not _until.set
	some i, _ in input.declarations
	count([1 | some s in _shorter; s.i == i]) == 0
}

basis contains {"code": "covered", "args": {"end": end.value.day, "until": _until.value.day}, "at": ["declarations", i, "support", "end"], "level": "asserted"} if {
	_until.set
	some i, end in _end
	end.state == "stated"
	end.value.day >= _until.value.day
	count([1 | some s in _shorter; s.i == i]) == 0
}

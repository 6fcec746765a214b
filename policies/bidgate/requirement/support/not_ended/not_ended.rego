# METADATA
# title: Security support has not ended
# description: |
#   Asks that the end of security support in the declaration is not before the
#   day of the screening. A product past that day gets no security updates, and
#   buying it means buying known risks. So a declaration that leaves the day out
#   fails as one whose day has passed does: saying nothing is never better than an
#   honest answer. A day that is declared unknown or withheld, or that the form
#   cannot state, is for a person. Whole
#   days are compared, and support on the last day counts. This cannot tell
#   whether the maker will keep the promise, or whether single components are
#   out of support earlier.
# custom:
#   contract: 1
#   severity: blocking
#   section: vulnerability-management
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: EU Cyber Resilience Act, edition: (EU) 2024/2847, clause: Annex II(7), confidence: source}
#     - {standard: CISA BOD 26-02, edition: "2026", clause: End-of-support edge devices, confidence: secondary}
#   messages:
#     ended: "Security support ended on {day:date}, before the day of the screening, {as_of:date}."
#     end_not_stated: "The end of security support is {state}, so nothing shows that it has not passed."
#     end_declared: "The end of security support is declared {state}, so a person must find out whether it has passed."
#     not_ended: "Security support lasts until {day:date}, and the screening is for {as_of:date}."
#   remedy: State `support.end` in the declaration, and offer a product version that is still supported.
#   question: Is this product still supported, and until which day?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.AM-08]
package bidgate.requirement.support.not_ended

import data.bidgate.lib.states

violation contains {
	"code": "ended",
	"args": {"day": end.value.day, "as_of": input.as_of.day},
	"at": ["declarations", i, "support", "end"],
} if {
	some i, declaration in input.declarations
	end := declaration.support.end
	end.state == "stated"
	end.value.day < input.as_of.day
}

violation contains {
	"code": "end_not_stated",
	"args": {"state": state},
	"at": ["declarations", i, "support", "end"],
} if {
	some i, declaration in input.declarations
	not declaration.support.state in states.told
	state := declaration.support.end.state
	state in states.missing
}

review contains {
	"code": "end_declared",
	"args": {"state": state},
	"at": ["declarations", i, "support", "end"],
} if {
	some i, declaration in input.declarations
	some state in {declaration.support.state, declaration.support.end.state}
	state in states.told
}

basis contains {
	"code": "not_ended",
	"args": {"day": end.value.day, "as_of": input.as_of.day},
	"at": ["declarations", i, "support", "end"],
	"level": "asserted",
} if {
	some i, declaration in input.declarations
	end := declaration.support.end
	end.state == "stated"
	end.value.day >= input.as_of.day
}

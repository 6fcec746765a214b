# METADATA
# title: A threat model was made before the product came on the market
# description: |
#   Asks that a threat model of the bundle is dated no later than the day on which
#   the declaration says that the product first came on the market. A model made
#   afterwards cannot have changed the design. A model that is dated later, of a
#   maker who answers that activity 2.3 of NIST IR 8259r1 is met and says how, may
#   be a later version, and a person looks at it. So does a person where the day
#   is not stated, or where a date of a model is declared unknown or withheld.
#   This cannot tell what changed in the product because of the model.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model, declaration]}
#   over: declarations
#   sources:
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activity 2, 3.3", confidence: secondary}
#   messages:
#     too_late: "The oldest threat model is dated {day:date}, after the product came on the market on {market:date}."
#     not_dated: "No threat model states its date, so none is shown to be from before {market:date}."
#     later_version: "The oldest threat model is dated {day:date}, after the product came on the market on {market:date}; the maker says that an earlier one was made, so a person must look at it."
#     market_not_stated: "The day on which the product first came on the market is {state}, so a person must ask for it."
#     date_declared: "The date of a threat model is declared {state}, so a person must ask whether it was made before {market:date}."
#     before: "A threat model dated {day:date} was made before the product came on the market on {market:date}."
#   remedy: State `product.first_market_date`, and send the threat model that was made before that day.
#   question: When did the product come on the market, and when was its first threat model finished?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-03]
package bidgate.requirement.nist_8259r1.threat_model_before_market

import data.bidgate.lib.states

_days := {model.date.value.day | some model in input.threat_models; model.date.state == "stated"}

_told := {model.date.state | some model in input.threat_models; model.date.state in states.told}

_markets contains {"declaration": i, "day": market.value.day} if {
	some i, declaration in input.declarations
	market := declaration.product_details.first_market_date
	market.state == "stated"
}

_in_time contains market if {
	some market in _markets
	min(_days) <= market.day
}

_late := _markets - _in_time

_answered contains i if {
	some i, declaration in input.declarations
	some a in declaration.clauses["ir8259r1-A2.3"].answers
	declaration.answers[a].status.value == "met"
	declaration.answers[a].statement.state == "stated"
}

violation contains {
	"code": "too_late",
	"args": {"day": min(_days), "market": late.day},
	"at": ["declarations", late.declaration, "product_details", "first_market_date"],
} if {
	some late in _late
	count(_told) == 0
	count({late.declaration} & _answered) == 0
}

violation contains {
	"code": "not_dated",
	"args": {"market": late.day},
	"at": ["declarations", late.declaration, "product_details", "first_market_date"],
} if {
	some late in _late
	count(_told) == 0
	count(_days) == 0
}

review contains {
	"code": "later_version",
	"args": {"day": min(_days), "market": late.day},
	"at": ["declarations", late.declaration, "product_details", "first_market_date"],
} if {
	some late in _late
	count(_told) == 0
	late.declaration in _answered
}

review contains {
	"code": "market_not_stated",
	"args": {"state": state},
	"at": ["declarations", i, "product_details", "first_market_date"],
} if {
	some i, declaration in input.declarations
	state := declaration.product_details.first_market_date.state
	state != "stated"
}

review contains {
	"code": "date_declared",
	"args": {"state": state, "market": late.day},
	"at": ["declarations", late.declaration, "product_details", "first_market_date"],
} if {
	some late in _late
	some state in _told
}

basis contains {
	"code": "before",
	"args": {"day": min(_days), "market": market.day},
	"at": ["declarations", market.declaration, "product_details", "first_market_date"],
	"level": "asserted",
} if {
	some market in _in_time
}

# METADATA
# title: Documents agree on the end of support
# description: |
#   Compares the end of security support in the declaration with that in the
#   lifecycle records of the same product: lifecycle properties of the SBOM, CLE
#   and OpenEoX. Of two days a buyer can rely on neither. Records and SBOM are of
#   the declared product where a stated link or an equal name says so; what is
#   said of a single part of it is not compared. A form that cannot say which
#   product it is of, such as OpenEoX core, is compared too, and another day there
#   is for a person. Where only one document states the day there is nothing to
#   compare. A release long after the day on the market, an event that a
#   record takes back, a life or a support that ends in the wrong order, and
#   components whose own records say that support is over, are for a person. This cannot tell which day is right.
# custom:
#   contract: 1
#   severity: major
#   section: vulnerability-management
#   evidence: {any: [sbom, declaration, lifecycle]}
#   over: bundle
#   sources:
#     - {standard: EU Cyber Resilience Act, edition: (EU) 2024/2847, clause: Annex II(7), confidence: source}
#     - {standard: bidgate, edition: "1", clause: Documents do not contradict each other, confidence: source}
#   parameters:
#     max_days: {type: integer, default: 1, min: 0, description: Days that two statements of the end may be apart.}
#   messages:
#     differs: "The lifecycle record says that security support ends on {own:date}, and {document} says {other:date}."
#     may_differ: "The record says that security support ends on {own:date} and not of which product, and {document} says {other:date}, so a person must find out which is right."
#     withdrawn: "The lifecycle record takes back its event {event}, so a person must ask what holds."
#     released_otherwise: "The lifecycle record gives {own:date} as the day of release, and the declaration {other:date} as that of the market, so a person must ask which is right."
#     life_before_support: "The lifecycle record ends the life of the product on {then:date}, and its support on {first:date}, after that, so a person must ask which is right."
#     sold_after_support: "The lifecycle record ends support on {then:date}, and goes on selling until {first:date}, so a person must ask what late buyers get."
#     component_over: "By the records of the bundle, support for {n:component|components} ended by {day:date}, so a person must ask who mends what is left."
#     nothing_to_compare: "No two documents state the end of security support of one product, so there is nothing to compare."
#     agree: "The documents that state the end of security support agree; two by two that is {n:comparison|comparisons}."
#   remedy: Correct the end of support in the documents listed, so that all say the same day.
#   question: Which end of security support is right?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.AM-08]
package bidgate.requirement.support.lifecycle_agrees

_max_days := input.parameters.support.lifecycle_agrees.max_days

_declared := {i: declaration.support.end.value.day |
	some i, declaration in input.declarations
	declaration.support.end.state == "stated"
}

_security := {i | some i, record in input.lifecycle; record.end_of_security_support.state == "stated"}

# By record, the field that gives the day.
_field := {i: field |
	some i, record in input.lifecycle
	field := {true: "end_of_security_support", false: "end_of_support"}[i in _security]
	record[field].state == "stated"
}

# Records of the whole subject of an SBOM, and those that cannot say of what.
_subject := {i: record.sbom |
	some i, record in input.lifecycle
	record.row == -1
	record.sbom >= 0
}

_nameless contains i if {
	some i, record in input.lifecycle
	record.row == -1
	record.sbom == -1
	"product" in record.unsupported
}

# SBOMs of the whole of what a declaration is about.
_whole contains [pair.left.index, pair.right.index] if {
	some pair in input.links.pairs
	pair.left.kind == "sbom"
	pair.right.kind == "declaration"
	pair.right.part == ""
	pair.link != "none"
}

_compared contains {"row": i, "with": ["declarations", d, "support", "end"], "day": day, "sure": true} if {
	some i, of in _subject
	some [sbom, d] in _whole
	sbom == of
	day := _declared[d]
}

_compared contains {"row": i, "with": ["declarations", d, "support", "end"], "day": day, "sure": false} if {
	some i in _nameless
	some d, day in _declared
}

_compared contains {"row": i, "with": ["lifecycle", j, field], "day": day, "sure": true} if {
	some i, of in _subject
	some j, sbom in _subject
	sbom == of
	j < i
	field := _field[j]
	day := input.lifecycle[j][field].value.day
}

_stated contains {"at": ["lifecycle", c.row, field], "own": own, "other": c.day, "with": c["with"], "sure": c.sure} if {
	some c in _compared
	field := _field[c.row]
	own := input.lifecycle[c.row][field].value.day
}

_apart contains c if {
	some c in _stated
	abs(c.own - c.other) > _max_days
}

_path(at) := input.bundle.documents[input.declarations[at[1]].document].path if at[0] == "declarations"

_path(at) := input.bundle.documents[input.lifecycle[at[1]].document].path if at[0] == "lifecycle"

violation contains {
	"code": "differs",
	"args": {"own": c.own, "other": c.other, "document": _path(c["with"])},
	"at": c.at,
} if {
	some c in _apart
	c.sure
}

review contains {
	"code": "may_differ",
	"args": {"own": c.own, "other": c.other, "document": _path(c["with"])},
	"at": c.at,
} if {
	some c in _apart
	not c.sure
}

_withdrawn contains ["lifecycle", i, "events", "items", j] if {
	some i, record in input.lifecycle
	some j, event in record.events.items
	event.withdrawn
}

review contains {"code": "withdrawn", "args": {"event": event.id.value}, "at": at} if {
	some at in _withdrawn
	event := input.lifecycle[at[1]].events.items[at[4]]
}

# Releases after the day on which the product comes on the market.
_released contains {"at": ["lifecycle", i, "general_availability"], "own": own, "other": other} if {
	some i, of in _subject
	some [sbom, d] in _whole
	sbom == of
	released := input.lifecycle[i].general_availability
	market := input.declarations[d].product_details.first_market_date
	{released.state, market.state} == {"stated"}
	own := released.value.day
	other := market.value.day
	own - other > 31
}

review contains {"code": "released_otherwise", "args": {"own": r.own, "other": r.other}, "at": r.at} if {
	some r in _released
}

# Days of one record that stand in the wrong order.
_order := [
	{"first": "end_of_support", "then": "end_of_life", "code": "life_before_support"},
	{"first": "end_of_sales", "then": "end_of_support", "code": "sold_after_support"},
]

_ordered contains {"code": pair.code, "args": {"first": first.value.day, "then": then.value.day}, "at": ["lifecycle", i, pair.then], "turned": first.value.day > then.value.day} if {
	some i, record in input.lifecycle
	some pair in _order
	first := record[pair.first]
	then := record[pair.then]
	{first.state, then.state} == {"stated"}
}

# Sale and delivery that go on after support.
_ordered contains {"code": "sold_after_support", "args": {"first": last, "then": support.value.day}, "at": ["lifecycle", i, "end_of_support"], "turned": last > support.value.day} if {
	some i, record in input.lifecycle
	support := record.end_of_support
	support.state == "stated"
	days := {event.effective.value.day |
		some event in record.events.items
		event.type.value == "endOfDistribution"
		event.effective.state == "stated"
		not event.withdrawn
	}
	last := max(days)
}

_turned := {row | some row in _ordered; row.turned}

review contains {"code": row.code, "args": row.args, "at": row.at} if some row in _turned

# Components that their own records call no longer supported.
_over[record.sbom] contains {"i": i, "day": end.value.day} if {
	some i, record in input.lifecycle
	record.row >= 0
	some end in [record.end_of_support, record.end_of_security_support, record.end_of_life]
	end.state == "stated"
	end.value.day < input.as_of.day
}

review contains {"code": "component_over", "args": {"n": count(rows), "day": max(days)}, "at": ["lifecycle", min(rows)]} if {
	some ends in _over
	rows := {end.i | some end in ends}
	days := {end.day | some end in ends}
}

not_applicable contains {"code": "nothing_to_compare", "args": {}, "at": ["bundle"], "level": "verified"} if {
	((count(_stated) + count(_released)) + count(_withdrawn)) + count(_turned) == 0
	count(_over) == 0
}

basis contains {"code": "agree", "args": {"n": n}, "at": ["lifecycle"], "level": "verified"} if {
	n := count(_stated)
	n > 0
	((count(_apart) + count(_released)) + count(_withdrawn)) + count(_turned) == 0
	count(_over) == 0
}

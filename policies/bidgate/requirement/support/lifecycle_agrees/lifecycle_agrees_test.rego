package bidgate.requirement.support.lifecycle_agrees_test

import data.bidgate.lib.testing
import data.bidgate.requirement.support.lifecycle_agrees as requirement

# The declaration is document 0, and every record document 1.
_input(end, records, pairs) := testing.bundle_input({
	"bundle": {"documents": [testing.document({"path": "d.yaml"}), testing.document({"path": "life.json"})]},
	"declarations": [testing.declaration({"document": 0, "support": {"end": end}})],
	"lifecycle": [testing.lifecycle(object.union({"document": 1, "row": -1}, r)) | some r in records],
	"links": {"pairs": pairs},
	"parameters": {"support": {"lifecycle_agrees": {"max_days": 1}}},
})

_linked := [_pair("name", "")]

_pair(link, part) := testing.pair({
	"left": {"kind": "sbom", "index": 0},
	"right": {"kind": "declaration", "index": 0, "part": part},
	"link": link,
})

_subject(fields) := object.union({"sbom": 0}, fields)

_nameless(fields) := object.union(
	{"sbom": -1, "unsupported": ["product"]},
	fields,
)

_nothing := {{"code": "nothing_to_compare", "args": {}, "at": ["bundle"], "level": "verified"}}

_agree(n) := {{"code": "agree", "args": {"n": n}, "at": ["lifecycle"], "level": "verified"}}

test_same_day_is_a_basis if {
	every field in ["end_of_security_support", "end_of_support"] {
		every record in [_subject({field: testing.date(901)}), _nameless({field: testing.date(899)})] {
			given := _input(testing.date(900), [record], _linked)
			requirement.basis == _agree(1) with input as given
			requirement.violation == set() with input as given
			requirement.review == set() with input as given
			requirement.not_applicable == set() with input as given
		}
	}
}

test_other_day_is_a_violation if {
	every day in [100, 902] {
		given := _input(testing.date(900), [_subject({"end_of_support": testing.date(day)})], _linked)
		requirement.violation == {{
			"code": "differs",
			"args": {"own": day, "other": 900, "document": "d.yaml"},
			"at": ["lifecycle", 0, "end_of_support"],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.not_applicable == set() with input as given
	}
}

test_the_end_of_security_support_counts_before_that_of_support if {
	record := _subject({"end_of_support": testing.date(100), "end_of_security_support": testing.date(900)})
	given := _input(testing.date(900), [record], _linked)
	requirement.basis == _agree(1) with input as given
	requirement.violation == set() with input as given
}

test_other_day_of_a_nameless_record_is_for_review if {
	given := _input(testing.date(900), [_nameless({"end_of_security_support": testing.date(100)})], [])
	requirement.review == {{
		"code": "may_differ",
		"args": {"own": 100, "other": 900, "document": "d.yaml"},
		"at": ["lifecycle", 0, "end_of_security_support"],
	}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_records_of_one_product_are_compared_with_each_other if {
	records := [_subject({"end_of_support": testing.date(900)}), _subject({"end_of_security_support": testing.date(100)})]
	given := _input({"state": "absent"}, records, [])
	requirement.violation == {{
		"code": "differs",
		"args": {"own": 100, "other": 900, "document": "life.json"},
		"at": ["lifecycle", 1, "end_of_security_support"],
	}} with input as given
	requirement.basis == set() with input as given
}

test_what_is_of_no_declared_product_is_not_compared if {
	record := _subject({"end_of_support": testing.date(100)})
	every pairs in [[], [_pair("none", "")], [_pair("digest", "board")]] {
		given := _input(testing.date(900), [record], pairs)
		requirement.not_applicable == _nothing with input as given
		requirement.violation == set() with input as given
		requirement.basis == set() with input as given
	}
	every other in [{"row": 3}, {"sbom": -1, "product": {"name": testing.stated("Meter")}}] {
		given := _input(testing.date(900), [object.union(record, other)], _linked)
		requirement.not_applicable == _nothing with input as given
		requirement.violation == set() with input as given
	}
}

test_day_that_is_not_stated_is_not_compared if {
	every state in testing.unstated {
		first := _input({"state": state}, [_subject({"end_of_support": testing.date(100)})], _linked)
		requirement.not_applicable == _nothing with input as first
		requirement.basis == set() with input as first
		second := _input(testing.date(100), [_subject({"end_of_support": {"state": state}})], _linked)
		requirement.not_applicable == _nothing with input as second
		requirement.basis == set() with input as second
	}
}

_event(id, withdrawn) := {
	"id": testing.stated(id), "withdrawn": withdrawn, "type": testing.stated("endOfSupport"), "support": {"state": "absent", "value": ""},
	"effective": testing.date(900), "published": testing.date(800), "versions": {"items": [], "state": "absent"}, "location": "",
}

test_event_that_is_taken_back_is_for_review if {
	record := _subject({
		"end_of_support": testing.date(900),
		"events": testing.items([_event("4", false), _event("5", true)]),
	})
	given := _input(testing.date(900), [record], _linked)
	requirement.review == {{"code": "withdrawn", "args": {"event": "5"}, "at": ["lifecycle", 0, "events", "items", 1]}} with input as given
	requirement.basis == set() with input as given
}

_sold(released) := object.union(_input(testing.date(900), [_subject({"general_availability": released})], _linked), {"declarations": [testing.declaration({
	"document": 0,
	"product_details": {"first_market_date": testing.date(100)},
	"support": {"end": testing.date(900)},
})]})

test_release_long_after_the_market_is_for_review if {
	given := _sold(testing.date(132))
	requirement.review == {{"code": "released_otherwise", "args": {"own": 132, "other": 100}, "at": ["lifecycle", 0, "general_availability"]}} with input as given
	requirement.not_applicable == set() with input as given
	requirement.review == set() with input as _sold(testing.date(131))
}

_codes(given) := {r.code | some r in all} if {
	all := requirement.review with input as given
}

_delivered(day, withdrawn) := {"events": testing.items([object.union(_event("9", withdrawn), {
	"type": testing.stated("endOfDistribution"),
	"effective": testing.date(day),
})])}

_wrong := [
	["life_before_support", {"end_of_support": testing.date(901), "end_of_life": testing.date(900)}],
	["sold_after_support", {"end_of_support": testing.date(900), "end_of_sales": testing.date(901)}],
	["sold_after_support", object.union({"end_of_support": testing.date(900)}, _delivered(901, false))],
]

test_life_or_sale_in_the_wrong_order_is_for_review if {
	every case in _wrong {
		given := _input({"state": "absent"}, [_subject(case[1])], _linked)
		_codes(given) == {case[0]}
		requirement.basis == set() with input as given
		requirement.not_applicable == set() with input as given
	}
}

test_life_and_sale_in_the_right_order_are_no_doubt if {
	every record in [
		{"end_of_support": testing.date(900), "end_of_life": testing.date(900), "end_of_sales": testing.date(800)},
		object.union({"end_of_support": testing.date(900)}, _delivered(901, true)),
	] {
		_codes(_input({"state": "absent"}, [_subject(record)], _linked)) - {"withdrawn"} == set()
	}
}

test_component_whose_own_record_is_over_is_for_review if {
	of := {"sbom": 0, "row": 3, "end_of_support": testing.date(899)}
	given := object.union(_input({"state": "absent"}, [of], []), {"as_of": testing.day(900)})
	requirement.review == {{"code": "component_over", "args": {"n": 1, "day": 899}, "at": ["lifecycle", 0]}} with input as given
	requirement.not_applicable == set() with input as given
	later := object.union(given, {"as_of": testing.day(800)})
	requirement.not_applicable == _nothing with input as later
}

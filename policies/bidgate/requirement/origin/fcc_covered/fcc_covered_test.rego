package bidgate.requirement.origin.fcc_covered_test

import data.bidgate.lib.testing
import data.bidgate.requirement.origin.fcc_covered as requirement

_input(declaration, fits, entries) := testing.bundle_input({
	"as_of": testing.day(1000),
	"sboms": [testing.sbom({})],
	"declarations": [testing.declaration(declaration)],
	"data_sets": [testing.data_set({"name": "lists", "kind": "prohibited_sources", "dated": true, "date": testing.day(990)})],
	"sources": {"looked_up": 7, "lists": [{"data_set": 0, "legal_basis": "FCC", "entries": entries}], "matches": fits},
	"parameters": {"origin": {"fcc_covered": {"legal_bases": ["FCC"], "categories": ["consumer_router"], "home_countries": ["US"]}}},
})

_meter := {"product_category": testing.stated("meter")}

_router(countries) := {
	"product_category": testing.stated("Consumer router"),
	"country_of_production": {
		"state": "stated",
		"design": testing.items(["US"]),
		"development": testing.items(countries),
		"assembly": testing.items(["US"]),
	},
}

_fit(fields) := testing.source_match(object.union(
	{"name": "Bad Ltd", "alias": "Bad", "legal_basis": "FCC", "field": "supplier", "value": "BAD", "by": "domain"},
	fields,
))

_args(by) := {"name": "Bad Ltd", "basis": "FCC", "field": "supplier", "value": "BAD", "alias": "Bad", "by": by}

_judged(given, violation, review) if {
	requirement.violation == violation with input as given
	requirement.review == review with input as given
	requirement.basis == set() with input as given
}

test_product_that_is_not_covered_is_a_basis if {
	every declaration in [_meter, _router(["US"])] {
		given := _input(declaration, [], 3)
		requirement.basis == {{
			"code": "not_covered",
			"args": {"looked_up": 7, "entries": 3, "bases": ["FCC"], "sets": ["lists day 990 (0 records)"]},
			"at": ["sources"],
			"level": "asserted",
		}} with input as given
		requirement.violation == set() with input as given
		requirement.review == set() with input as given
	}
}

test_listed_source_is_a_violation if {
	_judged(_input(_meter, [_fit({})], 3), {{"code": "listed", "args": _args("domain"), "at": ["sources", "matches", 0]}}, set())
}

test_fit_by_name_alone_is_for_review if {
	given := _input(_meter, [_fit({"by": "name", "weak": true})], 3)
	_judged(given, set(), {{"code": "by_name", "args": _args("name"), "at": ["sources", "matches", 0]}})
}

test_covered_category_that_is_made_elsewhere_is_a_violation if {
	_judged(
		_input(_router(["US", "XX"]), [], 3), {{
			"code": "made_elsewhere",
			"args": {"category": "consumer_router", "stage": "development", "countries": ["XX"], "home": ["US"]},
			"at": ["declarations", 0, "country_of_production", "development"],
		}},
		set(),
	)
}

test_covered_category_without_a_country_is_for_review if {
	every state in testing.unstated {
		declaration := object.union(_router([]), {"country_of_production": {"development": {"state": state, "items": []}}})
		_judged(_input(declaration, [], 3), set(), {{
			"code": "no_country",
			"args": {"category": "consumer_router", "stage": "development", "state": state},
			"at": ["declarations", 0, "country_of_production"],
		}})
	}
}

test_category_that_is_not_stated_is_for_review if {
	every state in testing.unstated {
		given := _input({"product_category": {"state": state, "value": ""}}, [], 3)
		_judged(given, set(), {{"code": "no_category", "args": {"state": state}, "at": ["declarations", 0, "product_category"]}})
	}
}

test_list_without_entries_is_for_review if {
	_judged(_input(_meter, [], 0), set(), {{"code": "no_list", "args": {"bases": ["FCC"]}, "at": ["sources"]}})
}

test_bundle_that_names_nobody_is_for_review if {
	given := object.union(_input(_meter, [], 3), {"sources": {"looked_up": 0}})
	_judged(given, set(), {{"code": "nothing_looked_up", "args": {}, "at": ["sources"]}})
}

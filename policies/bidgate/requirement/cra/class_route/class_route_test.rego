package bidgate.requirement.cra.class_route_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.cra.class_route as requirement

_parameters := {
	"free_software": false,
	"self_assessed": ["default"],
	"self_assessed_with_standards": ["important_1"],
	"self_assessed_if_free": ["important_1", "important_2"],
	"listed_words": ["router", "vpn"],
}

_input(fields, parameters) := testing.bundle_input({
	"as_of": {"day": 21000, "text": "2027-12-20"},
	"declarations": [testing.declaration(object.union({"product_category": testing.stated("water meter"), "assessor": {"type": testing.stated("third_party")}}, fields))],
	"parameters": {"cra": {"class_route": object.union(_parameters, parameters)}},
})

_stated(class, route) := {"cra": {"state": "stated", "class": testing.stated(class), "route": testing.stated(route)}}

_codes(set) := {s.code | some s in set}

test_open_routes_are_a_basis if {
	every class, routes in {
		"default": ["module_a", "module_h"],
		"important_1": ["module_b_c", "module_h"],
		"important_2": ["module_b_c", "certification"],
		"critical": ["certification"],
	} {
		every route in routes {
			given := _input(_stated(class, route), {})
			requirement.basis == {{
				"code": "open",
				"args": {"class": replace(class, "_", " "), "route": replace(route, "_", " ")},
				"at": ["declarations", 0, "cra"],
				"level": "asserted",
			}} with input as given
			requirement.violation == set() with input as given
			requirement.review == set() with input as given
		}
	}
}

test_class_that_the_maker_may_not_assess_alone_is_a_violation if {
	every class in ["important_2", "critical"] {
		given := _input(_stated(class, "module_a"), {})
		_codes(requirement.violation) == {"alone"} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_important_product_without_a_listed_standard_is_a_violation if {
	given := _input(object.union(_stated("important_1", "module_a"), {"standards": testing.items([testing.standard({"id": testing.stated("iec62443-4-1")})])}), {})
	_codes(requirement.violation) == {"no_listed_standard"} with input as given
	requirement.basis == set() with input as given
}

test_important_product_with_a_listed_standard_is_for_review if {
	catalogue := {"conformity.known_standard": {"members": {"en-x": {"columns": {"names": ["en-x"], "listed_for_cra": "2027-06-01"}}}}}
	given := _input(object.union(_stated("important_1", "module_a"), {"standards": testing.items([testing.standard({"id": testing.stated("EN-X")})])}), {})
	requirement.review == {{
		"code": "standards",
		"args": {"class": "important 1", "standards": "EN-X"},
		"at": ["declarations", 0, "cra", "route"],
	}} with input as given with data.bidgate.catalog.requirements as catalogue
	requirement.violation == set() with input as given with data.bidgate.catalog.requirements as catalogue
}

test_free_software_is_for_review if {
	every class in ["important_1", "important_2"] {
		given := _input(_stated(class, "module_a"), {"free_software": true})
		_codes(requirement.review) == {"free"} with input as given
		requirement.violation == set() with input as given
		requirement.basis == set() with input as given
	}
}

test_free_software_of_the_critical_class_is_a_violation if {
	given := _input(_stated("critical", "module_a"), {"free_software": true})
	_codes(requirement.violation) == {"alone"} with input as given
}

test_default_product_that_sounds_listed_is_for_review if {
	every fields in [{"product_category": testing.stated("Home Router with VPN")}, {"product_details": {"type": testing.stated("vpn router")}}] {
		every route in ["module_a", "module_h"] {
			given := _input(object.union(_stated("default", route), fields), {})
			requirement.review == {{"code": "sounds_listed", "args": {"words": "router, vpn"}, "at": ["declarations", 0, "cra", "class"]}} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_missing_field_is_a_violation if {
	every field in ["class", "route"] {
		every state in states.missing {
			given := _input({"cra": object.union(_stated("default", "module_a").cra, {field: {"state": state}})}, {})
			{[v.code, v.at[3]] | some v in requirement.violation} == {["not_stated", field]} with input as given
			requirement.basis == set() with input as given
		}
	}
}

test_field_that_is_not_told_is_for_review if {
	every field in ["class", "route"] {
		every state in states.told {
			given := _input({"cra": object.union(_stated("default", "module_a").cra, {field: {"state": state}})}, {})
			{[r.code, r.at[3]] | some r in requirement.review} == {["declared", field]} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_default_product_without_a_type_is_for_review if {
	every state in states.missing | states.told {
		given := _input(object.union(_stated("default", "module_a"), {"product_category": {"state": state, "value": ""}}), {})
		requirement.review == {{"code": "no_type", "args": {}, "at": ["declarations", 0, "cra", "class"]}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_route_of_a_body_without_an_assessor_from_outside_is_for_review if {
	every type in [testing.stated("self"), {"state": "absent", "value": ""}, {"state": "unknown", "value": ""}] {
		given := _input(object.union(_stated("important_2", "module_h"), {"assessor": {"type": type}}), {})
		requirement.review == {{"code": "no_body", "args": {"route": "module h"}, "at": ["declarations", 0, "cra", "route"]}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
		alone := _input(object.union(_stated("default", "module_a"), {"assessor": {"type": type}}), {})
		_codes(requirement.basis) == {"open"} with input as alone
	}
}

package bidgate.requirement.network.traffic_described_test

import data.bidgate.lib.testing
import data.bidgate.requirement.network.traffic_described as requirement

_input(descriptions, ends) := testing.bundle_input({
	"as_of": testing.day(500),
	"attachments": array.concat(
		[testing.attachment({"form": "pdf"})],
		[testing.attachment({"form": "mud", "traffic": object.union(_traffic, d)}) | some d in descriptions],
	),
	"declarations": [testing.declaration({"support": {"end": end}}) | some end in ends],
})

_traffic := {"state": "stated", "supported": testing.stated(true), "rules": 4, "hosts": testing.items([])}

_hosts(declared) := {"hosts": testing.items([testing.host({"name": sprintf("%s.example", [d]), "declared": d}) | some d in declared])}

_at(field) := ["attachments", 1, "traffic", field]

test_described_traffic_is_a_basis if {
	given := _input([_hosts(["zone", "service"])], [testing.date(900)])
	requirement.basis == {{
		"code": "described",
		"args": {"rules": 4, "hosts": 2},
		"at": ["attachments", 1, "traffic"],
		"level": "asserted",
	}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_product_without_support_that_is_promised_is_a_violation if {
	given := _input([{"supported": testing.stated(false)}], [testing.date(900), testing.date(600), testing.date(1)])
	requirement.violation == {{
		"code": "not_supported",
		"args": {"day": 900},
		"at": _at("supported"),
	}} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_product_without_support_is_for_review if {
	every ends in [[], [testing.date(499)], [{"state": "unknown"}]] {
		given := _input([{"supported": testing.stated(false)}], ends)
		requirement.review == {{"code": "out_of_support", "args": {}, "at": _at("supported")}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_support_that_is_not_told_is_for_review if {
	every state in testing.unstated {
		given := _input([{"supported": {"state": state, "value": false}}], [])
		requirement.review == {{
			"code": "support_not_told",
			"args": {"state": state},
			"at": _at("supported"),
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_description_without_rules_is_for_review if {
	given := _input([{"rules": 0}], [])
	requirement.review == {{"code": "no_rules", "args": {}, "at": ["attachments", 1, "traffic"]}} with input as given
	requirement.basis == set() with input as given
}

test_host_that_nothing_else_speaks_of_is_for_review if {
	given := _input([_hosts(["zone", "none"])], [])
	requirement.review == {{
		"code": "other_host",
		"args": {"host": "none.example"},
		"at": ["attachments", 1, "traffic", "hosts", "items", 1],
	}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_bundle_without_a_description_is_for_review if {
	given := _input([], [testing.date(900)])
	requirement.review == {{"code": "not_described", "args": {}, "at": ["bundle"]}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

_about(name, version) := testing.bundle_input({
	"as_of": testing.day(500),
	"attachments": [testing.attachment({"form": "mud", "traffic": _traffic, "product": {"name": testing.stated(name), "version": testing.stated(version)}})],
	"declarations": [testing.declaration({"product": {"name": testing.stated("FG-200 Gateway"), "version": testing.stated("2.1.0")}})],
})

test_traffic_of_another_product_is_for_review if {
	every case in [["Gas Meter", "2.1.0", "name"], ["fg-200", "1.0.4", "version"]] {
		[name, version, field] := case
		given := _about(name, version)
		{[r.code, r.args.field] | some r in requirement.review} == {["of_another", field]} with input as given
		requirement.basis == set() with input as given
	}
	every name in ["fg-200", "Acme FG-200 Gateway"] {
		given := _about(name, "v2.1.0")
		requirement.review == set() with input as given
		count(requirement.basis) == 1 with input as given
	}
}

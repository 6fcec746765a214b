package bidgate.requirement.sbom.hardware_parts_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.hardware_parts as requirement

_device(fields) := testing.component(object.union(
	{"type": "device", "from": "components", "name": "MC9A22-1034", "states": {"producer": "absent", "supplier": "stated", "identifier": "absent"}},
	fields,
))

_with(required, components, properties) := testing.bundle_input({
	"sboms": [testing.sbom({})],
	"components": [components],
	"properties": [properties],
	"parameters": {"sbom": {"hardware_parts": {"required": required, "number_properties": ["cdx:device:sku"]}}},
})

_input(components) := _with(true, components, [])

_codes(set) := {[s.code, s.at] | some s in set}

test_devices_with_maker_and_number_are_a_basis if {
	given := _input([_device({}), testing.component({"type": "library", "name": "zlib"})])
	requirement.basis == {{"code": "listed", "args": {"n": 1}, "at": ["sboms", 0], "level": "verified"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_number_may_be_an_identifier_or_a_property if {
	identified := _input([_device({"name": "Radio", "states": {"identifier": "stated"}})])
	count(requirement.basis) == 1 with input as identified
	named := _with(true, [_device({"name": "Radio"})], [{"of": "component", "row": 0, "in": "", "name": "cdx:device:sku", "value": "R"}])
	count(requirement.basis) == 1 with input as named
	every property in [{"of": "component", "row": 1, "in": "", "name": "cdx:device:sku", "value": "R"}, {"of": "component", "row": 0, "in": "", "name": "cdx:device:sku", "value": " "}, {"of": "service", "row": 0, "in": "", "name": "cdx:device:sku", "value": "R"}] {
		given := _with(true, [_device({"name": "Radio"})], [property])
		_codes(requirement.violation) == {["no_number", ["components", 0, 0]]} with input as given
		requirement.basis == set() with input as given
	}
}

test_device_of_nobody_is_a_violation if {
	every state in states.missing {
		given := _input([_device({}), _device({"states": {"producer": state, "supplier": "absent"}})])
		{[v.code, v.args.state, v.at] | some v in requirement.violation} == {["no_maker", state, ["components", 0, 1]]} with input as given
		requirement.basis == set() with input as given
	}
}

test_maker_that_is_not_told_is_for_review if {
	every state in states.told {
		given := _input([_device({"states": {"producer": state, "supplier": "absent"}})])
		{[r.code, r.args.state] | some r in requirement.review} == {["declared", state]} with input as given
		requirement.violation == set() with input as given
		requirement.basis == set() with input as given
	}
}

test_no_device_is_a_violation_where_hardware_is_asked_for if {
	given := _input([testing.component({"type": "library"})])
	_codes(requirement.violation) == {["no_parts", ["sboms", 0]]} with input as given
	requirement.basis == set() with input as given
}

test_device_that_is_a_tool_is_no_part if {
	given := _input([_device({"from": "tools"})])
	_codes(requirement.violation) == {["no_parts", ["sboms", 0]]} with input as given
}

test_hardware_that_nobody_asks_for_is_nothing_to_judge if {
	given := _with(false, [_device({"states": {"supplier": "absent"}})], [])
	_codes(requirement.not_applicable) == {["not_asked", ["sboms", 0]]} with input as given
	requirement.violation == set() with input as given
	requirement.basis == set() with input as given
}

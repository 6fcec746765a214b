package bidgate.requirement.sbom.placeholders_test

import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.placeholders as requirement

_fields := {
	"component_name": "name",
	"component_version": "version",
	"component_identifier": "identifier",
	"component_producer": "producer",
	"component_supplier": "supplier",
	"component_hash": "hash",
	"component_licence": "licence",
}

_input(facts) := testing.bundle_input({
	"sboms": [testing.sbom({"facts": facts})],
	"parameters": {"sbom": {"placeholders": {"max_share": 0.1}}},
})

test_few_placeholders_are_a_basis if {
	given := _input({
		"component_name": {"all": {"stated": 10}},
		"component_version": {"all": {"stated": 8, "placeholder": [3, 4]}},
	})
	requirement.basis == {{
		"code": "real",
		"args": {"filled": 20, "placeholders": 2, "max_share": 0.1},
		"at": ["sboms", 0],
		"level": "verified",
	}} with input as given
	requirement.violation == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_many_placeholders_in_any_field_are_a_violation if {
	every field, name in _fields {
		given := _input({field: {"all": {"stated": 8, "placeholder": [3, 4]}}})
		requirement.violation == {{
			"code": "placeholder",
			"args": {"n": 2, "field": name, "filled": 10, "placeholders": 2, "max_share": 0.1},
			"at": ["sboms", 0, "facts", field, "all", "placeholder"],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.not_applicable == set() with input as given
	}
}

test_sbom_without_values_has_nothing_to_judge if {
	given := _input({})
	requirement.not_applicable == {{"code": "nothing_filled", "args": {}, "at": ["sboms", 0], "level": "verified"}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_no_sbom_is_silent if {
	given := object.union(_input({}), {"sboms": []})
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

package bidgate.requirement.sbom.document_identity_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.document_identity as requirement

_serial := "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79"

_whole := {"serial_number": testing.stated(_serial), "version": testing.stated(1)}

_input(sbom) := testing.bundle_input({"sboms": [testing.sbom(sbom)]})

test_serial_number_and_version_are_a_basis if {
	given := _input(_whole)
	requirement.basis == {{
		"code": "identified",
		"args": {"serial": _serial, "version": 1},
		"at": ["sboms", 0, "serial_number"],
		"level": "verified",
	}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_field_is_a_violation if {
	every field, name in {"serial_number": "serial number", "version": "version"} {
		every state in states.missing {
			given := _input(object.union(_whole, {field: {"state": state}}))
			requirement.violation == {{
				"code": "not_stated",
				"args": {"field": name, "state": state},
				"at": ["sboms", 0, field],
			}} with input as given
			requirement.basis == set() with input as given
			requirement.review == set() with input as given
		}
	}
}

test_declared_field_is_for_review if {
	every field, name in {"serial_number": "serial number", "version": "version"} {
		every state in states.told {
			given := _input(object.union(_whole, {field: {"state": state}}))
			requirement.review == {{
				"code": "declared",
				"args": {"field": name, "state": state},
				"at": ["sboms", 0, field],
			}} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_no_sbom_is_silent if {
	given := testing.bundle_input({})
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_number_of_zeros_is_a_violation if {
	given := _input(object.union(_whole, {"serial_number": testing.stated("urn:uuid:00000000-0000-0000-0000-000000000000")}))
	requirement.violation == {{"code": "no_number", "args": {}, "at": ["sboms", 0, "serial_number"]}} with input as given
	requirement.basis == set() with input as given
}

package bidgate.requirement.network.tls_test

import data.bidgate.lib.testing
import data.bidgate.requirement.network.tls as requirement

_input(versions) := testing.bundle_input({"declarations": [testing.declaration({"networks": {
	"state": "stated",
	"tls_versions": versions,
}})]})

_at := ["declarations", 0, "networks", "tls_versions"]

test_newest_version_is_a_basis if {
	given := _input(testing.items(["tls1.2", "tls1.3"]))
	requirement.basis == {{"code": "current", "args": {}, "at": _at, "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_old_version_is_a_violation if {
	every version in ["ssl3", "tls1.0", "tls1.1"] {
		given := _input(testing.items([version, "tls1.3"]))
		requirement.violation == {{"code": "old", "args": {"version": version}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_without_the_newest_a_person_looks if {
	given := _input(testing.items(["tls1.2"]))
	requirement.review == {{"code": "not_newest", "args": {}, "at": _at}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_missing_list_is_a_violation if {
	every state in ["absent", "placeholder", "invalid"] {
		given := _input({"state": state, "items": []})
		requirement.violation == {{"code": "not_stated", "args": {"state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
}

test_list_that_is_not_told_is_for_review if {
	every state in ["unknown", "withheld", "unsupported"] {
		given := _input({"state": state, "items": []})
		requirement.review == {{"code": "declared", "args": {"state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
}

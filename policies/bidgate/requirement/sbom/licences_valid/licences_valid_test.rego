package bidgate.requirement.sbom.licences_valid_test

import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.licences_valid as requirement

_input(counts) := testing.bundle_input({
	"sboms": [testing.sbom({"facts": {"fields": {"licence_spdx": {"software": counts}}}})],
	"parameters": {"sbom": {"licences_valid": {"max_share": 0.25}}},
})

_at := ["sboms", 0, "facts", "fields", "licence_spdx"]

test_ids_of_the_list_are_a_basis if {
	given := _input({"total": 5, "stated": 3, "invalid": 1, "absent": 1})
	requirement.basis == {{"code": "spdx", "args": {"stated": 3, "total": 4}, "at": _at, "level": "verified"}} with input as given
	requirement.violation == set() with input as given
}

test_many_others_are_a_violation if {
	given := _input({"total": 4, "stated": 2, "invalid": 2})
	requirement.violation == {{"code": "not_spdx", "args": {"n": 2, "total": 4, "max_share": 0.25}, "at": _at}} with input as given
	requirement.basis == set() with input as given
}

test_no_licence_at_all_is_judged_elsewhere if {
	given := _input({"total": 4, "absent": 4})
	requirement.not_applicable == {{"code": "no_licence", "args": {}, "at": ["sboms", 0], "level": "verified"}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

package bidgate.requirement.sbom.hash_strength_test

import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.hash_strength as requirement

_input(weak, bits256, bits512) := testing.bundle_input({
	"sboms": [testing.sbom({"facts": {"hashes": {
		"weak_only": weak,
		"strength": {"all": {"weak": count(weak), "bits256": bits256, "bits512": bits512}},
	}}})],
	"parameters": {"sbom": {"hash_strength": {"max_share": 0.1}}},
})

test_strong_hashes_are_a_basis if {
	given := _input([7], 5, 4)
	requirement.basis == {{"code": "strong", "args": {"strong": 9, "total": 10}, "at": ["sboms", 0], "level": "verified"}} with input as given
	requirement.violation == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_weak_hashes_are_a_violation if {
	given := _input([7, 8], 4, 4)
	requirement.violation == {{
		"code": "weak",
		"args": {"n": 2, "total": 10, "max_share": 0.1},
		"at": ["sboms", 0, "facts", "hashes", "weak_only"],
	}} with input as given
	requirement.basis == set() with input as given
}

test_sbom_without_hashes_is_not_judged_here if {
	given := _input([], 0, 0)
	requirement.not_applicable == {{"code": "no_hash", "args": {}, "at": ["sboms", 0], "level": "verified"}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_no_sbom_is_silent if {
	given := object.union(_input([], 1, 1), {"sboms": []})
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

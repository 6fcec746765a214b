package bidgate.requirement.sbom.author_signature_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.author_signature as requirement

_input(state, paths) := testing.bundle_input({
	"sboms": [testing.sbom({"document": 0, "facts": {"document": {"signature": state}}})],
	"bundle": {"documents": [testing.document({"path": path}) | some path in paths]},
})

test_signature_is_a_basis if {
	given := _input("stated", ["a.cdx.json"])
	requirement.basis == {{"code": "signed", "args": {}, "at": ["sboms", 0], "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_signature_is_a_violation if {
	every state in states.missing {
		given := _input(state, ["a.cdx.json", "b.sig"])
		requirement.violation == {{"code": "not_signed", "args": {"state": state}, "at": ["sboms", 0]}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_declared_signature_is_for_review if {
	every state in states.told {
		given := _input(state, ["a.cdx.json"])
		requirement.review == {{"code": "declared", "args": {"state": state}, "at": ["sboms", 0]}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_file_beside_the_sbom_is_for_review if {
	given := _input("absent", ["a.cdx.json", "a.cdx.json.sig"])
	requirement.review == {{"code": "beside", "args": {"path": "a.cdx.json.sig"}, "at": ["sboms", 0]}} with input as given
	requirement.violation == set() with input as given
	requirement.basis == set() with input as given
	signed := _input("stated", ["a.cdx.json", "a.cdx.json.sig"])
	requirement.review == set() with input as signed
}

test_no_sbom_is_silent if {
	given := testing.bundle_input({})
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

_covered(fields) := testing.bundle_input({
	"sboms": [testing.sbom({"document": 0, "facts": {"document": {"signature": "absent"}}})],
	"bundle": {"documents": [testing.document({"path": "a.cdx.json"}), testing.document({"path": "a.cdx.json.sig"})]},
	"signatures": [testing.signature(object.union({"document": 1, "form": "detached", "covers": [0]}, fields))],
})

test_signature_that_names_the_sbom_is_a_basis if {
	every outcome in {"not_checked", "unknown_key", "expired", "broken", "unsupported"} {
		given := _covered({"outcome": outcome})
		requirement.basis == {{"code": "covered", "args": {"path": "a.cdx.json.sig"}, "at": ["sboms", 0], "level": "asserted"}} with input as given
		requirement.violation == set() with input as given
		requirement.review == set() with input as given
	}
}

test_verified_signature_is_a_stronger_basis if {
	given := _covered({"outcome": "verified", "owner": "Acme"})
	requirement.basis == {{"code": "verified", "args": {"owner": "Acme"}, "at": ["sboms", 0], "level": "verified"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_signature_over_other_bytes_is_none if {
	given := _covered({"outcome": "verified", "covers": [], "changed": [0]})
	requirement.basis == set() with input as given
	requirement.review == {{"code": "beside", "args": {"path": "a.cdx.json.sig"}, "at": ["sboms", 0]}} with input as given
}

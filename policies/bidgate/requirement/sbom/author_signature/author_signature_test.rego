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

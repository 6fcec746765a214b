package bidgate.requirement.cryptography.use_agrees_test

import data.bidgate.lib.testing
import data.bidgate.requirement.cryptography.use_agrees as requirement

_input(status, names, assets) := testing.bundle_input({
	"declarations": [testing.declaration({"answers": [testing.answer({"requirement": testing.stated("IR8259a-DP-1"), "status": testing.stated(status)})]})],
	"sboms": [testing.sbom({})],
	"components": [[testing.component({"name": name}) | some name in names]],
	"crypto": [assets],
	"parameters": {"cryptography": {"use_agrees": {"clauses": ["ir8259a-dp-1"], "libraries": ["OpenSSL"]}}},
})

_at := ["declarations", 0, "answers", 0]

test_no_library_agrees if {
	given := _input("not_applicable", ["zlib", "opensslish"], [])
	requirement.basis == {{"code": "agrees", "args": {"clause": "IR8259a-DP-1"}, "at": _at, "level": "verified"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_library_is_for_review if {
	every name in ["OpenSSL", "lib-openssl"] {
		given := _input("not_applicable", ["zlib", name], [])
		requirement.review == {{"code": "library", "args": {"clause": "IR8259a-DP-1", "library": name}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_asset_is_a_violation if {
	given := _input("not_applicable", ["zlib"], [testing.crypto_asset({})])
	requirement.violation == {{"code": "asset", "args": {"clause": "IR8259a-DP-1", "n": 1}, "at": _at}} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_other_answers_deny_nothing if {
	given := _input("met", ["openssl"], [testing.crypto_asset({})])
	requirement.not_applicable == {{"code": "not_denied", "args": {}, "at": ["declarations", 0], "level": "verified"}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

_module(name, listed) := object.union(_input("met", listed, []), {
	"declarations": [testing.declaration({"cmvp": testing.items([testing.module_certificate({"module": testing.stated(name)})])})],
	"parameters": {"cryptography": {"use_agrees": {"clauses": [], "libraries": [], "common": ["module", "cryptographic"]}}},
})

test_validated_module_that_no_sbom_lists_is_for_review if {
	given := _module("Wolfvault Cryptographic Module", ["zlib", "cryptographic-module"])
	requirement.review == {{
		"code": "module",
		"args": {"module": "Wolfvault Cryptographic Module"},
		"at": ["declarations", 0, "cmvp", "items", 0],
	}} with input as given
	requirement.basis == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_validated_module_that_is_listed_agrees if {
	given := _module("Wolfvault Cryptographic Module", ["libwolfvault-fips"])
	{b.code | some b in requirement.basis} == {"listed"} with input as given
	requirement.review == set() with input as given
}

package bidgate.requirement.cryptography.cnsa_2_test

import data.bidgate.lib.testing
import data.bidgate.requirement.cryptography.cnsa_2 as requirement

_input(name, fields) := testing.bundle_input({
	"sboms": [testing.sbom({})],
	"components": [[testing.component({"name": name})]],
	"crypto": [[testing.crypto_asset(object.union({"row": 0, "asset_type": "algorithm"}, fields))]],
})

_at := ["crypto", 0, 0]

test_algorithm_of_the_suite_is_a_basis if {
	every row in [
		["symmetric", "AES-256-GCM", {"primitive": "ae"}], ["symmetric", "AES", {"primitive": "block-cipher", "parameter_set": "256"}],
		["hash", "SHA-384", {"primitive": "hash"}], ["key_establishment", "ML-KEM-1024", {"primitive": "kem"}],
		["signature", "ML-DSA", {"primitive": "signature", "parameter_set": "87"}], ["signature", "XMSS", {"primitive": "signature"}],
	] {
		given := _input(row[1], row[2])
		requirement.basis == {{"member": row[0], "code": "of_the_suite", "args": {"n": 1, "assets": [row[1]]}, "at": ["crypto", 0], "level": "verified"}} with input as given
		requirement.violation | requirement.review == set() with input as given
		count(requirement.not_applicable) == 3 with input as given
	}
}

test_other_algorithm_is_a_violation if {
	every row in [
		["symmetric", "AES-128-GCM", "ae"], ["hash", "SHA-256", "hash"], ["key_establishment", "X25519", "key-agree"],
		["key_establishment", "ML-KEM-768", "kem"], ["signature", "SLH-DSA-256s", "signature"],
	] {
		given := _input(row[1], {"primitive": row[2]})
		requirement.violation == {{"member": row[0], "code": "not_of_the_suite", "args": {"asset": row[1]}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
}

test_suite_of_before_and_open_sizes_are_for_review if {
	every row in [
		["transitional", "signature", "ECDSA", {"primitive": "signature", "curve": "nist/P-384"}],
		["transitional", "key_establishment", "RSA-3072", {"primitive": "pke"}],
		["size_open", "symmetric", "AES", {"primitive": "ae"}], ["size_open", "signature", "ML-DSA", {"primitive": "signature"}],
	] {
		given := _input(row[2], row[3])
		requirement.review == {{"member": row[1], "code": row[0], "args": {"asset": row[2]}, "at": _at}} with input as given
		requirement.violation | requirement.basis == set() with input as given
	}
}

test_algorithm_of_the_subject_counts if {
	given := object.union(_input("x", {"row": -1, "primitive": "hash"}), {"sboms": [testing.sbom({"subject": {"name": testing.stated("SHA-512")}})]})
	count(requirement.basis) == 1 with input as given
}

test_certificates_and_other_kinds_are_not_judged if {
	every fields in [{"asset_type": "certificate", "primitive": "hash"}, {"primitive": "mac"}] {
		given := _input("MD5", fields)
		count(requirement.not_applicable) == 4 with input as given
		requirement.violation | requirement.basis == set() with input as given
	}
}

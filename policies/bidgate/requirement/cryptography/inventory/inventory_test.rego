package bidgate.requirement.cryptography.inventory_test

import data.bidgate.lib.testing
import data.bidgate.requirement.cryptography.inventory as requirement

_input(names, assets) := testing.bundle_input({
	"sboms": [testing.sbom({})],
	"components": [[testing.component({"name": name}) | some name in names]],
	"crypto": [assets],
	"parameters": {"cryptography": {"inventory": {"libraries": ["OpenSSL"]}}},
})

test_assets_are_a_basis if {
	given := _input(["openssl"], [testing.crypto_asset({})])
	requirement.basis == {{"code": "listed", "args": {"n": 1}, "at": ["crypto", 0], "level": "verified"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_library_without_assets_is_a_violation if {
	given := _input(["zlib", "openssl"], [])
	requirement.violation == {{"code": "no_assets", "args": {"library": "openssl"}, "at": ["components", 0, 1]}} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_nothing_of_cryptography_is_for_review if {
	given := _input(["zlib"], [])
	requirement.review == {{"code": "not_listed", "args": {}, "at": ["sboms", 0]}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

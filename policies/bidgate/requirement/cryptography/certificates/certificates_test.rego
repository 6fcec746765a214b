package bidgate.requirement.cryptography.certificates_test

import data.bidgate.lib.testing
import data.bidgate.requirement.cryptography.certificates as requirement

_input(ends) := testing.bundle_input({
	"as_of": testing.day(100),
	"sboms": [testing.sbom({})],
	"crypto": [[testing.crypto_asset({"asset_type": "certificate", "not_after": end}) | some end in ends]],
})

test_certificates_in_force_are_a_basis if {
	given := _input([testing.date(100), testing.date(200)])
	requirement.basis == {{"code": "in_force", "args": {"n": 2}, "at": ["crypto", 0], "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
}

test_expired_certificate_is_a_violation if {
	given := _input([testing.date(99), testing.date(200)])
	requirement.violation == {{"code": "expired", "args": {"end": 99}, "at": ["crypto", 0, 0]}} with input as given
	requirement.basis == set() with input as given
}

test_certificate_without_an_end_is_for_review if {
	every state in testing.unstated {
		given := _input([{"state": state}])
		requirement.review == {{"code": "no_end", "args": {"state": state}, "at": ["crypto", 0, 0]}} with input as given
		requirement.basis == set() with input as given
	}
}

test_without_certificates_nothing_is_judged if {
	given := _input([])
	requirement.not_applicable == {{"code": "none", "args": {}, "at": ["crypto", 0], "level": "verified"}} with input as given
	requirement.basis == set() with input as given
}

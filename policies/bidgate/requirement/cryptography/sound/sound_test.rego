package bidgate.requirement.cryptography.sound_test

import data.bidgate.lib.testing
import data.bidgate.requirement.cryptography.sound as requirement

_input(names) := testing.bundle_input({
	"sboms": [testing.sbom({})],
	"components": [[testing.component({"name": name}) | some name in names]],
	"crypto": [[testing.crypto_asset({"row": j}) | some j, _ in names]],
})

test_other_algorithms_are_a_basis if {
	given := _input(["AES-256-GCM", "SHA-256"])
	count(requirement.basis) == 9 with input as given
	{b.args.n | some b in requirement.basis} == {2} with input as given
	requirement.violation == set() with input as given
}

test_broken_algorithm_is_a_violation if {
	every member, name in {"des": "DES", "3des": "3DES", "rc4": "RC4", "md5": "MD5", "sha1": "SHA-1", "dsa": "DSA", "dual_ec": "Dual_EC", "rsa_short": "RSA-1024"} {
		given := _input(["AES-256-GCM", name])
		requirement.violation == {{"member": member, "code": "used", "args": {"asset": name}, "at": ["crypto", 0, 1]}} with input as given
		{b | some b in requirement.basis; b.member == member} == set() with input as given
	}
}

test_without_assets_nothing_is_judged if {
	given := _input([])
	count(requirement.not_applicable) == 9 with input as given
	requirement.basis == set() with input as given
}

test_old_protocol_is_a_violation if {
	every version, codes in {"1.0": {"used"}, "1.1": {"used"}, "1.2": set(), "1.3": set()} {
		given := testing.bundle_input({
			"sboms": [testing.sbom({})],
			"components": [[testing.component({"name": "to the cloud"})]],
			"crypto": [[testing.crypto_asset({"row": 0, "protocol": "tls", "version": version})]],
		})
		{v.code | some v in requirement.violation; v.member == "old_tls"} == codes with input as given
	}
}

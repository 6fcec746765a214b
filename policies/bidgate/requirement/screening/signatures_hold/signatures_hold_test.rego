package bidgate.requirement.screening.signatures_hold_test

import data.bidgate.lib.testing
import data.bidgate.requirement.screening.signatures_hold as requirement

_given(rows) := testing.bundle_input({
	"bundle": {"documents": [testing.document({"path": "a.json"}), testing.document({"path": "s.dsse"})]},
	"signatures": [testing.signature(object.union({"document": 1, "owner": "Acme"}, row)) | some row in rows],
})

test_signatures_that_hold_are_a_basis if {
	every outcome in {"verified", "expired", "not_yet_valid"} {
		given := _given([{"outcome": outcome, "covers": [0]}, {"outcome": "unknown_key", "changed": [0]}])
		requirement.basis == {{"code": "hold", "args": {"n": 1}, "at": ["bundle"], "level": "verified"}} with input as given
		requirement.violation == set() with input as given
		requirement.not_applicable == set() with input as given
	}
}

test_each_change_is_a_violation if {
	given := _given([{"outcome": "expired", "changed": [0], "added": [1], "removed": ["x"]}])
	requirement.violation == {
		{"code": "changed", "args": {"path": "a.json", "owner": "Acme"}, "at": ["signatures", 0]},
		{"code": "added", "args": {"path": "s.dsse", "owner": "Acme"}, "at": ["signatures", 0]},
		{"code": "removed", "args": {"path": "x", "owner": "Acme"}, "at": ["signatures", 0]},
	} with input as given
	requirement.basis == set() with input as given
}

test_broken_signature_is_a_violation if {
	given := _given([{"outcome": "verified", "covers": [0]}, {"outcome": "broken", "owner": "", "key_id": "k"}])
	requirement.violation == {{"code": "broken", "args": {"path": "s.dsse", "owner": "the owner of k"}, "at": ["signatures", 1]}} with input as given
	requirement.basis == set() with input as given
}

test_without_keys_nothing_is_judged if {
	given := _given([{"outcome": "not_checked", "changed": [0]}])
	requirement.not_applicable == {{"code": "no_keys", "args": {}, "at": ["bundle"], "level": "verified"}} with input as given
	requirement.violation == set() with input as given
	requirement.basis == set() with input as given
}

test_signatures_of_unknown_keys_are_not_judged if {
	every rows in [[], [{"outcome": "unknown_key", "changed": [0]}], [{"outcome": "unsupported"}]] {
		given := _given(rows)
		requirement.not_applicable == {{"code": "none", "args": {}, "at": ["bundle"], "level": "verified"}} with input as given
		requirement.violation == set() with input as given
		requirement.basis == set() with input as given
	}
}

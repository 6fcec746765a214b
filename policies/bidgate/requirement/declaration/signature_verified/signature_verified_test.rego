package bidgate.requirement.declaration.signature_verified_test

import data.bidgate.lib.testing
import data.bidgate.requirement.declaration.signature_verified as requirement

_at := ["declarations", 0, "affirmation"]

_given(required, rows) := testing.bundle_input({
	"declarations": [testing.declaration({"document": 0, "id": testing.stated("D-1")})],
	"bundle": {"documents": [testing.document({"path": "a.json"}), testing.document({"path": "a.json.sig"})]},
	"signatures": [testing.signature(object.union({"document": 1, "covers": [0]}, row)) | some row in rows],
	"parameters": {"declaration": {"signature_verified": {"required": required}}},
})

test_verified_signature_is_a_basis if {
	given := _given(true, [{"outcome": "verified", "owner": "Acme"}])
	requirement.basis == {{"code": "verified", "args": {"owner": "Acme"}, "at": ["declarations", 0], "level": "verified"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_verified_signature_outweighs_others if {
	every outcome in {"not_checked", "unknown_key", "expired", "broken", "unsupported"} {
		given := _given(true, [{"outcome": "verified", "key_id": "k1"}, {"outcome": outcome}])
		requirement.basis == {{"code": "verified", "args": {"owner": "the owner of k1"}, "at": ["declarations", 0], "level": "verified"}} with input as given
		requirement.violation == set() with input as given
		requirement.review == set() with input as given
	}
}

test_what_cannot_be_verified_is_for_review if {
	every outcome in {"not_checked", "unknown_key", "unsupported"} {
		given := _given(false, [{"outcome": outcome}])
		requirement.review == {{"code": outcome, "args": {"path": "a.json.sig"}, "at": _at}} with input as given
		requirement.violation == set() with input as given
		requirement.basis == set() with input as given
		requirement.not_applicable == set() with input as given
	}
}

test_key_that_does_not_count_is_for_review if {
	every outcome in {"expired", "not_yet_valid"} {
		given := _given(true, [{"outcome": outcome, "owner": "Acme"}])
		requirement.review == {{"code": outcome, "args": {"path": "a.json.sig", "owner": "Acme"}, "at": _at}} with input as given
		requirement.violation == set() with input as given
		requirement.basis == set() with input as given
	}
}

test_broken_signature_is_a_violation if {
	given := _given(false, [{"outcome": "broken"}])
	requirement.violation == {{"code": "broken", "args": {"path": "a.json.sig"}, "at": _at}} with input as given
	requirement.review == set() with input as given
	requirement.basis == set() with input as given
}

test_signature_that_holds_over_other_bytes_is_a_violation if {
	every outcome in {"verified", "expired", "not_yet_valid"} {
		given := _given(false, [{"outcome": outcome, "covers": [], "changed": [0]}])
		requirement.violation == {{"code": "broken", "args": {"path": "a.json.sig"}, "at": _at}} with input as given
		requirement.review == set() with input as given
		requirement.basis == set() with input as given
	}
}

test_unknown_signature_over_other_bytes_is_for_review if {
	given := _given(false, [{"outcome": "unknown_key", "covers": [], "changed": [0]}])
	requirement.review == {{"code": "unknown_key", "args": {"path": "a.json.sig"}, "at": _at}} with input as given
	requirement.violation == set() with input as given
	requirement.basis == set() with input as given
}

test_no_signature_is_a_violation_where_one_is_required if {
	given := _given(true, [])
	requirement.violation == {{"code": "not_signed", "args": {}, "at": _at}} with input as given
	requirement.not_applicable == set() with input as given
	requirement.basis == set() with input as given
}

test_no_signature_is_not_applicable_where_none_is_required if {
	given := _given(false, [])
	requirement.not_applicable == {{"code": "none", "args": {}, "at": _at, "level": "verified"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.basis == set() with input as given
}

test_signature_beside_the_bundle_is_named if {
	given := _given(false, [{"document": -1, "outcome": "not_checked"}])
	requirement.review == {{"code": "not_checked", "args": {"path": "the signature given beside the bundle"}, "at": _at}} with input as given
}

package bidgate.requirement.screening.bundle_signature_test

import data.bidgate.lib.testing
import data.bidgate.requirement.screening.bundle_signature as requirement

_given(required, vendor, rows) := testing.bundle_input({
	"offer": {"vendor": vendor},
	"bundle": {"documents": [testing.document({"path": "a.json"}), testing.document({"path": "bundle.dsse"})]},
	"signatures": [testing.signature(object.union({"document": 1, "form": "bundle", "whole": true, "covers": [0]}, row)) |
		some row in rows
	],
	"parameters": {"screening": {"bundle_signature": {"required": required}}},
})

_verified(owner) := {"code": "verified", "args": {"owner": owner, "n": 1}, "at": ["signatures", 0], "level": "verified"}

test_verified_signature_is_a_basis if {
	given := _given(true, "acme", [{"outcome": "verified", "owner": "Acme"}])
	requirement.basis == {_verified("Acme")} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_key_of_nobody_named_is_the_vendors if {
	given := _given(true, "Acme", [{"outcome": "verified"}])
	requirement.basis == {_verified("somebody unnamed")} with input as given
	nobody := _given(true, "", [{"outcome": "verified", "owner": "Acme"}])
	requirement.basis == {_verified("Acme")} with input as nobody
}

test_key_of_another_is_for_review if {
	given := _given(false, "Bolt", [{"outcome": "verified", "owner": "Acme"}])
	requirement.review == {{"code": "other_owner", "args": {"owner": "Acme", "vendor": "Bolt"}, "at": ["signatures", 0]}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	both := _given(false, "Bolt", [{"outcome": "verified", "owner": "Bolt"}, {"outcome": "verified", "owner": "Acme"}])
	requirement.review == set() with input as both
	requirement.basis == {_verified("Bolt")} with input as both
}

test_verified_signature_outweighs_others if {
	every outcome in {"not_checked", "unknown_key", "expired", "broken", "unsupported"} {
		given := _given(true, "", [{"outcome": "verified", "owner": "Acme"}, {"outcome": outcome}])
		requirement.basis == {_verified("Acme")} with input as given
		requirement.violation == set() with input as given
		requirement.review == set() with input as given
	}
}

test_what_cannot_be_verified_is_for_review if {
	every outcome in {"not_checked", "unknown_key", "unsupported"} {
		given := _given(true, "", [{"outcome": outcome}])
		requirement.review == {{"code": outcome, "args": {"path": "bundle.dsse"}, "at": ["signatures", 0]}} with input as given
		requirement.violation == set() with input as given
		requirement.basis == set() with input as given
	}
}

test_key_that_does_not_count_is_for_review if {
	every outcome in {"expired", "not_yet_valid"} {
		given := _given(true, "", [{"outcome": outcome, "owner": "Acme"}])
		requirement.review == {{"code": outcome, "args": {"owner": "Acme"}, "at": ["signatures", 0]}} with input as given
		requirement.violation == set() with input as given
		requirement.basis == set() with input as given
	}
}

test_bundle_that_was_changed_is_a_violation if {
	every outcome in {"verified", "expired", "not_yet_valid"} {
		given := _given(false, "", [{"outcome": outcome, "owner": "Acme", "changed": [0], "added": [1], "removed": ["x", "y"]}])
		requirement.violation == {{
			"code": "changed",
			"args": {"owner": "Acme", "changed": 1, "added": 1, "removed": 2},
			"at": ["signatures", 0],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_broken_signature_is_a_violation if {
	given := _given(false, "", [{"outcome": "broken", "key_id": "k"}])
	requirement.violation == {{"code": "broken", "args": {"path": "bundle.dsse", "owner": "the owner of k"}, "at": ["signatures", 0]}} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_no_signature_is_a_violation_where_one_is_required if {
	given := _given(true, "", [{"whole": false, "outcome": "verified"}])
	requirement.violation == {{"code": "not_signed", "args": {}, "at": ["bundle"]}} with input as given
	requirement.not_applicable == set() with input as given
	requirement.basis == set() with input as given
}

test_no_signature_is_not_applicable_where_none_is_required if {
	given := _given(false, "", [{"form": "dsse", "outcome": "verified"}])
	requirement.not_applicable == {{"code": "none", "args": {}, "at": ["bundle"], "level": "verified"}} with input as given
	requirement.violation == set() with input as given
	requirement.basis == set() with input as given
}

test_signature_over_nothing_is_no_basis if {
	given := _given(true, "", [{"outcome": "verified", "covers": []}])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

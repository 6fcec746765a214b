package bidgate.requirement.verification.build_provenance_test

import data.bidgate.lib.testing
import data.bidgate.requirement.verification.build_provenance as requirement

_statement(build, outcome, digest) := testing.attachment({
	"form": "dsse",
	"build": object.union(
		{
			"state": "stated",
			"builder": testing.stated("https://b.example"),
			"build_type": testing.stated("t"),
			"verifier": {"state": "absent", "value": ""},
			"levels": {"state": "absent", "items": []},
		},
		build,
	),
	"subjects": testing.items([{"name": testing.stated("gw.bin"), "digest": testing.stated(digest), "outcome": outcome, "document": -1, "location": "/subject/0"}]),
})

_sbom := testing.sbom({"subject": {"hashes": [{"algorithm": "SHA-256", "content": "AB"}, {"algorithm": "SHA-1", "content": "cd"}]}})

_input(level, builders, outcome, attachments) := testing.bundle_input({
	"sboms": [_sbom],
	"signatures": [testing.signature({"form": "dsse", "document": 0, "outcome": outcome})],
	"attachments": attachments,
	"parameters": {"verification": {"build_provenance": {"min_level": level, "builders": builders}}},
})

_shown(level, strength) := {{"code": "shown", "args": {"level": level}, "at": ["attachments", 0], "level": strength}}

test_statement_of_the_product_is_level_1 if {
	every row in [["same", "sha256:ff"], ["missing", "sha256:ab"]] {
		given := _input(1, [], "not_checked", [_statement({}, row[0], row[1])])
		requirement.basis == _shown(1, "evidenced") with input as given
		requirement.violation | requirement.review == set() with input as given
	}
}

test_signature_of_a_trusted_key_is_level_2 if {
	given := _input(2, [], "verified", [_statement({}, "same", "sha256:ff")])
	requirement.basis == _shown(2, "verified") with input as given
	weak := _input(2, [], "broken", [_statement({}, "same", "sha256:ff")])
	requirement.review == {{"code": "below", "args": {"level": 1, "min_level": 2}, "at": ["attachments", 0]}} with input as weak
	requirement.basis == set() with input as weak
}

test_builder_of_the_list_or_a_summary_is_level_3 if {
	given := _input(3, ["https://b.example"], "verified", [_statement({}, "same", "sha256:ff")])
	requirement.basis == _shown(3, "verified") with input as given
	summed := _input(3, [], "verified", [_statement({"levels": testing.items(["SLSA_BUILD_LEVEL_3"])}, "same", "sha256:ff")])
	requirement.basis == _shown(3, "verified") with input as summed
}

test_statement_of_something_else_is_for_review if {
	given := _input(1, [], "verified", [_statement({}, "missing", "sha256:cd")])
	requirement.review == {{"code": "of_something_else", "args": {}, "at": ["attachments", 0]}} with input as given
	requirement.basis == set() with input as given
}

test_no_statement_is_a_violation_where_one_is_asked_for if {
	given := _input(1, [], "broken", [])
	requirement.violation == {{"code": "none", "args": {"min_level": 1}, "at": ["bundle"]}} with input as given
	unasked := _input(0, [], "broken", [])
	requirement.not_applicable == {{"code": "not_asked", "args": {}, "at": ["bundle"], "level": "verified"}} with input as unasked
	requirement.violation | requirement.basis == set() with input as unasked
}

package bidgate.requirement.screening.manifest_test

import data.bidgate.lib.testing
import data.bidgate.requirement.screening.manifest as requirement

_input(state, outcomes) := testing.bundle_input({"bundle": {"manifest": {
	"state": state,
	"documents": [testing.manifest_document({"path": sprintf("%d.json", [i]), "outcome": outcome}) |
		some i, outcome in outcomes
	],
}}})

_basis(listed, same) := {
	"code": "complete",
	"args": {"listed": listed, "same": same},
	"at": ["bundle", "manifest"],
	"level": "verified",
}

_violation(code, i) := {
	"code": code,
	"args": {"path": sprintf("%d.json", [i])},
	"at": ["bundle", "manifest", "documents", i],
}

test_all_that_is_listed_is_a_basis if {
	given := _input("stated", ["same", "no_digest"])
	requirement.basis == {_basis(2, 1)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_missing_and_different_documents_are_violations if {
	given := _input("stated", ["same", "missing", "differs"])
	requirement.violation == {_violation("missing", 1), _violation("differs", 2)} with input as given
	requirement.basis == set() with input as given
}

test_manifest_that_lists_nothing_is_for_review if {
	given := _input("stated", [])
	requirement.review == {{"code": "lists_nothing", "args": {}, "at": ["bundle", "manifest"]}} with input as given
	requirement.basis == set() with input as given
}

test_manifest_that_cannot_be_used_is_for_review if {
	every state in testing.unstated - {"absent"} {
		given := _input(state, [])
		requirement.review == {{"code": "unusable", "args": {"state": state}, "at": ["bundle", "manifest"]}} with input as given
		requirement.basis == set() with input as given
		requirement.not_applicable == set() with input as given
	}
}

test_bundle_without_manifest_makes_it_not_applicable if {
	given := _input("absent", [])
	requirement.not_applicable == {{"code": "no_manifest", "args": {}, "at": ["bundle"], "level": "verified"}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_another_kind_than_listed_is_for_review if {
	given := testing.bundle_input({"bundle": {"problems": [testing.problem({"code": "manifest_kind", "message": "a.yaml is no SBOM"})]}})
	requirement.review == {{"code": "other_kind", "args": {"problem": "a.yaml is no SBOM"}, "at": ["bundle", "manifest"]}} with input as given
}

_beside(paths, manifest) := testing.bundle_input({
	"bundle": {
		"documents": [testing.document({"path": path}) | some path in array.concat(["bundle.yaml"], paths)],
		"manifest": object.union(
			{"state": "stated", "document": 0, "documents": [testing.manifest_document({"path": "0.json", "outcome": "same"})]},
			manifest,
		),
	},
	"attachments": [testing.attachment({"document": i + 1, "form": "signature"}) | some i, path in paths; endswith(path, ".sig")],
	"declarations": [testing.declaration({"product": {"name": testing.stated("FG-200"), "version": testing.stated("v2.1.0")}})],
})

test_file_that_is_not_listed_is_for_review if {
	given := _beside(["0.json", "1.json"], {})
	requirement.review == {{"code": "unlisted", "args": {"path": "1.json"}, "at": ["bundle", "documents", 2]}} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as _beside(["0.json", "bundle.yaml.sig"], {})
}

test_manifest_of_another_version_is_for_review if {
	given := _beside(["0.json"], {"product": testing.stated("fg-200"), "version": testing.stated("2.0.9")})
	requirement.review == {{"code": "other_version", "args": {"own": "2.0.9", "other": "v2.1.0"}, "at": ["bundle", "manifest", "version"]}} with input as given
	requirement.basis == set() with input as given
	every manifest in [{"product": testing.stated("FG-200"), "version": testing.stated("2.1.0")}, {"product": testing.stated("FG-9"), "version": testing.stated("1")}] {
		requirement.review == set() with input as _beside(["0.json"], manifest)
	}
}

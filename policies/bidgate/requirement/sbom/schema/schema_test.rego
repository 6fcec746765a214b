package bidgate.requirement.sbom.schema_test

import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.schema as requirement

_problem(pointer) := testing.problem({"code": "schema", "message": "it is wrong", "at": {"pointer": pointer}})

_input(lists) := testing.bundle_input({
	"sboms": [testing.sbom({"document": row, "format": "cyclonedx", "spec_version": "1.6"}) | some row, _ in lists],
	"bundle": {"documents": [testing.document({"readable": true, "problems": list}) | some list in lists]},
})

_valid(row) := {"code": "valid", "args": {"version": "1.6"}, "at": ["bundle", "documents", row], "level": "verified"}

test_documents_without_faults_are_a_basis if {
	given := _input([[], [testing.problem({"code": "key_case"})]])
	requirement.basis == {_valid(0), _valid(1)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_fault_in_any_document_is_a_violation if {
	every code in {"schema", "wrong_type"} {
		given := _input([[], [object.union(_problem("/components/3/version"), {"code": code})]])
		requirement.violation == {{
			"code": "fault",
			"args": {"problem": "it is wrong"},
			"at": ["bundle", "documents", 1, "problems", 0],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_faults_that_are_not_listed_are_for_review if {
	given := _input([[object.union(_problem(""), {"limit": "MaxSchemaProblems"})]])
	requirement.review == {{"code": "unlisted", "args": {}, "at": ["bundle", "documents", 0]}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_document_that_is_not_readable_is_no_basis if {
	given := object.union(_input([[], []]), {"bundle": {"documents": [
		testing.document({"readable": true}),
		testing.document({"readable": false}),
	]}})
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_spdx_is_for_review if {
	given := testing.bundle_input({
		"sboms": [testing.sbom({"document": 0, "format": "spdx", "spec_version": "2.3"})],
		"bundle": {"documents": [testing.document({"readable": true})]},
	})
	requirement.review == {{"code": "not_held", "args": {"version": "2.3"}, "at": ["bundle", "documents", 0]}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_no_sbom_is_silent if {
	given := testing.bundle_input({})
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

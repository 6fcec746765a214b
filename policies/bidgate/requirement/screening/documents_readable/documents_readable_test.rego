package bidgate.requirement.screening.documents_readable_test

import data.bidgate.lib.testing
import data.bidgate.requirement.screening.documents_readable as requirement

_input(documents) := testing.bundle_input({"bundle": {"documents": [testing.document(d) | some d in documents]}})

_good := {"path": "a.json", "readable": true}

_bad := {"path": "b.json", "readable": false}

test_readable_documents_are_a_basis if {
	given := _input([_good, _good])
	requirement.basis == {{"code": "readable", "args": {"documents": 2}, "at": ["bundle"], "level": "verified"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_unreadable_document_is_for_review if {
	given := _input([_good, _bad])
	requirement.review == {{"code": "unreadable", "args": {"path": "b.json"}, "at": ["bundle", "documents", 1]}} with input as given
	requirement.basis == set() with input as given
}

test_empty_bundle_is_a_violation if {
	given := _input([])
	requirement.violation == {{"code": "empty_bundle", "args": {}, "at": ["bundle"]}} with input as given
	requirement.basis == set() with input as given
}

test_what_was_refused_is_for_review if {
	given := testing.bundle_input({"bundle": {
		"documents": [testing.document(_good)],
		"problems": [testing.problem({"code": "link", "message": "a link"})],
	}})
	requirement.review == {{"code": "refused", "args": {"problem": "a link"}, "at": ["bundle"]}} with input as given
	requirement.basis == set() with input as given
}

test_file_that_the_manifest_lists_otherwise_was_looked_at if {
	given := testing.bundle_input({"bundle": {
		"documents": [testing.document(_good)],
		"problems": [testing.problem({"code": "manifest_differs", "message": "another digest"})],
	}})
	requirement.review == set() with input as given
	count(requirement.basis) == 1 with input as given
}

test_known_form_that_is_not_read_is_for_review if {
	given := testing.bundle_input({"bundle": {"documents": [
		testing.document(_good),
		testing.document({
			"path": "m.hcl", "format": "hcltm", "readable": true,
			"problems": [testing.problem({"code": "xml"}), testing.problem({"code": "not_read"})],
		}),
	]}})
	requirement.review == {{"code": "not_read", "args": {"path": "m.hcl", "format": "hcltm"}, "at": ["bundle", "documents", 1]}} with input as given
	requirement.basis == set() with input as given
}

test_other_problem_of_a_readable_document_is_no_review if {
	given := testing.bundle_input({"bundle": {"documents": [testing.document(object.union(_good, {"problems": [testing.problem({"code": "schema"})]}))]}})
	requirement.review == set() with input as given
	count(requirement.basis) == 1 with input as given
}

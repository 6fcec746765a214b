package bidgate.requirement.declaration.evidence_unchanged_test

import data.bidgate.lib.testing
import data.bidgate.requirement.declaration.evidence_unchanged as requirement

_input(declarations) := testing.bundle_input({"declarations": [testing.declaration({
	"evidence": testing.items([testing.evidence_item({"file": _file(o)}) | some o in d.files]),
	"affirmation": {"signatories": testing.items([testing.signatory({"signature": _file(o)}) | some o in d.signatures])},
}) |
	some d in declarations
]})

_file(outcome) := {"path": testing.stated(sprintf("%s.pdf", [outcome])), "outcome": outcome}

_one(files, signatures) := _input([{"files": files, "signatures": signatures}])

_at(i) := ["declarations", i, "evidence"]

test_files_with_their_digests_are_a_basis if {
	given := _one(["same", "missing", "url", "none", "same"], ["same"])
	requirement.basis == {{"code": "same", "args": {"n": 3}, "at": _at(0), "level": "verified"}} with input as given
	requirement.violation == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_file_with_another_digest_is_a_violation if {
	given := _one(["same", "differs"], ["same"])
	requirement.violation == {{
		"code": "other_file",
		"args": {"path": "differs.pdf"},
		"at": ["declarations", 0, "evidence", "items", 1, "file"],
	}} with input as given
	requirement.basis == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_signature_with_another_digest_is_a_violation if {
	given := _one([], ["differs"])
	requirement.violation == {{
		"code": "other_signature",
		"args": {"path": "differs.pdf"},
		"at": ["declarations", 0, "affirmation", "signatories", "items", 0, "signature"],
	}} with input as given
	requirement.basis == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_file_without_a_digest_is_for_review if {
	given := _one(["same", "no_digest"], [])
	requirement.review == {{
		"code": "no_digest",
		"args": {"path": "no_digest.pdf"},
		"at": ["declarations", 0, "evidence", "items", 1, "file"],
	}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_what_cannot_be_compared_makes_it_not_applicable if {
	every files in [[], ["missing"], ["url"], ["none"]] {
		given := _one(files, [])
		requirement.not_applicable == {{
			"code": "nothing_to_compare",
			"args": {},
			"at": _at(0),
			"level": "verified",
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_each_declaration_speaks_for_itself if {
	given := _input([{"files": ["differs"], "signatures": []}, {"files": ["same"], "signatures": []}, {"files": [], "signatures": []}])
	{v.at[1] | some v in requirement.violation} == {0} with input as given
	{b.at[1] | some b in requirement.basis} == {1} with input as given
	{n.at[1] | some n in requirement.not_applicable} == {2} with input as given
}

test_no_declaration_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.not_applicable == set() with input as given
}

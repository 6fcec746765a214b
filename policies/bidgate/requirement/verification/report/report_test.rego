package bidgate.requirement.verification.report_test

import data.bidgate.lib.testing
import data.bidgate.requirement.verification.report as requirement

_input(outcome, created) := testing.bundle_input({
	"as_of": testing.day(1000),
	"declarations": [testing.declaration({"evidence": testing.items([testing.evidence_item({
		"kind": testing.stated("test_report"),
		"file": {"outcome": outcome},
		"created": created,
	})])})],
	"parameters": {"verification": {"report": {"max_age_days": 365}}},
})

_at := ["declarations", 0, "evidence", "items", 0]

_of(set) := {s | some s in set; s.member == "test_report"}

test_fresh_report_in_the_bundle_is_a_basis if {
	given := _input("same", testing.date(635))
	requirement.basis == {{"member": "test_report", "code": "supplied", "args": {}, "at": _at, "level": "evidenced"}} with input as given
	_of(requirement.violation) == set() with input as given
	requirement.review == set() with input as given
}

test_report_that_is_not_here_is_for_review if {
	every outcome in ["no_digest", "differs", "missing", "url", "none"] {
		given := _input(outcome, testing.date(635))
		requirement.review == {{"member": "test_report", "code": "not_here", "args": {}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
}

test_old_or_undated_report_is_for_review if {
	every created in [testing.date(634), {"state": "absent"}] {
		given := _input("same", created)
		requirement.review == {{"member": "test_report", "code": "old", "args": {}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
}

_report(document, created) := testing.evidence_item({
	"kind": testing.stated("test_report"),
	"file": {"outcome": "same", "document": document},
	"created": created,
})

_two(created, rests_on) := object.union(_input("same", testing.date(635)), {"declarations": [testing.declaration({
	"evidence": testing.items([_report(3, testing.date(900)), _report(4, created)]),
	"answers": [testing.answer({"evidence": [testing.proof({"document": rests_on})]})],
})]})

test_old_report_beside_a_fresh_one_is_for_review_where_an_answer_rests_on_it if {
	every created in [testing.date(634), {"state": "absent"}] {
		given := _two(created, 4)
		requirement.review == {{"member": "test_report", "code": "rests", "args": {}, "at": ["declarations", 0, "evidence", "items", 1]}} with input as given
		requirement.review == set() with input as _two(created, 3)
		requirement.review == set() with input as _two(created, -1)
	}
}

test_kind_of_report_that_is_not_listed_is_a_violation if {
	given := _input("same", testing.date(635))
	requirement.violation == {{
		"member": "pentest_report",
		"code": "none",
		"args": {},
		"at": ["declarations", 0, "evidence"],
	}} with input as given
}

_counted(total, failed) := object.union(_input("same", testing.date(635)), {
	"declarations": [testing.declaration({"evidence": testing.items([testing.evidence_item({
		"kind": testing.stated("test_report"),
		"file": {"outcome": "same", "document": 3},
		"created": testing.date(635),
	})])})],
	"attachments": [testing.attachment({"document": 3, "tests": {"state": "stated", "total": total, "failed": failed}})],
})

test_report_with_failed_tests_is_for_review if {
	given := _counted(7, 2)
	requirement.review == {{"member": "test_report", "code": "failed", "args": {"n": 2}, "at": _at}} with input as given
	requirement.basis == set() with input as given
}

test_report_without_a_test_is_for_review if {
	given := _counted(0, 0)
	requirement.review == {{"member": "test_report", "code": "empty", "args": {}, "at": _at}} with input as given
	requirement.basis == set() with input as given
}

test_report_whose_tests_passed_is_a_basis if {
	given := _counted(7, 0)
	requirement.review == set() with input as given
	count(requirement.basis) == 1 with input as given
}

_read(attachment) := object.union(_input("same", testing.date(635)), {"attachments": [testing.attachment(object.union({"document": 0}, attachment))]})

test_report_with_tests_left_out_or_errors_is_for_review if {
	cases := {
		"skipped": {"tests": {"state": "stated", "total": 4, "passed": 3, "skipped": 1}},
		"errors": {"results": {"state": "stated", "total": 1, "errors": 1}},
	}
	every code, attachment in cases {
		given := _read(attachment)
		requirement.review == {{"member": "test_report", "code": code, "args": {"n": 1}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
	clean := _read({"results": {"state": "stated", "total": 1, "notes": 1}})
	count(requirement.basis) == 1 with input as clean
	requirement.review == set() with input as clean
}

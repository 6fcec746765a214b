package bidgate.requirement.conformity.test_report_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.conformity.test_report as requirement

_paper(fields) := testing.evidence_item(object.union(
	{
		"id": testing.stated("E1"),
		"kind": testing.stated("pentest_report"),
		"author": testing.stated("Body"),
		"created": testing.date(900),
		"expires": testing.date(1000),
		"file": {"outcome": "same", "document": 3},
	},
	fields,
))

_over(required, evidence) := testing.bundle_input({
	"as_of": testing.day(1000),
	"declarations": [testing.declaration({"evidence": evidence, "product": {"version": testing.stated("1")}})],
	"parameters": {"conformity": {"test_report": {"required": required}}},
})

_input(papers) := _over(false, testing.items(papers))

_codes(set) := {s.code | some s in set}

_at := ["declarations", 0, "evidence", "items", 0]

test_paper_in_the_bundle_is_a_basis if {
	given := _input([_paper({}), testing.evidence_item({"kind": testing.stated("policy")})])
	requirement.basis == {{"code": "current", "args": {"n": 1}, "at": ["declarations", 0, "evidence"], "level": "evidenced"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_paper_that_is_not_there_is_a_violation if {
	every outcome, code in {"missing": "not_there", "none": "not_there", "differs": "differs"} {
		given := _input([_paper({}), _paper({"file": {"outcome": outcome}})])
		{[v.code, v.at[4]] | some v in requirement.violation} == {[code, 1]} with input as given
		requirement.basis == set() with input as given
	}
}

test_paper_that_is_not_held_to_a_digest_is_for_review if {
	every outcome, code in {"url": "outside", "no_digest": "no_digest"} {
		given := _input([_paper({"file": {"outcome": outcome}})])
		_codes(requirement.review) == {code} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_missing_field_is_a_violation if {
	every field in ["author", "created"] {
		every state in states.missing {
			given := _input([_paper({field: {"state": state}})])
			{[v.code, v.args.state] | some v in requirement.violation} == {["not_stated", state]} with input as given
			requirement.basis == set() with input as given
		}
	}
}

test_field_that_is_not_told_is_for_review if {
	every field in ["author", "created"] {
		every state in states.told {
			given := _input([_paper({field: {"state": state}})])
			{[r.code, r.args.state] | some r in requirement.review} == {["declared", state]} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_none_listed_needs_no_answer_unless_it_is_asked_for if {
	optional := _over(false, {"state": "absent", "items": []})
	_codes(requirement.not_applicable) == {"none_needed"} with input as optional
	requirement.violation == set() with input as optional
	asked := _over(true, {"state": "absent", "items": []})
	_codes(requirement.violation) == {"none"} with input as asked
	requirement.not_applicable == set() with input as asked
}

test_list_that_is_not_told_is_for_review if {
	every state in states.told {
		every required in [true, false] {
			given := _over(required, {"state": state, "items": []})
			_codes(requirement.review) == {"list_declared"} with input as given
			requirement.violation == set() with input as given
			requirement.not_applicable == set() with input as given
		}
	}
}

_about(version) := object.union(_input([_paper({})]), {"attachments": [testing.attachment({"document": 3, "product": {"version": version}})]})

test_report_about_another_version_is_for_review if {
	given := _about(testing.stated("2"))
	requirement.review == {{"code": "other_version", "args": {"id": "E1", "version": "2"}, "at": _at}} with input as given
	requirement.basis == set() with input as given
}

test_report_about_the_same_or_no_version_is_a_basis if {
	every version in [testing.stated("1"), {"state": "absent"}] {
		given := _about(version)
		count(requirement.basis) == 1 with input as given
		requirement.review == set() with input as given
	}
}

_titled(title) := object.union(_input([_paper({"title": testing.stated(title)})]), {"declarations": [testing.declaration({
	"evidence": testing.items([_paper({"title": testing.stated(title)})]),
	"product": {"version": testing.stated("v5.1.0")},
	"product_details": {"parts": testing.items([testing.part({"version": testing.stated("2026.9")})])},
})]})

test_title_with_another_version_is_for_review if {
	given := _titled("Security test of release 1.9")
	requirement.review == {{"code": "title_version", "args": {"id": "E1", "version": "1.9"}, "at": _at}} with input as given
	requirement.basis == set() with input as given
}

test_title_with_the_version_or_none_is_a_basis if {
	every title in ["Test of version 5.1", "Test of v5.1.0.2", "Test of release 2026.9", "Test by release 7"] {
		given := _titled(title)
		count(requirement.basis) == 1 with input as given
		requirement.review == set() with input as given
	}
}

package bidgate.requirement.sbom.completeness_stated_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.completeness_stated as requirement

_at := ["sboms", 0, "completeness"]

_input(completeness) := testing.bundle_input({"sboms": [testing.sbom({"completeness": completeness})]})

test_statement_is_a_basis if {
	given := _input(testing.stated("incomplete_third_party_only"))
	requirement.basis == {{
		"code": "stated",
		"args": {"completeness": "incomplete third party only"},
		"at": _at,
		"level": "asserted",
	}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_statement_is_a_violation if {
	every state in states.missing {
		given := _input({"state": state})
		requirement.violation == {{"code": "not_stated", "args": {"state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_declared_completeness_is_for_review if {
	every state in states.told {
		given := _input({"state": state})
		requirement.review == {{"code": "declared", "args": {"state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_statement_on_a_part_that_is_not_there_is_a_violation if {
	given := testing.bundle_input({"sboms": [testing.sbom({"completeness": testing.stated("complete"), "facts": {"lost_compositions": [1]}})]})
	requirement.violation == {{"code": "lost", "args": {"n": 1}, "at": ["sboms", 0, "facts", "lost_compositions"]}} with input as given
	requirement.basis == set() with input as given
}

test_no_sbom_is_silent if {
	given := testing.bundle_input({})
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

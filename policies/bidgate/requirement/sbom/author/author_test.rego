package bidgate.requirement.sbom.author_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.author as requirement

_input(state, persons, organisations) := testing.bundle_input({"sboms": [testing.sbom({
	"authors": {"state": state},
	"facts": {"document": {"persons": persons, "organisations": organisations}},
})]})

test_person_or_organisation_is_a_basis if {
	every counts in [[1, 0], [0, 1], [2, 1]] {
		given := _input("stated", counts[0], counts[1])
		requirement.basis == {{
			"code": "named",
			"args": {"persons": counts[0], "organisations": counts[1]},
			"at": ["sboms", 0, "authors"],
			"level": "verified",
		}} with input as given
		requirement.violation == set() with input as given
		requirement.review == set() with input as given
	}
}

test_missing_author_is_a_violation if {
	every state in states.missing {
		given := _input(state, 0, 0)
		requirement.violation == {{"code": "not_stated", "args": {"state": state}, "at": ["sboms", 0, "authors"]}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_declared_author_is_for_review if {
	every state in states.told {
		given := _input(state, 0, 0)
		requirement.review == {{"code": "declared", "args": {"state": state}, "at": ["sboms", 0, "authors"]}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_no_sbom_is_silent if {
	given := testing.bundle_input({})
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

package bidgate.requirement.sbom.identifiers_valid_test

import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.identifiers_valid as requirement

_input(facts) := testing.bundle_input({
	"sboms": [testing.sbom({"facts": object.union(
		{"components": {"all": 10}, "component_identifier": {"all": {"total": 10, "stated": 9}}},
		facts,
	)})],
	"parameters": {"sbom": {"identifiers_valid": {"max_share": 0.1}}},
})

_subject(name, version) := {"agreement": {"subject_name": name, "subject_version": version}}

_valid(invalid) := {"code": "valid", "args": {"n": 9, "invalid": invalid}, "at": ["sboms", 0], "level": "verified"}

test_valid_identifiers_are_a_basis if {
	given := _input(_subject("equal", "equal"))
	requirement.basis == {_valid(0)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_few_invalid_identifiers_are_allowed_where_the_buyer_says_so if {
	given := _input({"identifiers": {"invalid_purl": [3]}})
	requirement.basis == {_valid(1)} with input as given
	requirement.violation == set() with input as given
}

test_each_kind_of_invalid_identifier_is_a_violation if {
	kinds := {
		"invalid_purl": "a package URL",
		"invalid_cpe": "a CPE",
		"invalid_swid": "a SWID tag",
		"invalid_omnibor_id": "an OmniBOR id",
		"invalid_swhid": "a SWHID",
	}
	every list, kind in kinds {
		given := _input({"identifiers": {list: [3, 4]}})
		requirement.violation == {{
			"code": "invalid",
			"args": {"n": 2, "kind": kind},
			"at": ["sboms", 0, "facts", "identifiers", list],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_identifier_that_differs_is_for_review if {
	compared := {"names": ["name", "package URL"], "versions": ["version", "package URL"], "cpe_versions": ["version", "CPE"]}
	every list, words in compared {
		given := _input({"agreement": {list: [5]}})
		requirement.review == {{
			"code": "differs",
			"args": {"n": 1, "field": words[0], "kind": words[1]},
			"at": ["sboms", 0, "facts", "agreement", list],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_subject_that_differs_is_for_review if {
	every field, facts in {"name": _subject("unequal", "equal"), "version": _subject("not_comparable", "unequal")} {
		given := _input(facts)
		requirement.review == {{
			"code": "subject_differs",
			"args": {"field": field},
			"at": ["sboms", 0, "subject", "purl"],
		}} with input as given
		requirement.basis == set() with input as given
	}
}

test_sbom_without_identifiers_is_not_judged_here if {
	given := _input({"component_identifier": {"all": {"stated": 0}}})
	requirement.not_applicable == {{"code": "no_identifier", "args": {}, "at": ["sboms", 0], "level": "verified"}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_no_sbom_is_silent if {
	given := object.union(_input({}), {"sboms": []})
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

package bidgate.requirement.sbom.fda_field_test

import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.fda_field as requirement

_input(counts) := testing.bundle_input({
	"sboms": [testing.sbom({"facts": {"fields": {"milestone": {"delivered": counts}}}})],
	"parameters": {"sbom": {"fda_field": {"min_share": 0.5}}},
})

_at := ["sboms", 0, "facts", "fields", "milestone"]

_codes(set) := {s.code | some s in set; s.member == "fda-support-level"}

test_enough_is_a_basis if {
	given := _input({"total": 4, "stated": 2, "absent": 2})
	requirement.basis == {{
		"member": "fda-support-level",
		"code": "stated",
		"args": {"stated": 2, "total": 4},
		"at": _at,
		"level": "verified",
	}} with input as given
	requirement.violation == set() with input as given
}

test_too_few_is_a_violation if {
	given := _input({"total": 4, "stated": 1, "absent": 3})
	requirement.violation == {{
		"member": "fda-support-level",
		"code": "short",
		"args": {"stated": 1, "total": 4, "min_share": 0.5},
		"at": _at,
	}} with input as given
	requirement.basis == set() with input as given
}

test_what_is_told_is_for_review if {
	every state in ["unknown", "withheld", "unsupported"] {
		given := _input({"total": 4, "stated": 1, state: 3})
		_codes(requirement.review) == {"told"} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_nothing_delivered_asks_nothing if {
	given := _input({"total": 0})
	_codes(requirement.not_applicable) == {"empty"} with input as given
	count(requirement.not_applicable) == 2 with input as given
	requirement.basis == set() with input as given
}

package bidgate.requirement.threat_model.supplement_agrees_test

import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.supplement_agrees as requirement

_input(completed, codes) := testing.bundle_input({
	"threat_models": [testing.threat_model({"supplemented_by": {"state": state}}) | some state in completed],
	"bundle": {"documents": [
		testing.document({"path": "model.json"}),
		testing.document({"path": "more.yaml", "problems": [testing.problem({"code": c, "message": c}) | some c in codes]}),
	]},
})

_at(row) := ["bundle", "documents", 1, "problems", row]

test_summary_that_agrees_is_a_basis if {
	given := _input(["stated", "absent"], ["dangling"])
	requirement.basis == {{
		"code": "agrees",
		"args": {"n": 1},
		"at": ["threat_models"],
		"level": "verified",
	}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_summary_that_says_otherwise_is_a_violation if {
	given := _input(["stated"], ["dangling", "supplement_differs"])
	requirement.violation == {{
		"code": "differs",
		"args": {"problem": "supplement_differs"},
		"at": _at(1),
	}} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_what_was_not_taken_is_for_review if {
	every completed in ["stated", "absent"] {
		given := _input([completed], ["supplement"])
		requirement.review == {{
			"code": "not_taken",
			"args": {"problem": "supplement"},
			"at": _at(0),
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
		requirement.not_applicable == set() with input as given
	}
}

test_without_a_summary_it_does_not_apply if {
	given := _input(["absent"], ["dangling"])
	requirement.not_applicable == {{
		"code": "no_supplement",
		"args": {},
		"at": ["bundle"],
		"level": "verified",
	}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

package bidgate.requirement.consumer.password_scheme_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.consumer.password_scheme as requirement

_input(scheme, answers) := testing.bundle_input({"declarations": [testing.declaration({
	"password_scheme": scheme,
	"answers": [testing.answer({"requirement": testing.stated(clause), "status": testing.stated(status)}) | some clause, status in answers],
})]})

_at := ["declarations", 0, "password_scheme"]

test_safe_scheme_is_a_basis if {
	every scheme, words in {"none": "none", "user_set": "user set", "unique_random": "unique random", "unique_keyed": "unique keyed"} {
		given := _input(testing.stated(scheme), {"ir8259a-LA-4": "met"})
		requirement.basis == {{"code": "safe", "args": {"scheme": words}, "at": _at, "level": "asserted"}} with input as given
		requirement.violation == set() with input as given
		requirement.review == set() with input as given
	}
}

test_unsafe_scheme_is_a_violation if {
	every scheme in {"universal", "incremental", "derived"} {
		given := _input(testing.stated(scheme), {})
		requirement.violation == {{"code": "unsafe", "args": {"scheme": scheme}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
}

test_missing_scheme_is_a_violation if {
	every state in states.missing {
		given := _input({"state": state}, {})
		requirement.violation == {{"code": "not_stated", "args": {"state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
}

test_scheme_that_is_not_told_is_for_review if {
	every state in states.told {
		given := _input({"state": state}, {})
		requirement.review == {{"code": "declared", "args": {"state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_safe_scheme_beside_a_refusal_contradicts if {
	every clause in {"ir8259a-LA-4", "en303645-5.1-1", "psti-1", "bidgate-PSTI-1", "cra-I-2b-2"} {
		given := _input(testing.stated("unique_random"), {clause: "not_met"})
		requirement.violation == {{
			"code": "contradicts",
			"args": {"clause": clause},
			"at": ["declarations", 0, "answers", 0],
		}} with input as given
		requirement.basis == set() with input as given
	}
}

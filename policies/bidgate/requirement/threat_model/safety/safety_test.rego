package bidgate.requirement.threat_model.safety_test

import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.safety as requirement

_input(relevant, domains) := testing.bundle_input({
	"threat_models": [testing.threat_model({"impact_domains": domains})],
	"declarations": [testing.declaration({"product_details": {"safety_relevant": relevant}})],
})

_at := ["threat_models", 0, "impact_domains"]

_yes := testing.stated(true)

test_safety_that_is_weighed_is_a_basis if {
	given := _input(_yes, testing.items(["safety", "privacy"]))
	requirement.basis == {{"code": "weighed", "args": {}, "at": _at, "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_safety_that_is_left_out_is_a_violation if {
	given := _input(_yes, testing.items(["privacy"]))
	requirement.violation == {{"code": "left_out", "args": {}, "at": _at}} with input as given
	requirement.basis == set() with input as given
}

test_missing_kinds_of_harm_are_a_violation if {
	every state, said in {"absent": "absent", "placeholder": "placeholder", "invalid": "invalid", "stated": "empty"} {
		given := _input(_yes, {"state": state, "items": []})
		{v.args.state | some v in requirement.violation; v.code == "not_stated"} == {said} with input as given
		requirement.basis == set() with input as given
	}
}

test_kinds_of_harm_that_are_not_told_are_for_review if {
	every state in ["unknown", "withheld", "unsupported"] {
		given := _input(_yes, {"state": state, "items": []})
		requirement.review == {{"code": "declared", "args": {"state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
}

test_product_without_danger_need_not_weigh_it if {
	given := _input(testing.stated(false), testing.items([]))
	requirement.not_applicable == {{"code": "not_relevant", "args": {}, "at": _at, "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
}

test_product_of_which_it_is_not_said_is_for_review if {
	given := _input({"state": "absent"}, testing.items(["safety"]))
	requirement.review == {{"code": "not_said", "args": {}, "at": _at}} with input as given
	requirement.basis == set() with input as given
}

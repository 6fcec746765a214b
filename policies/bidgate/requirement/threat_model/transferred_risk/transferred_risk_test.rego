package bidgate.requirement.threat_model.transferred_risk_test

import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.transferred_risk as requirement

_input(threats) := testing.bundle_input({
	"threat_models": [testing.threat_model({
		"threats": testing.items([testing.threat(object.union({"key": "T-1"}, fields)) | some fields in threats]),
		"actors": testing.items([testing.named({"name": testing.stated("Blue Harbour Ltd.")})]),
	})],
	"declarations": [testing.declaration({
		"responsibility_matrix": testing.items([testing.duty({"topic": testing.stated("Housing")})]),
		"customers": testing.items([testing.customer({"name": testing.stated("Water works")})]),
	})],
	"parameters": {"threat_model": {"transferred_risk": {"roles": ["provider"]}}},
})

_at := ["threat_models", 0, "threats", "items", 0]

test_risk_with_a_receiver_is_a_basis if {
	every word in [{"response": testing.stated("transfer")}, {"status": testing.stated("transferred")}] {
		given := _input([object.union(word, {"receiver": testing.stated("the cloud provider")})])
		requirement.basis == {{"code": "somebody", "args": {}, "at": _at, "level": "asserted"}} with input as given
		requirement.violation == set() with input as given
		requirement.not_applicable == set() with input as given
	}
}

test_risk_that_nobody_takes_is_a_violation if {
	every state in ["absent", "placeholder", "invalid"] {
		given := _input([{"response": testing.stated("transfer"), "receiver": {"state": state}}])
		requirement.violation == {{"code": "nobody", "args": {"threat": "T-1", "state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
}

test_receiver_that_is_not_told_is_for_review if {
	every state in ["unknown", "withheld", "unsupported"] {
		given := _input([{"status": testing.stated("transferred"), "receiver": {"state": state}}])
		requirement.review == {{"code": "declared", "args": {"threat": "T-1", "state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
}

test_model_that_hands_nothing_over_is_not_asked if {
	given := _input([{"response": testing.stated("reduce")}])
	requirement.not_applicable == {{
		"code": "none",
		"args": {},
		"at": ["threat_models", 0, "threats"],
		"level": "verified",
	}} with input as given
	requirement.basis == set() with input as given
}

_to(receiver) := _input([{"response": testing.stated("transfer"), "receiver": testing.stated(receiver)}])

test_receiver_whom_nothing_names_is_for_review if {
	given := _to("Green Valley Hosting")
	requirement.review == {{"code": "unknown", "args": {"threat": "T-1", "receiver": "Green Valley Hosting"}, "at": _at}} with input as given
	requirement.basis == set() with input as given
}

test_receiver_in_a_word_of_the_bundle_is_a_basis if {
	every receiver in ["Blue Harbour", "those in charge of housing", "the water works", "providers of the network"] {
		given := _to(receiver)
		requirement.review == set() with input as given
		count(requirement.basis) == 1 with input as given
	}
}

package bidgate.requirement.ai.threats_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.ai.threats as requirement

_input(used, threats) := testing.bundle_input({
	"declarations": [testing.declaration({"ai": {"state": "stated", "used": used}})],
	"threat_models": [testing.threat_model({"threats": testing.items([testing.threat(t) | some t in threats])})],
})

_uses := testing.stated(true)

_poison := {"title": testing.stated("Training data is POISONED by a supplier")}

test_threat_of_a_kind_is_a_basis if {
	every threat in [
		_poison,
		{"statement": testing.stated("A backdoor in the model")},
		{"tags": testing.items(["data poisoning"])},
		{"categories": testing.items([{"taxonomy": testing.stated("own"), "name": testing.stated("Poisoning")}])},
		object.union(_poison, {"status": testing.stated("not_applicable"), "justification": testing.stated("We do not train.")}),
	] {
		given := _input(_uses, [threat])
		requirement.basis == {{
			"member": "ai-poisoning",
			"code": "considered",
			"args": {"n": 1},
			"at": ["threat_models", 0, "threats"],
			"level": "asserted",
		}} with input as given
		not "ai-poisoning" in {r.member | some r in requirement.review} with input as given
	}
}

test_kind_that_no_word_finds_is_for_review if {
	given := _input(_uses, [_poison])
	{[r.code, r.member] | some r in requirement.review} == {["not_found", m] | some m in {"ai-evasion", "ai-extraction", "ai-injection", "ai-drift", "ai-actuation"}} with input as given
}

test_threat_set_aside_without_a_reason_is_for_review if {
	given := _input(_uses, [object.union(_poison, {"status": testing.stated("not_applicable")})])
	{[r.code, r.at] | some r in requirement.review; r.member == "ai-poisoning"} == {["no_reason", ["threat_models", 0, "threats", "items", 0]]} with input as given
	requirement.basis == set() with input as given
}

test_product_without_ai_does_not_need_it if {
	given := _input(testing.stated(false), [_poison])
	{n.code | some n in requirement.not_applicable} == {"no_ai"} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_use_that_is_not_stated_is_for_review if {
	every state in testing.unstated {
		given := _input({"state": state, "value": false}, [_poison])
		{r.code | some r in requirement.review} == {"use_untold"} with input as given
		requirement.basis == set() with input as given
	}
}

_listing(state) := object.union(_input(_uses, []), {"threat_models": [testing.threat_model({"threats": {"state": state, "items": []}})]})

test_model_without_threats_is_a_violation if {
	every state in states.missing {
		given := _listing(state)
		{[v.code, v.args.state] | some v in requirement.violation} == {["no_threats", state]} with input as given
		count(requirement.violation) == 6 with input as given
		requirement.review == set() with input as given
		requirement.basis == set() with input as given
	}
	empty := _input(_uses, [])
	{v.args.state | some v in requirement.violation} == {"empty"} with input as empty
}

test_threats_that_are_not_told_are_for_review if {
	every state in states.told {
		given := _listing(state)
		{r.code | some r in requirement.review} == {"declared"} with input as given
		requirement.violation == set() with input as given
		requirement.basis == set() with input as given
	}
}

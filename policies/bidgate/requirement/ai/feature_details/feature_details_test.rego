package bidgate.requirement.ai.feature_details_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.ai.feature_details as requirement

_fields := {
	"ai-oversight": "oversight",
	"ai-fallback": "fallback",
	"ai-monitoring": "monitoring",
	"ai-explanation": "explanation",
	"ai-limits": "training_data_limits",
}

_feature(fields) := testing.ai_feature(object.union(
	object.union({"id": testing.stated("leak-finder")}, {field: testing.stated("told") | some field in _fields}),
	fields,
))

_duty := testing.duty({"topic": testing.stated("Use of AI results"), "manufacturer": testing.stated("required"), "user": testing.stated("required")})

_over(ai, matrix) := testing.bundle_input({
	"declarations": [testing.declaration({"ai": object.union({"state": "stated"}, ai), "responsibility_matrix": matrix})],
	"parameters": {"ai": {"feature_details": {"topic_words": ["ai", "model"]}}},
})

_input(features, duties) := _over({"used": testing.stated(true), "features": testing.items(features)}, testing.items(duties))

test_told_features_are_a_basis if {
	given := _input([_feature({}), _feature({})], [_duty])
	{[b.member, b.code, b.args.n] | some b in requirement.basis} == {["ai-duties", "duties", 1]} | {[member, "stated", 2] | some member, _ in _fields} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_topic_may_name_the_feature if {
	topic := object.union(_duty, {"topic": testing.stated("Care for leak-finder")})
	given := _input([_feature({})], [topic])
	{b.args.n | some b in requirement.basis; b.member == "ai-duties"} == {1} with input as given
}

test_missing_field_is_a_violation if {
	every member, field in _fields {
		every state in states.missing {
			given := _input([_feature({}), _feature({field: {"state": state}})], [_duty])
			requirement.violation == {{
				"member": member,
				"code": "not_stated",
				"args": {"feature": "leak-finder", "state": state},
				"at": ["declarations", 0, "ai", "features", "items", 1],
			}} with input as given
			not member in {b.member | some b in requirement.basis} with input as given
		}
	}
}

test_field_that_is_not_told_is_for_review if {
	every member, field in _fields {
		every state in states.told {
			given := _input([_feature({field: {"state": state}})], [_duty])
			{[r.member, r.code] | some r in requirement.review} == {[member, "declared"]} with input as given
			not member in {b.member | some b in requirement.basis} with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_matrix_without_ai_is_a_violation if {
	every duty in [
		object.union(_duty, {"topic": testing.stated("Maintenance")}),
		object.union(_duty, {"manufacturer": {"state": "absent"}}),
		object.union(_duty, {"user": {"state": "absent"}}),
	] {
		given := _input([_feature({})], [duty])
		{v.code | some v in requirement.violation} == {"no_duties"} with input as given
		not "ai-duties" in {b.member | some b in requirement.basis} with input as given
	}
}

test_matrix_that_is_not_told_is_for_review if {
	every state in states.told {
		given := _over({"used": testing.stated(true), "features": testing.items([_feature({})])}, {"state": state, "items": []})
		{r.code | some r in requirement.review} == {"duties_untold"} with input as given
		requirement.violation == set() with input as given
	}
}

test_use_that_is_not_stated_is_for_review if {
	every state in testing.unstated {
		every ai in [{"state": state}, {"used": {"state": state}}] {
			given := _over(ai, testing.items([]))
			{r.code | some r in requirement.review} == {"use_untold"} with input as given
			count(requirement.review) == 6 with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_use_without_features_is_for_review if {
	given := _input([], [_duty])
	{[r.code, r.args.state] | some r in requirement.review} == {["no_features", "empty"]} with input as given
	{b.member | some b in requirement.basis} == {"ai-duties"} with input as given
}

test_product_without_ai_does_not_need_it if {
	given := _over({"used": testing.stated(false)}, testing.items([]))
	{[n.code, n.level] | some n in requirement.not_applicable} == {["no_ai", "asserted"]} with input as given
	count(requirement.not_applicable) == 6 with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

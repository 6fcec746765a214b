package bidgate.requirement.ai.services_test

import data.bidgate.lib.testing
import data.bidgate.requirement.ai.services as requirement

_with(used, said, services) := testing.bundle_input({
	"declarations": [testing.declaration({
		"ai": {"state": "stated", "used": used},
		"answers": [testing.answer({
			"requirement": testing.stated("BIDGATE-AI-12"),
			"status": testing.stated("met"),
			"statement": testing.stated(said),
		})],
	})],
	"services": [services],
})

_input(said, services) := _with(testing.stated(true), said, services)

_chat := testing.service({"name": "Support chat", "provider": "OpenAI"})

_codes(set) := {[s.member, s.code, s.args.service] | some s in set}

test_service_that_the_answer_names_is_a_basis if {
	every said in ["We use OpenAI under its terms for businesses.", "The support chat, under a contract of 2026."] {
		given := _input(said, [_chat, testing.service({"name": "Update server"})])
		_codes(requirement.basis) == {["language", "named", "Support chat"]} with input as given
		{n.member | some n in requirement.not_applicable} == {"senses", "learning"} with input as given
		requirement.review == set() with input as given
	}
}

test_service_that_the_answer_leaves_out_is_for_review if {
	given := _input("We use OpenAI.", [_chat, testing.service({"name": "LLM gateway"}), testing.service({"name": "Cloud", "endpoints": ["https://rekognition.example"]})])
	_codes(requirement.review) == {["language", "not_named", "LLM gateway"], ["senses", "not_named", "Cloud"]} with input as given
	requirement.basis == set() with input as given
}

test_service_beside_a_denial_is_for_review if {
	given := _with(testing.stated(false), "OpenAI", [_chat])
	_codes(requirement.review) == {["language", "denied", "Support chat"]} with input as given
	requirement.basis == set() with input as given
}

test_no_such_service_is_nothing_to_judge if {
	given := _input("None.", [testing.service({"name": "Update server", "provider": "Maker"})])
	{n.code | some n in requirement.not_applicable} == {"none"} with input as given
	count(requirement.not_applicable) == 3 with input as given
	requirement.review == set() with input as given
	requirement.basis == set() with input as given
}

test_answer_that_is_not_met_names_nothing if {
	given := object.union(_input("", [_chat]), {"declarations": [testing.declaration({"answers": [testing.answer({
		"requirement": testing.stated("bidgate-AI-12"),
		"status": testing.stated("unknown"),
		"statement": testing.stated("OpenAI"),
	})]})]})
	{r.code | some r in requirement.review} == {"not_named"} with input as given
	requirement.basis == set() with input as given
}

test_answer_that_services_are_not_named_is_a_violation if {
	given := object.union(_input("", [_chat]), {"declarations": [testing.declaration({"answers": [testing.answer({
		"requirement": testing.stated("bidgate-AI-12"),
		"status": testing.stated("not_met"),
	})]})]})
	{[v.member, v.code, v.args.service] | some v in requirement.violation} == {["language", "no_terms", "Support chat"]} with input as given
	requirement.review == set() with input as given
	requirement.basis == set() with input as given
}

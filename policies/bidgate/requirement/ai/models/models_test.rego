package bidgate.requirement.ai.models_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.ai.models as requirement

_states := {"version": "stated", "producer": "absent", "supplier": "stated"}

_model(fields) := testing.component({"type": "machine-learning-model", "name": "net", "states": object.union(_states, fields)})

_card(fields) := testing.model_card(object.union({"row": 1, "limitations": testing.items(["dark"]), "datasets": testing.items(["coco"])}, fields))

_over(subject, components, cards, used) := testing.bundle_input({
	"sboms": [testing.sbom({"subject": {"type": testing.stated(subject), "name": testing.stated("net")}})],
	"components": [components],
	"model_cards": [cards],
	"declarations": [testing.declaration({"ai": {"state": "stated", "used": used}})],
})

_library := testing.component({"type": "library", "name": "zlib"})

_input(model, cards) := _over("application", [_library, model], cards, testing.stated(true))

_codes(set) := {s.code | some s in set}

test_described_model_is_a_basis if {
	every fields in [{}, {"producer": "stated", "supplier": "absent"}] {
		given := _input(_model(fields), [_card({})])
		requirement.basis == {{"code": "described", "args": {"n": 1}, "at": ["components", 0, 1], "level": "asserted"}} with input as given
		requirement.violation == set() with input as given
		requirement.review == set() with input as given
	}
}

test_model_without_a_card_is_a_violation if {
	given := _input(_model({}), [_card({"row": 0})])
	requirement.violation == {{"code": "no_card", "args": {"model": "net"}, "at": ["components", 0, 1]}} with input as given
	requirement.basis == set() with input as given
}

test_subject_without_a_card_is_a_violation if {
	given := _over("machine-learning-model", [], [], testing.stated(true))
	requirement.violation == {{"code": "no_card", "args": {"model": "net"}, "at": ["sboms", 0, "subject"]}} with input as given
	requirement.basis == set() with input as given
}

test_missing_field_is_a_violation if {
	every state in states.missing {
		every given in [
			_input(_model({"version": state}), [_card({})]),
			_input(_model({"supplier": state}), [_card({})]),
			_input(_model({}), [_card({"limitations": {"state": state, "items": []}})]),
			_input(_model({}), [_card({"datasets": {"state": state, "items": []}})]),
		] {
			{[v.code, v.args.state] | some v in requirement.violation} == {["not_stated", state]} with input as given
			requirement.basis == set() with input as given
		}
	}
}

test_field_that_is_not_told_is_for_review if {
	every state in states.told {
		every given in [_input(_model({"version": state}), [_card({})]), _input(_model({}), [_card({"datasets": {"state": state, "items": []}})])] {
			_codes(requirement.review) == {"declared"} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_use_of_ai_without_a_model_is_for_review if {
	given := _over("application", [_library], [], testing.stated(true))
	_codes(requirement.review) == {"none_listed"} with input as given
	requirement.basis == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_no_model_and_no_use_is_nothing_to_judge if {
	given := _over("application", [_library], [], testing.stated(false))
	_codes(requirement.not_applicable) == {"none"} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_subject_with_a_card_is_a_basis if {
	given := _over("machine-learning-model", [], [_card({"row": -1})], testing.stated(true))
	requirement.basis == {{"code": "described", "args": {"n": 1}, "at": ["sboms", 0, "subject"], "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
}

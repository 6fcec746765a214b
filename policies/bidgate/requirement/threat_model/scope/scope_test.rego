package bidgate.requirement.threat_model.scope_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.scope as requirement

_input(scopes) := testing.bundle_input({"threat_models": [testing.threat_model({"scope": s}) | some s in scopes]})

_excluded(reason) := testing.items([{"item": testing.stated("cloud"), "reason": reason, "location": ""}])

_listed := {"state": "stated", "in": testing.items(["firmware"])}

_basis(i, out) := {"code": "scoped", "args": {"out": out}, "at": ["threat_models", i, "scope"], "level": "asserted"}

test_list_or_words_are_a_basis if {
	given := _input([
		_listed,
		{"state": "stated", "description": testing.stated("the gateway")},
		object.union(_listed, {"out": _excluded(testing.stated("run by others"))}),
	])
	requirement.basis == {_basis(0, 0), _basis(1, 0), _basis(2, 1)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_scope_is_a_violation if {
	every field in ["in", "description"] {
		every state in states.missing {
			given := _input([{"state": "stated", field: {"state": state}}])
			requirement.violation == {{"code": "no_scope", "args": {}, "at": ["threat_models", 0, "scope"]}} with input as given
			requirement.basis == set() with input as given
			requirement.review == set() with input as given
		}
	}
}

test_empty_list_is_a_violation if {
	given := _input([{"state": "stated", "in": testing.items([])}])
	{v.code | some v in requirement.violation} == {"no_scope"} with input as given
	requirement.basis == set() with input as given
}

test_declared_scope_is_for_review if {
	every scope in [{"state": "S"}, {"in": {"state": "S"}}, {"description": {"state": "S"}}] {
		every state in states.told {
			given := _input([json.unmarshal(replace(json.marshal(scope), "S", state))])
			requirement.review == {{
				"code": "scope_declared",
				"args": {"state": state},
				"at": ["threat_models", 0, "scope"],
			}} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_words_withheld_do_not_spoil_a_list if {
	given := _input([object.union(_listed, {"description": {"state": "withheld"}})])
	requirement.basis == {_basis(0, 0)} with input as given
	requirement.review == set() with input as given
}

test_part_left_out_without_reason_is_a_violation if {
	every state in states.missing {
		given := _input([object.union(_listed, {"out": _excluded({"state": state, "value": ""})})])
		requirement.violation == {{
			"code": "no_reason",
			"args": {"item": "cloud"},
			"at": ["threat_models", 0, "scope", "out", "items", 0],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_declared_reason_is_for_review if {
	every state in states.told {
		given := _input([object.union(_listed, {"out": _excluded({"state": state, "value": ""})})])
		requirement.review == {{
			"code": "reason_declared",
			"args": {"item": "cloud", "state": state},
			"at": ["threat_models", 0, "scope", "out", "items", 0],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_parts_left_out_and_not_told_are_for_review if {
	every state in testing.unstated - {"absent"} {
		given := _input([object.union(_listed, {"out": {"state": state}})])
		requirement.review == {{
			"code": "out_not_told",
			"args": {"state": state},
			"at": ["threat_models", 0, "scope", "out"],
		}} with input as given
		requirement.basis == set() with input as given
	}
	every state in testing.unstated {
		out := testing.items([{"item": {"state": state, "value": ""}, "reason": testing.stated("run by others"), "location": ""}])
		given := _input([object.union(_listed, {"out": out})])
		requirement.review == {{
			"code": "out_not_told",
			"args": {"state": state},
			"at": ["threat_models", 0, "scope", "out", "items", 0],
		}} with input as given
		requirement.basis == set() with input as given
	}
}

test_each_model_speaks_for_itself if {
	given := _input([_listed, {}])
	requirement.basis == {_basis(0, 0)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_model_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_part_that_is_left_out_without_a_reason_is_a_violation if {
	model := {"scope": _listed, "components": testing.items([testing.model_part({
		"id": testing.stated("cloud"),
		"name": testing.stated("Cloud"),
		"in_scope": testing.stated(false),
		"reason": {"state": "absent"},
	})])}
	given := testing.bundle_input({"threat_models": [testing.threat_model(model)]})
	{[v.code, v.args.item] | some v in requirement.violation} == {["no_reason", "Cloud"]} with input as given
	told := object.union(model, {"scope": object.union(_listed, {"out": _excluded(testing.stated("run by others"))})})
	requirement.violation == set() with input as testing.bundle_input({"threat_models": [testing.threat_model(told)]})
}

test_part_on_both_sides_is_a_violation if {
	given := _input([{"state": "stated", "in": testing.items(["firmware", "The Cloud"]), "out": testing.items([{"item": testing.stated("the cloud"), "reason": testing.stated("Run by others."), "location": ""}])}])
	requirement.violation == {{"code": "both", "args": {"item": "the cloud"}, "at": ["threat_models", 0, "scope", "out", "items", 0]}} with input as given
	requirement.basis == set() with input as given
}

_modelled(items) := testing.bundle_input({
	"threat_models": [testing.threat_model({
		"scope": {"state": "stated", "in": testing.items(items)},
		"components": testing.items([testing.model_part({"id": testing.stated("dev"), "name": testing.stated("Field gateway")}), testing.model_part({"id": testing.stated("cloud"), "name": testing.stated("Service of the maker")})]),
		"interfaces": testing.items([testing.interface({"id": testing.stated("I-1"), "name": testing.stated("debug port")})]),
		"trust_zones": testing.items([testing.named({"id": testing.stated("site")})]),
	})],
	"declarations": [testing.declaration({"product_details": {"parts": testing.items([testing.part({"id": testing.stated("app"), "name": testing.stated("App of the owner")})])}})],
})

test_entry_that_names_no_element_is_for_review if {
	given := _modelled(["field-gateway", "cloud", "gateway-2"])
	requirement.review == set() with input as given
	strange := _modelled(["field-gateway", "cloud", "phone"])
	requirement.review == {{"code": "not_modelled", "args": {"item": "phone"}, "at": ["threat_models", 0, "scope", "in", "items", 2]}} with input as strange
	requirement.basis == set() with input as strange
	requirement.violation == set() with input as strange
}

test_scope_in_other_words_is_compared_with_nothing if {
	every items in [["cloud", "phone"], ["phone", "all radio links"], ["dev", "cloud", "phone", "radio"], ["dev", "radio of the gateway", "cloud"]] {
		given := _modelled(items)
		requirement.review == set() with input as given
		{b.code | some b in requirement.basis} == {"scoped"} with input as given
	}
}

package bidgate.requirement.ai.use_declared_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.ai.use_declared as requirement

_input(sections) := testing.bundle_input({"declarations": [
testing.declaration({"ai": object.union({"state": "stated"}, s)}) |
	some s in sections
]})

_none := {"used": testing.stated(false)}

_uses(features) := {"used": testing.stated(true), "features": features}

_feature(fields) := testing.ai_feature(object.union(
	{
		"id": testing.stated("anomaly"),
		"purpose": testing.stated("find leaks"),
		"decision_scope": testing.stated("alarm"),
		"autonomy": testing.stated("advisory"),
	},
	fields,
))

_fields := {"purpose": "purpose", "decision_scope": "scope of decisions", "autonomy": "autonomy"}

_at(i) := ["declarations", i, "ai"]

_basis(i, n) := {"code": "described", "args": {"features": n}, "at": _at(i), "level": "asserted"}

test_no_ai_is_a_basis if {
	given := _input([_none])
	requirement.basis == {{"code": "none", "args": {}, "at": _at(0), "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_described_features_are_a_basis if {
	given := _input([_uses(testing.items([_feature({}), _feature({"id": testing.stated("other")})]))])
	requirement.basis == {_basis(0, 2)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_answer_is_a_violation if {
	every state in states.missing {
		every section in [{"state": state}, {"used": {"state": state}}] {
			given := _input([section])
			requirement.violation == {{"code": "not_declared", "args": {"state": state}, "at": _at(0)}} with input as given
			requirement.basis == set() with input as given
			requirement.review == set() with input as given
		}
	}
}

test_declared_answer_is_for_review if {
	every state in states.told {
		every section in [{"state": state}, {"used": {"state": state}}] {
			given := _input([section])
			requirement.review == {{"code": "use_declared", "args": {"state": state}, "at": _at(0)}} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_use_without_features_is_a_violation if {
	none := {"empty": testing.items([])}
	every said, list in object.union(none, {state: {"state": state, "items": []} | some state in states.missing}) {
		given := _input([_uses(list)])
		requirement.violation == {{"code": "no_features", "args": {"state": said}, "at": _at(0)}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_declared_features_are_for_review if {
	every state in states.told {
		given := _input([_uses({"state": state})])
		requirement.review == {{"code": "features_declared", "args": {"state": state}, "at": _at(0)}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_missing_field_is_a_violation if {
	every field, name in _fields {
		every state in states.missing {
			given := _input([_uses(testing.items([_feature({}), _feature({field: {"state": state, "value": ""}})]))])
			requirement.violation == {{
				"code": "not_stated",
				"args": {"feature": "anomaly", "field": name, "state": state},
				"at": array.concat(_at(0), ["features", "items", 1]),
			}} with input as given
			requirement.basis == set() with input as given
			requirement.review == set() with input as given
		}
	}
}

test_declared_field_is_for_review if {
	every field, name in _fields {
		every state in states.told {
			given := _input([_uses(testing.items([_feature({field: {"state": state, "value": ""}})]))])
			requirement.review == {{
				"code": "declared",
				"args": {"feature": "anomaly", "field": name, "state": state},
				"at": array.concat(_at(0), ["features", "items", 0]),
			}} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_features_of_a_product_without_ai_contradict if {
	given := _input([object.union(_none, {"features": testing.items([_feature({})])})])
	requirement.violation == {{"code": "contradicts", "args": {}, "at": _at(0)}} with input as given
	requirement.basis == set() with input as given
}

_with_sbom(fields, sections) := testing.bundle_input({
	"bundle": {"documents": [testing.document({"path": "sbom.json"})]},
	"sboms": [testing.sbom(fields)],
	"declarations": _input(sections).declarations,
})

_types(n) := [{"type": "library", "components": 3}, {"type": "machine-learning-model", "components": n}]

test_model_in_the_sbom_of_a_product_without_ai_contradicts if {
	every n, fields in {
		2: {"facts": {"types": _types(2)}},
		1: {"subject": {"type": testing.stated("machine-learning-model")}},
		3: {"facts": {"types": _types(2)}, "subject": {"type": testing.stated("machine-learning-model")}},
	} {
		given := _with_sbom(fields, [_none])
		requirement.violation == {{
			"code": "model_listed",
			"args": {"document": "sbom.json", "models": n},
			"at": _at(0),
		}} with input as given
		requirement.basis == set() with input as given
	}
}

test_package_that_runs_models_is_for_review if {
	given := _with_sbom({"facts": {"purposes": {"machine_learning": [0, 2]}}}, [_none])
	requirement.review == {{"code": "library_listed", "args": {"document": "sbom.json", "packages": 2}, "at": _at(0)}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_no_model_in_the_sbom_agrees_with_no_ai if {
	given := _with_sbom({"facts": {"types": [{"type": "data", "components": 2}]}}, [_none])
	requirement.basis == {{"code": "none", "args": {}, "at": _at(0), "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
}

test_model_in_the_sbom_agrees_with_use if {
	given := _with_sbom({"facts": {"types": _types(1)}}, [_uses(testing.items([_feature({})]))])
	requirement.basis == {_basis(0, 1)} with input as given
	requirement.violation == set() with input as given
}

test_each_declaration_speaks_for_itself if {
	given := _input([_uses(testing.items([_feature({})])), {}])
	requirement.basis == {_basis(0, 1)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_declaration_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

package bidgate.requirement.threat_model.threat_details_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.threat_details as requirement

_input(lists) := testing.bundle_input({"threat_models": [
testing.threat_model({"threats": testing.items([_threat(t) | some t in l])}) |
	some l in lists
]})

_category(state, name) := testing.items([{
	"taxonomy": testing.stated("STRIDE"),
	"name": {"state": state, "value": name},
}])

_threat(fields) := testing.threat(object.union(
	{
		"key": "T-1",
		"id": testing.stated("T-1"),
		"title": testing.stated("False image"),
		"components": testing.items(["firmware"]),
		"categories": _category("stated", "tampering"),
	},
	fields,
))

_said(code, detail) := {
	"code": code,
	"args": {"threat": "T-1", "detail": detail},
	"at": ["threat_models", 0, "threats", "items", 0],
}

_basis(i, n) := {"code": "detailed", "args": {"threats": n}, "at": ["threat_models", i, "threats"], "level": "asserted"}

# For each detail, what a threat looks like that has it in a state.
_in(state) := {
	"id": [{"id": {"state": state, "value": ""}}],
	"title": [{"title": {"state": state, "value": ""}}],
	"affected part": [{"components": {"state": state, "items": []}}],
	"category": [{"categories": {"state": state, "items": []}}, {"categories": _category(state, "")}],
}

test_detailed_threats_are_a_basis if {
	given := _input([[_threat({}), {"id": testing.stated("T-2")}]])
	requirement.basis == {_basis(0, 2)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_other_fields_may_say_it if {
	unsaid := {"state": "absent", "value": ""}
	every fields in [
		{"title": unsaid, "statement": testing.stated("An attacker sends a false image.")},
		{"components": {"state": "absent", "items": []}, "data_flows": testing.items(["F-1"])},
		{"components": {"state": "absent", "items": []}, "bom_refs": testing.items([{"ref": "a", "sbom": 0, "row": 0}])},
	] {
		given := _input([[fields]])
		requirement.basis == {_basis(0, 1)} with input as given
		requirement.violation == set() with input as given
		requirement.review == set() with input as given
	}
}

test_missing_detail_is_a_violation if {
	every state in states.missing {
		every detail, threats in _in(state) {
			every threat in threats {
				given := _input([[threat, {"id": testing.stated("T-2")}]])
				requirement.violation == {_said("not_stated", detail)} with input as given
				requirement.basis == set() with input as given
				requirement.review == set() with input as given
			}
		}
	}
}

test_empty_list_is_a_violation if {
	every field, detail in {"components": "affected part", "categories": "category"} {
		given := _input([[{field: testing.items([])}]])
		requirement.violation == {_said("not_stated", detail)} with input as given
		requirement.basis == set() with input as given
	}
}

test_declared_detail_is_for_review if {
	every state in states.told {
		every detail, threats in _in(state) {
			every threat in threats {
				given := _input([[threat]])
				requirement.review == {_said("declared", detail)} with input as given
				requirement.basis == set() with input as given
				requirement.violation == set() with input as given
			}
		}
	}
}

test_model_without_threats_is_for_review if {
	given := _input([[]])
	requirement.review == {{"code": "no_threats", "args": {}, "at": ["threat_models", 0, "threats"]}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_each_model_speaks_for_itself if {
	given := _input([[{}], [{"id": {"state": "absent", "value": ""}}]])
	requirement.basis == {_basis(0, 1)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_model_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_category_that_stride_does_not_have_is_a_violation if {
	given := _input([[_threat({"categories": _category("stated", "mischief")})]])
	requirement.violation == {{
		"code": "other_category",
		"args": {"threat": "T-1", "category": "mischief"},
		"at": ["threat_models", 0, "threats", "items", 0],
	}} with input as given
	requirement.basis == set() with input as given
}

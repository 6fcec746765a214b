package bidgate.requirement.threat_model.assets_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.assets as requirement

_input(lists) := testing.bundle_input({"threat_models": [testing.threat_model({"assets": l}) | some l in lists]})

_asset(fields) := testing.asset(object.union(
	{"id": testing.stated("A-1"), "name": testing.stated("release key"), "sensitivity": testing.items(["integrity"])},
	fields,
))

_basis(i, n) := {"code": "listed", "args": {"assets": n}, "at": ["threat_models", i, "assets"], "level": "asserted"}

_asset_at(j) := ["threat_models", 0, "assets", "items", j]

test_assets_with_sensitivity_are_a_basis if {
	given := _input([testing.items([_asset({}), _asset({"id": testing.stated("A-2")})])])
	requirement.basis == {_basis(0, 2)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_list_is_a_violation if {
	every state in states.missing {
		given := _input([{"state": state}])
		requirement.violation == {{"code": "none", "args": {"state": state}, "at": ["threat_models", 0, "assets"]}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_empty_list_is_a_violation if {
	given := _input([testing.items([])])
	{v.args.state | some v in requirement.violation} == {"empty"} with input as given
	requirement.basis == set() with input as given
}

test_declared_list_is_for_review if {
	every state in states.told {
		given := _input([{"state": state}])
		requirement.review == {{
			"code": "list_declared",
			"args": {"state": state},
			"at": ["threat_models", 0, "assets"],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_missing_field_is_a_violation if {
	every state in states.missing {
		every field, value in {"name": {"state": state, "value": ""}, "sensitivity": {"state": state, "items": []}} {
			given := _input([testing.items([_asset({}), _asset({field: value})])])
			requirement.violation == {{
				"code": "not_stated",
				"args": {"asset": "A-1", "field": field, "state": state},
				"at": _asset_at(1),
			}} with input as given
			requirement.basis == set() with input as given
			requirement.review == set() with input as given
		}
	}
}

test_empty_sensitivity_is_a_violation if {
	given := _input([testing.items([_asset({"sensitivity": testing.items([])})])])
	{v.args.state | some v in requirement.violation} == {"empty"} with input as given
	requirement.basis == set() with input as given
}

test_declared_field_is_for_review if {
	every state in states.told {
		every field, value in {"name": {"state": state, "value": ""}, "sensitivity": {"state": state, "items": []}} {
			given := _input([testing.items([_asset({field: value})])])
			requirement.review == {{
				"code": "declared",
				"args": {"asset": "A-1", "field": field, "state": state},
				"at": _asset_at(0),
			}} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_each_model_speaks_for_itself if {
	given := _input([testing.items([_asset({})]), {"state": "absent"}])
	requirement.basis == {_basis(0, 1)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_model_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_asset_without_an_id_is_called_by_its_name if {
	given := _input([testing.items([_asset({"id": {"state": "absent", "value": ""}, "sensitivity": {"state": "unknown", "items": []}})])])
	{r.args.asset | some r in requirement.review} == {"release key"} with input as given
}

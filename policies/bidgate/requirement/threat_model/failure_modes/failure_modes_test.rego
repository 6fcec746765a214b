package bidgate.requirement.threat_model.failure_modes_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.failure_modes as requirement

_input(lists) := testing.bundle_input({"threat_models": [testing.threat_model({"failure_modes": l}) | some l in lists]})

_mode(fields) := testing.failure_mode(object.union(
	{"id": testing.stated("FM-1"), "detection": testing.stated("heartbeat"), "fallback": testing.stated("local storage")},
	fields,
))

_list_at := ["threat_models", 0, "failure_modes"]

_basis(i, n) := {"code": "described", "args": {"modes": n}, "at": ["threat_models", i, "failure_modes"], "level": "asserted"}

test_described_failure_modes_are_a_basis if {
	given := _input([testing.items([_mode({}), _mode({"id": testing.stated("FM-2")})])])
	requirement.basis == {_basis(0, 2)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_list_is_a_violation if {
	every state in states.missing {
		given := _input([{"state": state}])
		requirement.violation == {{"code": "not_listed", "args": {"state": state}, "at": _list_at}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_empty_list_is_for_review if {
	given := _input([testing.items([])])
	requirement.review == {{"code": "none_known", "args": {}, "at": _list_at}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_declared_list_is_for_review if {
	every state in states.told {
		given := _input([{"state": state}])
		requirement.review == {{"code": "list_declared", "args": {"state": state}, "at": _list_at}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_missing_field_is_a_violation if {
	every field in ["detection", "fallback"] {
		every state in states.missing {
			given := _input([testing.items([_mode({}), _mode({field: {"state": state, "value": ""}})])])
			requirement.violation == {{
				"code": "not_stated",
				"args": {"mode": "FM-1", "field": field, "state": state},
				"at": array.concat(_list_at, ["items", 1]),
			}} with input as given
			requirement.basis == set() with input as given
			requirement.review == set() with input as given
		}
	}
}

test_declared_field_is_for_review if {
	every field in ["detection", "fallback"] {
		every state in states.told {
			given := _input([testing.items([_mode({field: {"state": state, "value": ""}})])])
			requirement.review == {{
				"code": "declared",
				"args": {"mode": "FM-1", "field": field, "state": state},
				"at": array.concat(_list_at, ["items", 0]),
			}} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_each_model_speaks_for_itself if {
	given := _input([testing.items([_mode({})]), {"state": "absent"}])
	requirement.basis == {_basis(0, 1)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_model_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

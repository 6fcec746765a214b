package bidgate.requirement.threat_model.residual_risk_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.residual_risk as requirement

_input(limit, lists) := testing.bundle_input({
	"threat_models": [testing.threat_model({"threats": testing.items([_threat(t) | some t in l])}) | some l in lists],
	"parameters": {"threat_model": {"residual_risk": {"max_residual": limit}}},
})

_threat(fields) := testing.threat(object.union({"key": "T-1", "status": testing.stated("mitigated")}, fields))

_medium := {"set": true, "value": "medium"}

_unset := {"set": false, "value": ""}

_left(residual) := {"residual": testing.stated(residual)}

_at(j) := ["threat_models", 0, "threats", "items", j]

_basis(i, n) := {
	"code": "within_limit",
	"args": {"limit": "medium", "threats": n},
	"at": ["threat_models", i, "threats"],
	"level": "asserted",
}

test_risks_within_the_limit_are_a_basis if {
	given := _input(_medium, [[_left("info"), _left("low"), _left("medium")]])
	requirement.basis == {_basis(0, 3)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_risk_above_the_limit_is_a_violation if {
	every residual in ["high", "critical"] {
		given := _input(_medium, [[_left("low"), _left(residual)]])
		requirement.violation == {{
			"code": "above_limit",
			"args": {"threat": "T-1", "residual": residual, "limit": "medium"},
			"at": _at(1),
		}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_missing_risk_is_a_violation if {
	every state in states.missing {
		given := _input(_medium, [[_left("low"), {"residual": {"state": state}}]])
		requirement.violation == {{
			"code": "not_stated",
			"args": {"threat": "T-1", "state": state, "limit": "medium"},
			"at": _at(1),
		}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_declared_risk_is_for_review if {
	every state in states.told {
		given := _input(_medium, [[_left("low"), {"residual": {"state": state}}]])
		requirement.review == {{"code": "declared", "args": {"threat": "T-1", "state": state}, "at": _at(1)}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_threat_that_is_gone_leaves_no_risk if {
	every status in ["avoided", "not_applicable"] {
		given := _input(_medium, [[{"status": testing.stated(status)}]])
		requirement.basis == {_basis(0, 1)} with input as given
		requirement.violation == set() with input as given
	}
}

test_status_that_is_not_stated_excuses_nothing if {
	every state in testing.unstated {
		given := _input(_medium, [[{"status": {"state": state, "value": ""}}]])
		{v.code | some v in requirement.violation} == {"not_stated"} with input as given
		requirement.basis == set() with input as given
	}
}

test_model_without_threats_is_for_review if {
	given := _input(_medium, [[]])
	requirement.review == {{"code": "no_threats", "args": {}, "at": ["threat_models", 0, "threats"]}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_limit_that_is_no_rating_is_for_review if {
	given := _input({"set": true, "value": "hgih"}, [[_left("low"), {"status": testing.stated("avoided")}]])
	requirement.review == {{
		"code": "wrong_limit",
		"args": {"limit": "hgih"},
		"at": ["threat_models", 0, "threats"],
	}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_no_limit_makes_it_not_applicable if {
	given := _input(_unset, [[_left("critical")], []])
	requirement.not_applicable == {
		{"code": "limit_not_set", "args": {}, "at": ["threat_models", 0, "threats"], "level": "verified"},
		{"code": "limit_not_set", "args": {}, "at": ["threat_models", 1, "threats"], "level": "verified"},
	} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_each_model_speaks_for_itself if {
	given := _input(_medium, [[_left("low")], [_left("high")]])
	requirement.basis == {_basis(0, 1)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_model_is_silent if {
	every limit in [_medium, _unset] {
		given := _input(limit, [])
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
		requirement.review == set() with input as given
		requirement.not_applicable == set() with input as given
	}
}

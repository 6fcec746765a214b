package bidgate.requirement.threat_model.threats_rated_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.threats_rated as requirement

_input(lists) := testing.bundle_input({"threat_models": [testing.threat_model({"threats": testing.items(l)}) | some l in lists]})

_threat(fields) := testing.threat(object.union(
	{"key": "T-1", "likelihood": testing.stated("rare"), "impact": testing.stated("major")},
	fields,
))

_basis(i, n) := {"code": "rated", "args": {"threats": n}, "at": ["threat_models", i, "threats"], "level": "asserted"}

test_rated_threats_are_a_basis if {
	given := _input([[_threat({}), _threat({"key": "T-2"})]])
	requirement.basis == {_basis(0, 2)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_rating_is_a_violation if {
	every rating in ["likelihood", "impact"] {
		every state in states.missing {
			given := _input([[_threat({"key": "T-2"}), _threat({rating: {"state": state, "value": ""}})]])
			requirement.violation == {{
				"code": "not_rated",
				"args": {"threat": "T-1", "rating": rating, "state": state},
				"at": ["threat_models", 0, "threats", "items", 1],
			}} with input as given
			requirement.basis == set() with input as given
			requirement.review == set() with input as given
		}
	}
}

test_declared_rating_is_for_review if {
	every rating in ["likelihood", "impact"] {
		every state in states.told {
			given := _input([[_threat({rating: {"state": state, "value": ""}})]])
			requirement.review == {{
				"code": "declared",
				"args": {"threat": "T-1", "rating": rating, "state": state},
				"at": ["threat_models", 0, "threats", "items", 0],
			}} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
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
	given := _input([[_threat({})], [testing.threat({})]])
	requirement.basis == {_basis(0, 1)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

_matrix := {
	"state": "stated",
	"impact": testing.items(["minor", "major"]),
	"matrix": testing.items([_row("rare", ["low", "medium"])]),
}

_row(likelihood, severities) := {
	"likelihood": testing.stated(likelihood),
	"severity": testing.items(severities),
	"location": "/scale/matrix/0",
}

_scaled(threat) := testing.bundle_input({"threat_models": [testing.threat_model({
	"scale": _matrix,
	"threats": testing.items([threat]),
})]})

_severe(severity) := _threat({"severity": testing.stated(severity), "severity_basis": "stated"})

test_severity_by_the_matrix_is_a_basis if {
	given := _scaled(_severe("medium"))
	requirement.basis == {_basis(0, 1)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_severity_against_the_matrix_is_a_violation if {
	given := _scaled(_severe("low"))
	requirement.violation == {{
		"code": "not_by_matrix",
		"args": {"threat": "T-1", "likelihood": "rare", "impact": "major", "expected": "medium", "severity": "low"},
		"at": ["threat_models", 0, "threats", "items", 0],
	}} with input as given
	requirement.basis == set() with input as given
}

test_rating_outside_the_matrix_is_for_review if {
	given := _scaled(object.union(_severe("low"), {"likelihood": testing.stated("certain")}))
	requirement.review == {{
		"code": "not_in_matrix",
		"args": {"threat": "T-1", "likelihood": "certain", "impact": "major"},
		"at": ["threat_models", 0, "threats", "items", 0],
	}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_derived_severity_is_not_held_to_the_matrix if {
	given := _scaled(object.union(_severe("low"), {"severity_basis": "derived"}))
	requirement.basis == {_basis(0, 1)} with input as given
	requirement.violation == set() with input as given
}

test_no_model_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_more_remains_than_there_was_is_a_violation if {
	given := _input([[_threat({"severity": testing.stated("low"), "residual": testing.stated("high")}), _threat({"severity": testing.stated("high"), "residual": testing.stated("high")})]])
	requirement.violation == {{
		"code": "remains_above",
		"args": {"threat": "T-1", "residual": "high", "severity": "low"},
		"at": ["threat_models", 0, "threats", "items", 0],
	}} with input as given
	requirement.basis == set() with input as given
}

_ended(likelihood, impact, severity) := testing.bundle_input({"threat_models": [testing.threat_model({
	"scale": {
		"state": "stated",
		"likelihood": testing.items(["rare", "possible", "certain"]),
		"impact": testing.items(["slight", "major", "severe"]),
	},
	"threats": testing.items([_threat({
		"likelihood": testing.stated(likelihood),
		"impact": testing.stated(impact),
		"severity": testing.stated(severity),
		"severity_basis": "stated",
	})]),
})]})

test_severity_at_the_other_end_of_the_scale_is_for_review if {
	every case in [["rare", "slight", "critical"], ["certain", "severe", "low"]] {
		[likelihood, impact, severity] := case
		given := _ended(likelihood, impact, severity)
		requirement.review == {{
			"code": "far_from",
			"args": {"threat": "T-1", "likelihood": likelihood, "impact": impact, "severity": severity},
			"at": ["threat_models", 0, "threats", "items", 0],
		}} with input as given
		requirement.basis == set() with input as given
	}
	every case in [["rare", "slight", "low"], ["certain", "severe", "high"], ["rare", "severe", "critical"]] {
		[likelihood, impact, severity] := case
		requirement.review == set() with input as _ended(likelihood, impact, severity)
	}
}

package bidgate.requirement.threat_model.high_threat_controls_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.high_threat_controls as requirement

_input(models) := testing.bundle_input({"threat_models": [testing.threat_model({
	"threats": testing.items([_threat(t) | some t in model.threats]),
	"mitigations": testing.items([testing.mitigation({"status": s}) | some s in model.mitigations]),
}) |
	some model in models
]})

_threat(fields) := testing.threat(object.union(
	{"key": "T-1", "severity": testing.stated("high"), "status": testing.stated("open"), "mitigations": [0]},
	fields,
))

_one(threats, status) := _input([{"threats": threats, "mitigations": [status]}])

_verified := testing.stated("verified")

_at(i, j) := ["threat_models", i, "threats", "items", j]

_basis(i, high, n) := {
	"code": "met",
	"args": {"high": high, "threats": n},
	"at": ["threat_models", i, "threats"],
	"level": "asserted",
}

test_high_threats_with_a_mitigation_are_a_basis if {
	every status in ["planned", "in_progress", "implemented", "verified"] {
		given := _one([{}, {"severity": testing.stated("low"), "mitigations": []}], testing.stated(status))
		requirement.basis == {_basis(0, 1, 2)} with input as given
		requirement.violation == set() with input as given
		requirement.review == set() with input as given
	}
}

test_high_threat_without_a_mitigation_is_a_violation if {
	every severity in ["high", "critical"] {
		given := _one([{}, {"severity": testing.stated(severity), "mitigations": []}], _verified)
		requirement.violation == {{
			"code": "not_met",
			"args": {"threat": "T-1", "severity": severity},
			"at": _at(0, 1),
		}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_mitigation_that_does_not_stand_does_not_count if {
	statuses := {testing.stated(s) | some s in ["proposed", "rejected", "retired"]} | {{"state": s} | some s in states.missing}
	every status in statuses {
		given := _one([{}], status)
		{v.code | some v in requirement.violation} == {"not_met"} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_mitigation_that_does_not_tell_its_status_is_for_review if {
	every state in states.told {
		given := _one([{}], {"state": state})
		requirement.review == {{
			"code": "status_not_told",
			"args": {"threat": "T-1", "severity": "high"},
			"at": _at(0, 0),
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_threat_answered_otherwise_needs_no_mitigation if {
	every status in ["accepted", "transferred", "avoided", "not_applicable"] {
		given := _one([{"status": testing.stated(status), "mitigations": []}], _verified)
		requirement.basis == {_basis(0, 0, 1)} with input as given
		requirement.violation == set() with input as given
	}
}

test_status_that_is_not_stated_excuses_nothing if {
	every state in testing.unstated {
		given := _one([{"status": {"state": state, "value": ""}, "mitigations": []}], _verified)
		{v.code | some v in requirement.violation} == {"not_met"} with input as given
		requirement.basis == set() with input as given
	}
}

test_bare_threat_without_severity_is_for_review if {
	every state in testing.unstated {
		given := _one([{"severity": {"state": state, "value": ""}, "mitigations": []}], _verified)
		requirement.review == {{
			"code": "no_severity",
			"args": {"threat": "T-1", "state": state},
			"at": _at(0, 0),
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_model_without_threats_is_for_review if {
	given := _one([], _verified)
	requirement.review == {{"code": "no_threats", "args": {}, "at": ["threat_models", 0, "threats"]}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_each_model_speaks_for_itself if {
	given := _input([{"threats": [{}], "mitigations": [_verified]}, {"threats": [{}], "mitigations": []}])
	requirement.basis == {_basis(0, 1, 1)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_model_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

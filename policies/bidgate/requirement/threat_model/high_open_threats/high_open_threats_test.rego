package bidgate.requirement.threat_model.high_open_threats_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.high_open_threats as requirement

_model(threats, mitigations) := testing.threat_model({
	"threats": testing.items(threats),
	"mitigations": testing.items(mitigations),
})

_input(models) := testing.bundle_input({"threat_models": models})

_threat(fields) := testing.threat(object.union(
	{"key": "T-1", "severity": testing.stated("high"), "status": testing.stated("open"), "mitigations": [0]},
	fields,
))

_mitigation(fields) := testing.mitigation(object.union(
	{"status": testing.stated("planned"), "owner": testing.stated("alice"), "due": testing.date(500)},
	fields,
))

_basis(i, high, threats) := {
	"code": "planned",
	"args": {"high": high, "threats": threats},
	"at": ["threat_models", i, "threats"],
	"level": "asserted",
}

_violation(severity) := {
	"code": "no_plan",
	"args": {"threat": "T-1", "severity": severity},
	"at": ["threat_models", 0, "threats", "items", 0],
}

test_plan_for_each_high_threat_is_a_basis if {
	every status in ["planned", "in_progress", "implemented", "verified"] {
		given := _input([_model([_threat({}), _threat({"severity": testing.stated("critical")})], [_mitigation({"status": testing.stated(status)})])])
		requirement.basis == {_basis(0, 2, 2)} with input as given
		requirement.violation == set() with input as given
		requirement.review == set() with input as given
	}
}

test_model_without_high_open_threats_is_a_basis if {
	given := _input([_model(
		[
			_threat({"severity": testing.stated("medium"), "mitigations": []}),
			_threat({"status": testing.stated("mitigated"), "mitigations": []}),
		],
		[],
	)])
	requirement.basis == {_basis(0, 0, 2)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_high_threat_without_mitigation_is_a_violation if {
	every severity in ["high", "critical"] {
		given := _input([_model([_threat({"severity": testing.stated(severity), "mitigations": []})], [_mitigation({})])])
		requirement.violation == {_violation(severity)} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_threat_that_does_not_state_its_status_counts_as_open if {
	every state in testing.unstated {
		given := _input([_model([_threat({"status": {"state": state, "value": ""}, "mitigations": []})], [])])
		requirement.violation == {_violation("high")} with input as given
		requirement.basis == set() with input as given
	}
}

test_mitigation_that_is_not_active_is_no_plan if {
	every status in ["proposed", "rejected", "retired", ""] {
		given := _input([_model([_threat({})], [_mitigation({"status": testing.stated(status)})])])
		requirement.violation == {_violation("high")} with input as given
		requirement.basis == set() with input as given
	}
}

test_mitigation_without_status_is_no_plan if {
	every state in states.missing {
		given := _input([_model([_threat({})], [_mitigation({"status": {"state": state, "value": ""}})])])
		requirement.violation == {_violation("high")} with input as given
	}
}

_untold := {
	"code": "plan_declared",
	"args": {"threat": "T-1", "severity": "high"},
	"at": ["threat_models", 0, "threats", "items", 0],
}

test_mitigation_whose_status_is_not_told_is_for_review if {
	every state in states.told {
		given := _input([_model([_threat({})], [_mitigation({"status": {"state": state, "value": ""}})])])
		requirement.review == {_untold} with input as given
		requirement.violation == set() with input as given
		requirement.basis == set() with input as given
	}
}

test_format_that_cannot_list_mitigations_is_for_review if {
	every state in states.told {
		model := testing.threat_model({
			"threats": testing.items([_threat({"mitigations": []})]),
			"mitigations": {"state": state, "items": []},
		})
		requirement.review == {_untold} with input as _input([model])
		requirement.violation == set() with input as _input([model])
	}
}

test_plan_without_owner_or_date_is_a_violation if {
	every field in ["owner", "due"] {
		every state in states.missing {
			given := _input([_model([_threat({})], [_mitigation({field: {"state": state}})])])
			requirement.violation == {_violation("high")} with input as given
			requirement.basis == set() with input as given
			requirement.review == set() with input as given
		}
	}
}

test_declared_owner_or_date_is_for_review if {
	every field in ["owner", "due"] {
		every state in states.told {
			given := _input([_model([_threat({})], [_mitigation({field: {"state": state}})])])
			requirement.review == {{
				"code": "plan_declared",
				"args": {"threat": "T-1", "severity": "high"},
				"at": ["threat_models", 0, "threats", "items", 0],
			}} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_open_threat_without_severity_is_for_review if {
	every state in testing.unstated {
		given := _input([_model([_threat({"severity": {"state": state, "value": ""}})], [_mitigation({})])])
		requirement.review == {{
			"code": "no_severity",
			"args": {"threat": "T-1", "state": state},
			"at": ["threat_models", 0, "threats", "items", 0],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_model_without_threats_is_for_review if {
	given := _input([testing.threat_model({})])
	requirement.review == {{"code": "no_threats", "args": {}, "at": ["threat_models", 0, "threats"]}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_each_model_speaks_for_itself if {
	given := _input([
		_model([_threat({})], []),
		_model([_threat({})], [_mitigation({})]),
	])
	{v.at[1] | some v in requirement.violation} == {0} with input as given
	requirement.basis == {_basis(1, 1, 1)} with input as given
}

test_no_model_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_high_risk_that_remains_needs_a_plan if {
	every residual in ["high", "critical"] {
		mitigated := _threat({"status": testing.stated("mitigated"), "residual": testing.stated(residual)})
		given := _input([_model([mitigated], [_mitigation({"due": {"state": "absent"}})])])
		requirement.violation == {object.union(_violation(residual), {"code": "remains"})} with input as given
		requirement.basis == set() with input as given

		planned := _input([_model([mitigated], [_mitigation({})])])
		requirement.basis == {_basis(0, 1, 1)} with input as planned
		requirement.violation == set() with input as planned
	}
}

test_risk_that_remains_and_is_accepted_needs_no_plan_here if {
	accepted := _threat({"status": testing.stated("accepted"), "residual": testing.stated("high"), "mitigations": []})
	given := _input([_model([accepted], [])])
	requirement.basis == {_basis(0, 0, 1)} with input as given
	requirement.violation == set() with input as given
}

package bidgate.requirement.threat_model.accepted_risk_approved_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.accepted_risk_approved as requirement

_input(lists) := testing.bundle_input({
	"as_of": testing.day(100),
	"threat_models": [testing.threat_model({"threats": testing.items(l)}) | some l in lists],
})

_threat(fields) := testing.threat(object.union(
	{
		"key": "T-1",
		"response": testing.stated("accept"),
		"approver": testing.stated("alice"),
		"justification": testing.stated("rare and small"),
		"expires": testing.date(100),
	},
	fields,
))

_reduced := testing.threat({"key": "T-9", "status": testing.stated("mitigated"), "response": testing.stated("reduce")})

_basis(i, n) := {"code": "approved", "args": {"accepted": n}, "at": ["threat_models", i, "threats"], "level": "asserted"}

test_approved_risks_are_a_basis if {
	by_status := _threat({"key": "T-2", "response": {"state": "absent", "value": ""}, "status": testing.stated("accepted")})
	given := _input([[_reduced, _threat({}), by_status]])
	requirement.basis == {_basis(0, 2)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_threat_that_tells_neither_response_nor_status_is_for_review if {
	every state in testing.unstated {
		open := testing.threat({"key": "T-2", "response": {"state": state, "value": ""}, "status": {"state": state, "value": ""}})
		given := _input([[_threat({}), open], [open]])
		requirement.review == {{
			"code": "unclear",
			"args": {"threat": "T-2"},
			"at": ["threat_models", i, "threats", "items", 1 - i],
		} |
			some i in [0, 1]
		} with input as given
		requirement.basis == set() with input as given
		requirement.not_applicable == set() with input as given
	}
}

test_missing_field_is_a_violation if {
	every field in ["approver", "justification", "expires"] {
		every state in states.missing {
			given := _input([[_threat({}), _threat({"key": "T-2", field: {"state": state}})]])
			requirement.violation == {{
				"code": "not_stated",
				"args": {"threat": "T-2", "field": field, "state": state},
				"at": ["threat_models", 0, "threats", "items", 1],
			}} with input as given
			requirement.basis == set() with input as given
			requirement.review == set() with input as given
		}
	}
}

test_declared_field_is_for_review if {
	every field in ["approver", "justification", "expires"] {
		every state in states.told {
			given := _input([[_threat({field: {"state": state}})]])
			requirement.review == {{
				"code": "declared",
				"args": {"threat": "T-1", "field": field, "state": state},
				"at": ["threat_models", 0, "threats", "items", 0],
			}} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_expired_acceptance_is_a_violation if {
	given := _input([[_threat({"expires": testing.date(99)})]])
	requirement.violation == {{
		"code": "expired",
		"args": {"threat": "T-1", "day": 99, "as_of": 100},
		"at": ["threat_models", 0, "threats", "items", 0],
	}} with input as given
	requirement.basis == set() with input as given
}

test_model_that_accepts_nothing_makes_it_not_applicable if {
	every state in testing.unstated {
		given := _input([[_reduced, testing.threat({"response": {"state": state}, "status": testing.stated("open")})]])
		requirement.not_applicable == {{
			"code": "none_accepted",
			"args": {"threats": 2},
			"at": ["threat_models", 0, "threats"],
			"level": "verified",
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
		requirement.review == set() with input as given
	}
}

test_model_without_threats_is_for_review if {
	given := _input([[]])
	requirement.review == {{"code": "no_threats", "args": {}, "at": ["threat_models", 0, "threats"]}} with input as given
	requirement.basis == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_each_model_speaks_for_itself if {
	given := _input([[_threat({})], [_reduced], [_threat({"expires": testing.date(1)})]])
	requirement.basis == {_basis(0, 1)} with input as given
	{n.at[1] | some n in requirement.not_applicable} == {1} with input as given
	{v.at[1] | some v in requirement.violation} == {2} with input as given
}

test_no_model_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

_written(owner) := object.union(_input([[_threat({})]]), {"threat_models": [testing.threat_model({
	"threats": testing.items([_threat({})]),
	"authors": testing.items([testing.person({"name": testing.stated("Alice")})]),
	"owner": {"name": testing.stated(owner)},
})]})

test_risk_accepted_by_an_author_is_for_review if {
	given := _written("Ines")
	requirement.review == {{
		"code": "by_author",
		"args": {"threat": "T-1", "approver": "alice"},
		"at": ["threat_models", 0, "threats", "items", 0],
	}} with input as given
	requirement.basis == set() with input as given
	own := _written("alice")
	requirement.basis == {_basis(0, 1)} with input as own
	requirement.review == set() with input as own
}

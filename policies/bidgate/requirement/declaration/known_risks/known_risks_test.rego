package bidgate.requirement.declaration.known_risks_test

import data.bidgate.lib.testing
import data.bidgate.requirement.declaration.known_risks as requirement

_absent := {"state": "absent"}

_risk(fields) := testing.risk(object.union({"id": testing.stated("KR-1"), "response": testing.stated("accept")}, fields))

_accepted := {"accepted_by": testing.stated("ada"), "review": testing.date(600)}

_linked(severity, response) := _risk({
	"accepted_by": testing.stated("ada"),
	"review": testing.date(600),
	"severity": testing.stated(severity),
	"response": testing.stated(response),
	"threat": testing.stated("T-1"),
})

_threat(status, residual) := testing.threat({
	"key": "T-1",
	"id": testing.stated("T-1"),
	"severity": testing.stated("high"),
	"residual": residual,
	"status": testing.stated(status),
})

_input(risks, threats) := testing.bundle_input({
	"as_of": testing.day(500),
	"declarations": [testing.declaration({"known_risks": testing.items(risks)})],
	"threat_models": [testing.threat_model({"threats": testing.items(threats)})],
})

_at := ["declarations", 0, "known_risks", "items", 0]

_basis(n) := {{"code": "agree", "args": {"n": n}, "at": ["declarations", 0, "known_risks"], "level": "asserted"}}

test_accepted_risk_with_all_that_is_asked_is_a_basis if {
	given := _input([_risk(_accepted)], [])
	requirement.basis == _basis(1) with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_risk_accepted_by_nobody_is_a_violation if {
	every state in ["absent", "placeholder", "invalid"] {
		given := _input([_risk({"accepted_by": {"state": state}, "review": testing.date(600)})], [])
		requirement.violation == {{"code": "not_stated", "args": {"risk": "KR-1", "field": "acceptor", "state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
}

test_risk_accepted_for_ever_is_a_violation if {
	given := _input([_risk({"accepted_by": testing.stated("ada"), "review": _absent})], [])
	requirement.violation == {{"code": "not_stated", "args": {"risk": "KR-1", "field": "day of review", "state": "absent"}, "at": _at}} with input as given
	requirement.basis == set() with input as given
}

test_risk_that_nobody_looked_at_again_is_a_violation if {
	given := _input([_risk({"accepted_by": testing.stated("ada"), "review": testing.date(499)})], [])
	requirement.violation == {{"code": "overdue", "args": {"risk": "KR-1", "day": 499, "as_of": 500}, "at": _at}} with input as given
	requirement.basis == set() with input as given
}

test_declared_acceptor_is_for_review if {
	every state in ["unknown", "withheld"] {
		given := _input([_risk({"accepted_by": {"state": state}, "review": testing.date(600)})], [])
		requirement.review == {{"code": "declared", "args": {"risk": "KR-1", "field": "acceptor", "state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_risk_that_is_called_milder_than_its_threat_is_a_violation if {
	every case in [["open", testing.stated("low"), "reduce", "high"], ["mitigated", testing.stated("medium"), "reduce", "medium"], ["mitigated", _absent, "reduce", "high"]] {
		[status, residual, response, rated] := case
		given := _input([_linked("low", response)], [_threat(status, residual)])
		requirement.violation == {{
			"code": "milder",
			"args": {"risk": "KR-1", "severity": "low", "threat": "T-1", "rated": rated},
			"at": _at,
		}} with input as given
		requirement.basis == set() with input as given
	}
}

test_risk_that_fits_its_threat_is_a_basis if {
	every case in [["open", "high", "reduce"], ["mitigated", "low", "accept"], ["accepted", "low", "accept"], ["transferred", "critical", "transfer"], ["not_applicable", "low", "avoid"]] {
		[status, severity, response] := case
		given := _input([_linked(severity, response)], [_threat(status, testing.stated("low"))])
		requirement.basis == _basis(1) with input as given
		requirement.violation == set() with input as given
	}
}

test_answer_that_does_not_fit_the_threat_is_a_violation if {
	every case in [["open", "accept"], ["accepted", "transfer"], ["open", "avoid"], ["transferred", "reduce"]] {
		[status, response] := case
		given := _input([_linked("high", response)], [_threat(status, testing.stated("low"))])
		requirement.violation == {{
			"code": "other_answer",
			"args": {"risk": "KR-1", "response": response, "threat": "T-1", "status": status},
			"at": _at,
		}} with input as given
		requirement.basis == set() with input as given
	}
}

test_nothing_is_judged_without_accepted_or_linked_risks if {
	every risks in [[], [_risk({"response": testing.stated("reduce")})]] {
		given := _input(risks, [_threat("open", _absent)])
		requirement.not_applicable == {{"code": "nothing_to_judge", "args": {}, "at": ["declarations", 0, "known_risks"], "level": "verified"}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_risk_without_an_answer_is_for_review if {
	every state in ["absent", "unknown"] {
		given := _input([_risk({"response": {"state": state, "value": ""}})], [])
		requirement.review == {{"code": "unanswered", "args": {"risk": "KR-1", "state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.not_applicable == set() with input as given
	}
}

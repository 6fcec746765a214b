package bidgate.requirement.threat_model.control_claims_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.control_claims as requirement

_as_of := {"day": 20000, "text": "2024-10-04"}

_input(controls, status) := testing.bundle_input({
	"as_of": _as_of,
	"threat_models": [testing.threat_model({
		"mitigations": testing.items(controls),
		"threats": testing.items([testing.threat({"status": status, "mitigations": [row | some row, _ in controls]})]),
	})],
	"parameters": {"threat_model": {"control_claims": {"due_words": [`\b(?:by|until) (\d{4}-\d{2}-\d{2})\b`]}}},
})

_control(status, fields) := testing.mitigation(object.union({"id": testing.stated("M-1"), "status": testing.stated(status)}, fields))

_shown := {"evidence": testing.items([{
	"path": testing.stated("evidence/test.md"),
	"digest": {"state": "absent", "value": ""},
	"url": {"state": "absent", "value": ""},
	"outcome": "no_digest",
	"document": 0,
	"location": "",
}])}

_open := testing.stated("open")

_at := ["threat_models", 0, "mitigations", "items", 0]

_basis(n) := {"code": "held", "args": {"n": n}, "at": ["threat_models", 0, "mitigations"], "level": "asserted"}

test_shown_control_and_plan_on_time_are_a_basis if {
	given := _input([_control("verified", _shown), _control("planned", {"due": testing.date(20000)})], _open)
	requirement.basis == {_basis(2)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_verified_control_that_nothing_shows_is_for_review if {
	every state in states.missing | states.told {
		given := _input([_control("verified", {"evidence": {"state": state, "items": []}})], testing.stated("mitigated"))
		requirement.review == {{"code": "not_shown", "args": {"control": "M-1", "state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
	nothing := _input([_control("verified", {"evidence": testing.items([])})], _open)
	{r.args.state | some r in requirement.review} == {"empty"} with input as nothing
}

test_plan_whose_day_has_passed_is_a_violation if {
	every status in ["planned", "in_progress"] {
		every threat in [_open, {"state": "absent"}] {
			given := _input([_control(status, {"due": testing.date(19999)})], threat)
			requirement.violation == {{"code": "overdue", "args": {"control": "M-1", "day": 19999, "as_of": 20000}, "at": _at}} with input as given
			requirement.basis == set() with input as given
		}
	}
}

test_plan_against_a_closed_threat_may_be_late if {
	given := _input([_control("planned", {"due": testing.date(19999)})], testing.stated("accepted"))
	requirement.violation == set() with input as given
	requirement.basis == {_basis(1)} with input as given
}

test_day_in_words_that_has_passed_is_for_review if {
	words := {"id": {"state": "absent", "value": ""}, "title": testing.stated("A better lock"), "text": testing.stated("Done by 2024-10-03, tested until 2025-01-01.")}
	given := _input([_control("planned", words)], _open)
	requirement.review == {{"code": "overdue_in_words", "args": {"control": "A better lock", "day": "2024-10-03"}, "at": _at}} with input as given
	requirement.basis == set() with input as given
	stated := _input([_control("planned", object.union(words, {"due": testing.date(20100)}))], _open)
	requirement.review == set() with input as stated
	later := _input([_control("planned", {"text": testing.stated("Decided 2024-01-01, done by 2024-10-04.")})], _open)
	requirement.review == set() with input as later
}

test_other_controls_claim_nothing if {
	every controls in [[], [_control("implemented", {})], [_control("proposed", {})]] {
		given := _input(controls, _open)
		requirement.not_applicable == {{"code": "no_claims", "args": {}, "at": ["threat_models", 0, "mitigations"], "level": "verified"}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_no_model_is_silent if {
	given := object.union(_input([], _open), {"threat_models": []})
	requirement.basis == set() with input as given
	requirement.not_applicable == set() with input as given
}

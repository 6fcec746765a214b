package bidgate.requirement.declaration.evidence_in_force_test

import data.bidgate.lib.testing
import data.bidgate.requirement.declaration.evidence_in_force as requirement

_input(days) := testing.bundle_input({
	"as_of": testing.day(500),
	"declarations": [testing.declaration({"evidence": testing.items([testing.evidence_item({"id": testing.stated("st-1"), "expires": d}) | some d in days])})],
})

_at := ["declarations", 0, "evidence", "items", 0]

test_evidence_in_force_is_a_basis if {
	given := _input([testing.date(500)])
	requirement.basis == {{"code": "in_force", "args": {"n": 1}, "at": ["declarations", 0], "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_expired_evidence_is_a_violation if {
	given := _input([testing.date(499)])
	requirement.violation == {{"code": "expired", "args": {"evidence": "st-1", "day": 499, "as_of": 500}, "at": _at}} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_day_that_is_not_told_is_for_review if {
	every state in ["unknown", "withheld"] {
		given := _input([{"state": state}])
		requirement.review == {{"code": "untold", "args": {"evidence": "st-1", "state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_evidence_without_a_day_owes_nothing if {
	given := _input([{"state": "absent"}])
	requirement.not_applicable == {{"code": "no_days", "args": {}, "at": ["declarations", 0], "level": "verified"}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_evidence_made_after_the_declaration_is_for_review if {
	given := testing.bundle_input({
		"as_of": testing.day(500),
		"declarations": [testing.declaration({
			"date": testing.date(400),
			"evidence": testing.items([testing.evidence_item({"id": testing.stated("st-1"), "created": testing.date(401), "expires": testing.date(900)})]),
		})],
	})
	requirement.review == {{"code": "later", "args": {"evidence": "st-1", "day": 401, "declared": 400}, "at": _at}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.not_applicable == set() with input as given
}

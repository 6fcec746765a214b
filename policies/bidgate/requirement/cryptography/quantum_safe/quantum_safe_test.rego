package bidgate.requirement.cryptography.quantum_safe_test

import data.bidgate.lib.testing
import data.bidgate.requirement.cryptography.quantum_safe as requirement

_answer(fields) := testing.answer(object.union({"requirement": testing.stated("BIDGATE-CRY-04"), "status": testing.stated("met"), "statement": testing.stated("With release 9.")}, fields))

_due(day, text) := {"due": {"state": "stated", "value": {"day": day, "text": text}}}

_with(names, answers) := testing.bundle_input({
	"declarations": [testing.declaration({"answers": answers})],
	"components": [[testing.component({"name": name}) | some name in names]],
	"crypto": [[testing.crypto_asset({"row": row}) | some row, _ in names]],
})

_input(answers) := _with([], answers)

_codes(set) := {[s.member, s.code] | some s in set}

test_listed_algorithm_is_a_basis if {
	given := _with(["ML-KEM-768", "SLH_DSA-128s", "AES"], [])
	{[b.member, b.code, b.args.asset] | some b in requirement.basis} == {["key_establishment", "listed", "ML-KEM-768"], ["signatures", "listed", "SLH_DSA-128s"]} with input as given
	requirement.violation == set() with input as given
}

test_plan_in_time_is_a_basis if {
	every fields in [{}, {"status": testing.stated("partial"), "plan": testing.stated("Release 9")}] {
		given := _input([_answer(object.union(fields, _due(22000, "2030-03-27")))])
		_codes(requirement.basis) == {["key_establishment", "planned"], ["signatures", "planned"]} with input as given
		requirement.violation == set() with input as given
		requirement.review == set() with input as given
	}
}

test_plan_that_comes_too_late_is_a_violation if {
	given := _input([_answer(_due(22300, "2031-01-21"))])
	_codes(requirement.violation) == {["key_establishment", "too_late"]} with input as given
	_codes(requirement.basis) == {["signatures", "planned"]} with input as given
	both := _input([_answer(_due(22300, "2031-01-21")), _answer({"status": testing.stated("not_met")})])
	requirement.basis == set() with input as both
}

test_no_plan_is_a_violation if {
	every answers in [[], [_answer({"status": testing.stated("not_met")})]] {
		given := _input(answers)
		_codes(requirement.violation) == {["key_establishment", "no_plan"], ["signatures", "no_plan"]} with input as given
		requirement.basis == set() with input as given
	}
}

test_plan_without_a_day_is_for_review if {
	every code, fields in {"no_day": {}, "untold": {"status": testing.stated("unknown")}} {
		given := _input([_answer(fields)])
		_codes(requirement.review) == {["key_establishment", code], ["signatures", code]} with input as given
		requirement.violation == set() with input as given
		requirement.basis == set() with input as given
	}
}

package bidgate.requirement.disclosure.policy_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.disclosure.policy as requirement

_whole := object.union_n([{"vulnerability_disclosure": {"policy": testing.stated("https://acme.example/security")}}, {"vulnerability_disclosure": {"good_faith_testing": testing.stated(true)}}])

_input(fields) := testing.bundle_input({"declarations": [testing.declaration(object.union(_whole, fields))]})

_codes(set) := {s.code | some s in set}

test_all_stated_is_a_basis if {
	given := _input({})
	requirement.basis == {{"code": "stated", "args": {}, "at": ["declarations", 0, "vulnerability_disclosure", "policy"], "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_field_is_a_violation if {
	every state in states.missing {
		every fields in [
			{"vulnerability_disclosure": {"policy": {"state": state}}},
			{"vulnerability_disclosure": {"good_faith_testing": {"state": state}}},
		] {
			given := _input(fields)
			_codes(requirement.violation) == {"not_stated"} with input as given
			{v.args.state | some v in requirement.violation} == {state} with input as given
			requirement.basis == set() with input as given
		}
	}
}

test_field_that_is_not_told_is_for_review if {
	every state in states.told {
		every fields in [
			{"vulnerability_disclosure": {"policy": {"state": state}}},
			{"vulnerability_disclosure": {"good_faith_testing": {"state": state}}},
		] {
			given := _input(fields)
			_codes(requirement.review) == {"declared"} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_no_to_good_faith_testing_is_a_violation if {
	given := _input({"vulnerability_disclosure": {"good_faith_testing": testing.stated(false)}})
	requirement.violation == {{
		"code": "refused",
		"args": {"field": "that testing in good faith is welcome"},
		"at": ["declarations", 0, "vulnerability_disclosure", "good_faith_testing"],
	}} with input as given
	requirement.basis == set() with input as given
}

test_place_that_nobody_outside_can_open_is_a_violation if {
	places := ["https://localhost/policy", "http://192.168.1.4/policy.html", "file:///srv/policy.pdf", `C:\policy.pdf`, "https://wiki.corp/policy"]
	every place in places {
		given := _input({"vulnerability_disclosure": {"policy": testing.stated(place)}})
		{[v.code, v.args.place] | some v in requirement.violation} == {["not_public", place]} with input as given
		requirement.basis == set() with input as given
	}
	every place in ["https://acme.example/localhost", "https://10x.example/security", "security.txt of acme.example"] {
		requirement.violation == set() with input as _input({"vulnerability_disclosure": {"policy": testing.stated(place)}})
	}
}

test_words_without_an_address_are_for_review if {
	every place in ["see our website", "on request", "in section 3.2 of the guide"] {
		given := _input({"vulnerability_disclosure": {"policy": testing.stated(place)}})
		{[r.code, r.args.place] | some r in requirement.review} == {["no_address", place]} with input as given
		requirement.violation == set() with input as given
		requirement.basis == set() with input as given
	}
	every place in ["www.acme.example/security", "evidence/policy.pdf", "SECURITY.md", "See https://acme.example/security."] {
		requirement.review == set() with input as _input({"vulnerability_disclosure": {"policy": testing.stated(place)}})
	}
}

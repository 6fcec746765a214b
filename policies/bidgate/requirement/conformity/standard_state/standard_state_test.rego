package bidgate.requirement.conformity.standard_state_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.conformity.standard_state as requirement

_claim(id, edition) := testing.standard({"id": testing.stated(id), "edition": testing.stated(edition)})

_on(day, standards) := testing.bundle_input({
	"as_of": {"day": 20000, "text": day},
	"declarations": [testing.declaration({"standards": testing.items(standards)})],
})

_input(standards) := _on("2026-11-22", standards)

_codes(set) := {s.code | some s in set}

test_current_editions_are_a_basis if {
	given := _input([_claim("IEC62443-4-1", "2018"), _claim("en303645", "v3.1.3")])
	requirement.basis == {{
		"code": "current",
		"args": {"n": 2, "standards": "IEC62443-4-1, en303645"},
		"at": ["declarations", 0, "standards"],
		"level": "asserted",
	}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_draft_or_withdrawn_edition_is_a_violation if {
	every case in [["sp800-218", "1.2", "draft"], ["en40000-1-2", "2027", "draft"], ["ir8259", "2020-05", "withdrawn"], ["fips140-2", "2001", "withdrawn"]] {
		given := _input([_claim("iec62443-4-1", "2018"), _claim(case[0], case[1])])
		{[v.code, v.args.standard, v.at[4]] | some v in requirement.violation} == {[case[2], case[0], 1]} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_edition_in_transition_counts_until_it_is_withdrawn if {
	claims := [_claim("fips140-2", "2001"), _claim("iec62443-4-1", "2018")]
	before := _on("2026-09-21", claims)
	{[b.code, b.args.standard, b.args.until, b.args.newest] | some b in requirement.basis; b.code == "in_transition"} == {["in_transition", "fips140-2", "2026-09-22", "FIPS 140-3"]} with input as before
	_codes(requirement.basis) == {"in_transition", "current"} with input as before
	requirement.review == set() with input as before
	requirement.violation == set() with input as before
	after := _on("2026-09-22", claims)
	{[v.code, v.args.newest] | some v in requirement.violation} == {["withdrawn", "FIPS 140-3"]} with input as after
	requirement.basis == set() with input as after
}

test_one_claim_that_does_not_count_leaves_no_basis if {
	given := _on("2026-09-21", [_claim("fips140-2", "2001"), _claim("en303645", "V2.1.1")])
	{[r.code, r.args.newest] | some r in requirement.review} == {["superseded", "V3.1.3"]} with input as given
	requirement.basis == set() with input as given
}

test_doubtful_claims_are_for_review if {
	cases := {
		"superseded": _claim("en303645", "V2.1.1"),
		"other_edition": _claim("en303645", "V9"),
		"not_known": _claim("our own", "1"),
		"no_edition": testing.standard({"id": testing.stated("en303645"), "edition": {"state": "absent"}}),
		"no_name": testing.standard({"id": {"state": "placeholder"}, "edition": testing.stated("1")}),
	}
	every code, claim in cases {
		given := _input([_claim("iec62443-4-1", "2018"), claim])
		_codes(requirement.review) == {code} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_list_that_is_not_told_is_for_review if {
	every state in states.told {
		given := testing.bundle_input({"declarations": [testing.declaration({"standards": {"state": state, "items": []}})]})
		_codes(requirement.review) == {"declared"} with input as given
		requirement.basis == set() with input as given
	}
}

test_no_claim_is_nothing_to_judge if {
	given := _input([])
	_codes(requirement.not_applicable) == {"none"} with input as given
	requirement.basis == set() with input as given
}

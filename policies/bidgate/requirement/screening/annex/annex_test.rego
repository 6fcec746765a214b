package bidgate.requirement.screening.annex_test

import data.bidgate.lib.testing
import data.bidgate.requirement.screening.annex as requirement

_published := {"policy": "sha256:a", "profile": "sha256:b", "day": "2026-11-30", "tender": "RFP-1"}

_given(applied) := testing.bundle_input({"annex": testing.annex({"given": true, "digest": "sha256:d", "rules": [rule |
	some name in ["policy", "profile", "day", "tender"]
	rule := testing.annex_rule({"rule": name, "published": _published[name], "applied": object.union(_published, applied)[name]})
]})})

test_the_published_rules_are_a_basis if {
	given := _given({})
	requirement.basis == {{"code": "as_published", "args": {"digest": "sha256:d"}, "at": ["annex"], "level": "verified"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_other_rules_are_violations if {
	given := _given({"policy": "sha256:x", "profile": "sha256:y", "tender": ""})
	requirement.violation == {
		{"code": "other_policy", "args": {"published": "sha256:a", "applied": "sha256:x"}, "at": ["annex", "rules", 0]},
		{"code": "other_profile", "args": {"published": "sha256:b", "applied": "sha256:y"}, "at": ["annex", "rules", 1]},
		{"code": "other_tender", "args": {"published": "RFP-1", "applied": "none"}, "at": ["annex", "rules", 3]},
	} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_another_day_is_for_a_person if {
	given := _given({"day": "2026-12-01"})
	requirement.review == {{
		"code": "other_day",
		"args": {"published": "2026-11-30", "applied": "2026-12-01"},
		"at": ["annex", "rules", 2],
	}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_an_annex_that_lacks_a_rule_shows_nothing if {
	given := testing.bundle_input({"annex": testing.annex({"given": true, "digest": "sha256:d"})})
	requirement.basis == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_without_an_annex_nothing_is_held_against_it if {
	given := testing.bundle_input({})
	requirement.not_applicable == {{"code": "no_annex", "args": {}, "at": ["annex"], "level": "verified"}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

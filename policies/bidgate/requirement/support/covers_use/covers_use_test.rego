package bidgate.requirement.support.covers_use_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.support.covers_use as requirement

_input(end, until) := testing.bundle_input({
	"declarations": [testing.declaration({"support": {"state": "stated", "end": end}})],
	"parameters": {"support": {"covers_use": {"needed_until": until}}},
})

_until := {"set": true, "value": testing.day(500)}

_at := ["declarations", 0, "support", "end"]

test_support_up_to_that_day_is_a_basis if {
	every day in [500, 501] {
		given := _input(testing.date(day), _until)
		requirement.basis == {{"code": "covered", "args": {"end": day, "until": 500}, "at": _at, "level": "asserted"}} with input as given
		requirement.violation == set() with input as given
	}
}

test_support_that_ends_before_is_a_violation if {
	given := _input(testing.date(499), _until)
	requirement.violation == {{"code": "too_early", "args": {"end": 499, "until": 500}, "at": _at}} with input as given
	requirement.basis == set() with input as given
}

test_missing_end_is_a_violation if {
	every state in states.missing {
		given := _input({"state": state}, _until)
		requirement.violation == {{"code": "not_stated", "args": {"state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
	}
}

test_end_that_is_not_told_is_for_review if {
	every state in states.told {
		given := _input({"state": state}, _until)
		requirement.review == {{"code": "declared", "args": {"state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_without_a_day_nothing_is_asked if {
	given := _input(testing.date(1), {"set": false, "value": testing.day(0)})
	requirement.not_applicable == {{
		"code": "no_day",
		"args": {},
		"at": ["declarations", 0, "support"],
		"level": "verified",
	}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

_used(years, until) := testing.bundle_input({
	"declarations": [testing.declaration({
		"support": {"state": "stated", "start": testing.date(0), "end": testing.date(1826)},
		"use_cases": testing.items([testing.use_case({"lifetime_years": testing.stated(years)})]),
	})],
	"parameters": {"support": {"covers_use": {"needed_until": until}}},
})

test_use_that_is_longer_than_support_is_for_review if {
	every until in [_until, {"set": false}] {
		given := _used(10, until)
		requirement.review == {{"code": "shorter_than_use", "args": {"start": 0, "end": 1826, "years": 10}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.not_applicable == set() with input as given
	}
	every years in [1, 5] {
		requirement.review == set() with input as _used(years, _until)
		count(requirement.basis) == 1 with input as _used(years, _until)
	}
}

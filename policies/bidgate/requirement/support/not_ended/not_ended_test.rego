package bidgate.requirement.support.not_ended_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.support.not_ended as requirement

_input(ends) := testing.bundle_input({
	"as_of": testing.day(100),
	"declarations": [testing.declaration({"support": {"end": e}}) | some e in ends],
})

_at(i) := ["declarations", i, "support", "end"]

test_end_on_or_after_the_day_of_screening_is_a_basis if {
	given := _input([testing.date(100), testing.date(900)])
	requirement.basis == {
		{"code": "not_ended", "args": {"day": 100, "as_of": 100}, "at": _at(0), "level": "asserted"},
		{"code": "not_ended", "args": {"day": 900, "as_of": 100}, "at": _at(1), "level": "asserted"},
	} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_end_before_the_day_of_screening_is_a_violation if {
	given := _input([testing.date(99)])
	requirement.violation == {{"code": "ended", "args": {"day": 99, "as_of": 100}, "at": _at(0)}} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_end_that_is_left_out_is_a_violation if {
	every state in states.missing {
		given := _input([{"state": state}])
		requirement.violation == {{"code": "end_not_stated", "args": {"state": state}, "at": _at(0)}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_end_that_is_declared_unknown_is_for_review if {
	every state in states.told {
		given := _input([{"state": state}])
		requirement.review == {{"code": "end_declared", "args": {"state": state}, "at": _at(0)}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_support_that_is_declared_unknown_is_for_review if {
	given := testing.bundle_input({"declarations": [testing.declaration({"support": {"state": "withheld", "end": {"state": "absent"}}})]})
	requirement.review == {{"code": "end_declared", "args": {"state": "withheld"}, "at": _at(0)}} with input as given
	requirement.violation == set() with input as given
}

test_each_declaration_speaks_for_itself if {
	given := _input([testing.date(99), testing.date(101), {"state": "unknown"}])
	{v.at[1] | some v in requirement.violation} == {0} with input as given
	{b.at[1] | some b in requirement.basis} == {1} with input as given
	{r.at[1] | some r in requirement.review} == {2} with input as given
}

test_no_declaration_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

package bidgate.requirement.iec_62443.maturity_test

import data.bidgate.lib.testing
import data.bidgate.requirement.iec_62443.maturity as requirement

# Answers by clause; all say how.
_input(asked, answers) := testing.bundle_input({
	"declarations": [testing.declaration({"answers": [testing.answer({
		"requirement": testing.stated(answer[0]),
		"status": answer[1],
		"statement": testing.stated("See the certificate."),
	}) |
		some answer in answers
	]})],
	"parameters": {"iec_62443": {"maturity": {"min_level": asked}}},
})

_is(status) := testing.stated(status)

_of(set) := {[s.code, s.args] | some s in set; s.member == "iec62443-4-1-SM-ML"}

test_level_of_all_practices_counts_for_each if {
	given := _input(3, [["IEC62443-4-1-ML-3", _is("met")]])
	count(requirement.basis) == 8 with input as given
	{[b.code, b.args, b.at, b.level] | some b in requirement.basis} == {["reached", {"level": 3, "asked": 3}, ["declarations", 0, "answers", 0], "asserted"]} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_level_of_one_practice_wins_over_that_of_all if {
	given := _input(3, [["iec62443-4-1-ML-4", _is("met")], ["iec62443-4-1-SM-ML-2", _is("met")]])
	_of(requirement.violation) == {["too_low", {"level": 2, "asked": 3}]} with input as given
	count(requirement.violation) == 1 with input as given
	count(requirement.basis) == 7 with input as given
}

test_highest_level_that_is_met_counts if {
	given := _input(2, [["iec62443-4-1-SM-ML-1", _is("met")], ["iec62443-4-1-SM-ML-3", _is("met")], ["iec62443-4-1-SM-ML-4", _is("partial")]])
	{[b.args.level, b.at[3]] | some b in requirement.basis} == {[3, 1]} with input as given
	_of(requirement.violation) == set() with input as given
	requirement.review == set() with input as given
}

test_no_level_is_a_violation if {
	given := _input(2, [["iec62443-4-1-SM-ML-2", _is("not_met")], ["iec62443-4-1-ML-0", _is("met")]])
	_of(requirement.violation) == {["unanswered", {"asked": 2}]} with input as given
	count(requirement.violation) == 8 with input as given
	requirement.basis == set() with input as given
}

test_open_answer_is_for_review if {
	every status in [_is("partial"), _is("unknown"), {"state": "withheld", "value": ""}] {
		given := _input(2, [["iec62443-4-1-SM-ML-1", _is("met")], ["iec62443-4-1-SM-ML-2", status]])
		_of(requirement.review) == {["open", {"level": 2}]} with input as given
		_of(requirement.violation) == set() with input as given
		requirement.basis == set() with input as given
	}
}

test_no_level_asked_for_is_nothing_to_judge if {
	given := _input(0, [["iec62443-4-1-SM-ML-1", _is("met")], ["iec62443-4-1-ML-1", _is("unknown")]])
	count(requirement.not_applicable) == 8 with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

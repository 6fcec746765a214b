package bidgate.requirement.iec_62443.capability_level_test

import data.bidgate.lib.testing
import data.bidgate.requirement.iec_62443.capability_level as requirement

_input(asked, levels) := testing.bundle_input({
	"declarations": [testing.declaration({"answers": [testing.answer({
		"requirement": testing.stated(sprintf("IEC62443-4-2-FR-1-SL-%s", [level])),
		"status": status,
		"statement": testing.stated("See the report."),
	}) |
		some level, status in levels
	]})],
	"parameters": {"iec_62443": {"capability_level": {"sl_t": asked, "levels": []}}},
})

_met := testing.stated("met")

_of(set) := {[s.code, s.args] | some s in set; s.member == "iec62443-4-2-FR-1"}

test_highest_level_that_is_met_counts if {
	given := _input(2, {"1": _met, "3": _met, "4": testing.stated("not_met")})
	{[b.code, b.args, b.at] | some b in requirement.basis} == {["reached", {"level": 3, "asked": 2}, ["declarations", 0, "answers", 1]]} with input as given
	_of(requirement.violation) == set() with input as given
	requirement.review == set() with input as given
}

test_lower_level_is_a_violation if {
	given := _input(3, {"2": _met})
	_of(requirement.violation) == {["too_low", {"level": 2, "asked": 3}]} with input as given
	requirement.basis == set() with input as given
}

test_no_level_is_a_violation if {
	given := _input(2, {"2": testing.stated("not_met")})
	_of(requirement.violation) == {["unanswered", {"asked": 2}]} with input as given
	count(requirement.violation) == 7 with input as given
	requirement.basis == set() with input as given
}

test_open_answer_is_for_review if {
	every status in [testing.stated("partial"), testing.stated("unknown"), {"state": "withheld", "value": ""}] {
		given := _input(2, {"1": _met, "2": status})
		_of(requirement.review) == {["open", {"level": 2}]} with input as given
		_of(requirement.violation) == set() with input as given
		requirement.basis == set() with input as given
	}
}

test_no_level_asked_for_is_nothing_to_judge if {
	given := _input(0, {"1": _met})
	count(requirement.not_applicable) == 7 with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_open_answer_above_a_level_that_is_reached_does_no_harm if {
	given := _input(2, {"2": _met, "3": testing.stated("partial")})
	{b.args.level | some b in requirement.basis} == {2} with input as given
	requirement.review == set() with input as given
	_of(requirement.violation) == set() with input as given
}

test_single_requirements_may_need_another_level if {
	given := object.union(
		_input(3, {"1": _met}),
		{"parameters": {"iec_62443": {"capability_level": {"sl_t": 3, "levels": ["IEC62443-4-2-FR-1-SL-1"]}}}},
	)
	{[b.code, b.args] | some b in requirement.basis} == {["reached", {"level": 1, "asked": 1}]} with input as given
	{v.args.asked | some v in requirement.violation} == {3} with input as given
	count(requirement.violation) == 6 with input as given
	alone := object.union(given, {"parameters": {"iec_62443": {"capability_level": {"sl_t": 0, "levels": ["iec62443-4-2-FR-1-SL-1"]}}}})
	count(requirement.not_applicable) == 6 with input as alone
	count(requirement.basis) == 1 with input as alone
}

test_level_that_is_met_without_saying_how_does_not_count if {
	answers := [testing.answer({
		"requirement": testing.stated("IEC62443-4-2-FR-1-SL-2"),
		"status": _met,
		"statement": {"state": "absent", "value": ""},
	})]
	given := object.union(_input(2, {}), {"declarations": [testing.declaration({"answers": answers})]})
	requirement.basis == set() with input as given
	_of(requirement.violation) == {["unanswered", {"asked": 2}]} with input as given
}

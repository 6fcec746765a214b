package bidgate.lib.answer_test

import data.bidgate.lib.answer
import data.bidgate.lib.testing

_input(status, said, action) := testing.bundle_input({
	"matches": [testing.matches({"vulnerabilities": [testing.vulnerability({"status": status, "said": said})]})],
	"vex_statements": [[], [testing.vex_statement({"states": {"action": action}})]],
})

_status(status, justified) := {"status": status, "justified": justified, "author_is": "vendor", "said": 0}

_said := [testing.vex_said({"vex": 1, "row": 0, "date": testing.date(7)})]

test_each_status_is_an_answer if {
	answers := [
		["fixed", false, "answered"],
		["not_affected", true, "answered"],
		["not_affected", false, "no_reason"],
		["conflict", false, "conflict"],
		["under_investigation", false, "under_investigation"],
		["affected", true, "affected"],
		["none", false, "no_answer"],
	]
	every row in answers {
		answer.given(0, 0) == row[2] with input as _input(_status(row[0], row[1]), _said, "absent")
	}
}

test_only_an_answer_of_an_author_who_counts_settles if {
	answer.settled(0, 0, ["vendor"]) with input as _input(_status("fixed", false), _said, "absent")
	not answer.settled(0, 0, ["third_party"]) with input as _input(_status("fixed", false), _said, "absent")
	not answer.settled(0, 0, ["vendor"]) with input as _input(_status("not_affected", false), _said, "absent")
}

test_day_is_that_of_the_statement_in_force if {
	answer.day(0, 0) == 7 with input as _input(_status("fixed", false), _said, "absent")
	not answer.day(0, 0) with input as _input(_status("fixed", false), [testing.vex_said({})], "absent")
	not answer.day(0, 0) with input as _input(object.union(_status("none", false), {"said": -1}), _said, "absent")
}

test_action_is_that_of_the_statement_in_force if {
	answer.acted(0, 0) with input as _input(_status("affected", false), _said, "stated")
	not answer.acted(0, 0) with input as _input(_status("affected", false), _said, "absent")
}

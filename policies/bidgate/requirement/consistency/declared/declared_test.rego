package bidgate.requirement.consistency.declared_test

import data.bidgate.lib.testing
import data.bidgate.requirement.consistency.declared as requirement

_input(fields) := object.union(testing.bundle_input({"declarations": [testing.declaration(fields)]}), {"parameters": {"consistency": {"declared": {
	"max_answer_days": 1095,
	"max_same_share": 0.5,
}}}})

_answer(statement, fields) := testing.answer(object.union(
	{"requirement": testing.stated("ir8259a-SU"), "status": testing.stated("met"), "statement": testing.stated(statement)},
	fields,
))

_day(day, text) := testing.stated({"day": day, "text": text})

_told(member, given) := {[doubt.code, doubt.args] | some doubt in all; doubt.member == member} if {
	all := told with input as given
}

# What is told, as wrong or as a doubt.
told := requirement.violation | requirement.review

_agreed(member, given) := {found.args.n | some found in all; found.member == member} if {
	all := requirement.basis with input as given
}

_nothing(member, given) := {found.code | some found in all; found.member == member} if {
	all := requirement.not_applicable with input as given
}

test_no_with_a_plan_is_no_doubt if {
	given := _input({"answers": [_answer("Not yet.", {"status": testing.stated("not_met"), "plan": testing.stated("Build it.")})]})
	told == set() with input as given
	_nothing("answer_plan", given) == {"nothing"}
}

test_yes_with_a_plan_is_for_review if {
	given := _input({"answers": [_answer("Done.", {"plan": testing.stated("Build it.")})]})
	_told("answer_plan", given) == {["planned", {"clause": "ir8259a-SU"}]}
	_agreed("answer_plan", _input({"answers": [_answer("Done.", {})]})) == {1}
}

test_one_text_for_most_answers_is_for_review if {
	same := [_answer("We follow best practice.", {}) | some _ in numbers.range(1, 4)]
	given := _input({"answers": array.concat(same, [_answer("Signed images.", {})])})
	_told("answer_texts", given) == {["one_text", {"n": 4, "total": 5}]}
	few := _input({"answers": array.slice(same, 0, 3)})
	_told("answer_texts", few) == set()
}

test_answer_from_years_before_is_for_review if {
	given := _input({"date": _day(20000, "2024-10-04"), "answers": [_answer("Done.", {"date": _day(12000, "2002-11-09")})]})
	_told("answer_age", given) == {["old_answer", {"clause": "ir8259a-SU", "day": 12000, "declared": 20000}]}
	fresh := _input({"date": _day(20000, "2024-10-04"), "answers": [_answer("Done.", {"date": _day(19990, "2024-09-24")})]})
	_agreed("answer_age", fresh) == {1}
}

test_evidence_made_after_the_declaration_is_a_violation if {
	item := testing.evidence_item({"id": testing.stated("test"), "created": _day(20001, "2024-10-05")})
	given := _input({"date": _day(20000, "2024-10-04"), "evidence": testing.items([item])})
	_told("evidence_date", given) == {["later_evidence", {"evidence": "test", "day": 20001, "declared": 20000}]}
	same_day := _input({"date": _day(20001, "2024-10-05"), "evidence": testing.items([item])})
	_agreed("evidence_date", same_day) == {1}
}

test_affirmed_before_it_was_written_is_a_violation if {
	given := _input({"date": _day(20000, "2024-10-04"), "affirmation": {"date": _day(19000, "2022-01-08")}})
	_told("affirmation_date", given) == {["affirmed_before", {"day": 19000, "declared": 20000}]}
	later := _input({"date": _day(20000, "2024-10-04"), "affirmation": {"date": _day(20000, "2024-10-04")}})
	_agreed("affirmation_date", later) == {1}
}

_signed(company) := _input({
	"manufacturer": {"name": testing.stated("Rillstone GmbH")},
	"people": testing.items([testing.declared_person({"id": testing.stated("anke"), "name": testing.stated("Anke Rill"), "organization": testing.stated(company)})]),
	"affirmation": {"signatories": testing.items([testing.signatory({"person": testing.stated("anke")})])},
})

test_signed_by_another_company_is_for_review if {
	_told("signatory", _signed("Hired Pens Ltd.")) == {["other_company", {"maker": "Rillstone GmbH", "person": "Anke Rill", "company": "Hired Pens Ltd."}]}
	_agreed("signatory", _signed("Rillstone Instruments GmbH")) == {1}
}

test_updates_that_end_before_support_are_for_review if {
	given := _input({"support": {"end": _day(23000, "2032-12-21"), "eol_plan": {"last_update": testing.stated("2028-01-31")}}})
	_told("last_update", given) == {["updates_end", {"last": "2028-01-31", "day": 23000}]}
	every last in ["2032-12-21", "2033-01-01"] {
		_agreed("last_update", _input({"support": {"end": _day(23000, "2032-12-21"), "eol_plan": {"last_update": testing.stated(last)}}})) == {1}
	}
	_nothing("last_update", _input({"support": {"end": _day(23000, "2032-12-21"), "eol_plan": {"last_update": testing.stated("at the end")}}})) == {"nothing"}
}

test_support_that_runs_before_the_sale_is_for_review if {
	_told("market", _sold(21000, 20000)) == {["support_runs", {"start": 20000, "day": 21000}]}
	_agreed("market", _sold(20000, 20000)) == {1}
}

_sold(market, start) := _input({"product_details": {"first_market_date": _day(market, "")}, "support": {"start": _day(start, "")}})

test_task_of_nobody_is_a_violation if {
	_told("duty", _task("none")) == {["nobody", {"task": "updates"}]}
	_agreed("duty", _task("required")) == {1}
}

_task(deployer) := _input({"responsibility_matrix": testing.items([testing.duty({
	"topic": testing.stated("updates"),
	"manufacturer": testing.stated("none"),
	"deployer": testing.stated(deployer),
})])})

test_what_is_not_stated_crosses_nothing if {
	given := _input({"answers": [testing.answer({"status": testing.stated("met"), "statement": {"state": "unknown"}})]})
	told == set() with input as given
	requirement.basis == set() with input as given
	count(requirement.not_applicable) == 9 with input as given
}

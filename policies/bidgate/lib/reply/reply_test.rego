package bidgate.lib.reply_test

import data.bidgate.lib.reply
import data.bidgate.lib.states
import data.bidgate.lib.testing

_catalog := {"requirements": {"acme.questions": {"members": {
	"Q-1": {"family": "Q", "columns": {"also": ["old-1"]}},
	"Q-2": {"family": "Q", "columns": {}},
}}}}

_input(answers) := testing.bundle_input({"declarations": [testing.declaration({"answers": [
testing.answer(object.union({"requirement": testing.stated(id)}, fields)) |
	some [id, fields] in answers
]})]})

_met := {"status": testing.stated("met"), "statement": testing.stated("As the guide says.")}

_outcomes(rows) := {[row.member, row.outcome, row.at] | some row in rows}

_at(a) := ["declarations", 0, "answers", a]

test_ids_are_found_without_regard_to_case_and_by_other_ids if {
	given := _input([["q-1", _met], ["OLD-1", {"status": testing.stated("not_met")}]])
	rows := reply.of("acme.questions") with input as given with data.bidgate.catalog as _catalog
	_outcomes(rows) == {["Q-1", "met", _at(0)], ["Q-1", "not_met", _at(1)], ["Q-2", "unanswered", ["declarations", 0]]}
	reply.worse(rows) == {[0, "Q-1"], [0, "Q-2"]}
}

test_answers_under_other_standards_are_found_without_regard_to_case if {
	given := _input([["Q-1", _met], ["OLD-1", _met], ["Q-2", _met]])
	found := reply.under_others("acme.questions") with input as given with data.bidgate.catalog as _catalog
	found == {[0, "Q-1", 1]}
}

test_family_speaks_for_rows_without_an_answer if {
	given := _input([["Q-2", {"status": testing.stated("not_met")}], ["Q", _met]])
	rows := reply.of("acme.questions") with input as given with data.bidgate.catalog as _catalog
	_outcomes(rows) == {["Q-1", "met", _at(1)], ["Q-2", "not_met", _at(0)]}
}

_outcome(answer) := found if {
	given := _input([["Q-1", answer]])
	found := reply.outcome(0, 0) with input as given
}

test_statement_or_reason_is_needed if {
	every status, found in {"met": ["statement", "met", "no_statement"], "not_applicable": ["justification", "does_not_apply", "no_reason"]} {
		_outcome({"status": testing.stated(status), found[0]: testing.stated("text")}) == found[1]
		every state in states.missing {
			_outcome({"status": testing.stated(status), found[0]: {"state": state}}) == found[2]
		}
		every state in states.told {
			_outcome({"status": testing.stated(status), found[0]: {"state": state}}) == "untold"
		}
	}
}

test_status_that_is_not_stated if {
	every state in states.missing {
		_outcome({"status": {"state": state}}) == "no_status"
	}
	every state in states.told {
		_outcome({"status": {"state": state}}) == "untold"
	}
}

test_part_with_a_plan_needs_a_date if {
	part := {"status": testing.stated("partial"), "plan": testing.stated("later")}
	_outcome(part) == "partial"
	_outcome(object.union(part, {"due": testing.date(500)})) == "partial_with_plan"
}

test_other_words_are_the_outcome if {
	every status in {"not_met", "unknown"} {
		_outcome({"status": testing.stated(status)}) == status
	}
}

test_document_of_the_stated_digest_is_evidence if {
	reply.level(0, 0) == "evidenced" with input as _input([["Q-1", {"evidence": [testing.proof({"outcome": "same"})]}]])
	reply.level(0, 0) == "asserted" with input as _input([["Q-1", {"evidence": [testing.proof({"outcome": "url"})]}]])
}

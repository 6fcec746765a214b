package bidgate.requirement.nist_8259ab.capability_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.nist_8259ab.capability as requirement

_catalog := {"requirements": {"nist_8259ab.capability": {"members": {"ir8259a-SU-2": {}}}}}

_input(declarations) := testing.bundle_input({"declarations": [declaration |
	some answers in declarations
	declaration := testing.declaration({
		"answers": [testing.answer(a) | some a in answers],
		"clauses": {"ir8259a-SU-2": {"answers": [a | some a, _ in answers]}},
	})
]})

_met := {"status": testing.stated("met"), "statement": testing.stated("Images are signed.")}

_at(i, a) := ["declarations", i, "answers", a]

_basis(i, a, level) := {"member": "ir8259a-SU-2", "code": "met", "args": {}, "at": _at(i, a), "level": level}

_said(code, args) := {{"member": "ir8259a-SU-2", "code": code, "args": args, "at": _at(0, 0)}}

test_met_with_a_statement_is_a_basis_on_the_makers_word if {
	given := _input([[_met]])
	requirement.basis == {_basis(0, 0, "asserted")} with input as given with data.bidgate.catalog as _catalog
	requirement.violation == set() with input as given with data.bidgate.catalog as _catalog
	requirement.review == set() with input as given with data.bidgate.catalog as _catalog
	requirement.not_applicable == set() with input as given with data.bidgate.catalog as _catalog
}

test_met_with_a_document_of_that_digest_is_evidenced if {
	given := _input([[object.union(_met, {"evidence": [
		testing.proof({"outcome": "dangling"}),
		testing.proof({"outcome": "same"}),
	]})]])
	requirement.basis == {_basis(0, 0, "evidenced")} with input as given with data.bidgate.catalog as _catalog
}

test_met_with_any_other_evidence_is_the_makers_word if {
	every outcome in ["no_digest", "differs", "missing", "url", "none", "dangling", "pointer"] {
		given := _input([[object.union(_met, {"evidence": [testing.proof({"outcome": outcome})]})]])
		requirement.basis == {_basis(0, 0, "asserted")} with input as given with data.bidgate.catalog as _catalog
	}
}

test_not_met_is_a_violation if {
	given := _input([[{"status": testing.stated("not_met"), "justification": testing.stated("later")}]])
	requirement.violation == _said("not_met", {}) with input as given with data.bidgate.catalog as _catalog
	requirement.basis == set() with input as given with data.bidgate.catalog as _catalog
}

test_no_answer_is_a_violation if {
	given := _input([[]])
	requirement.violation == {{
		"member": "ir8259a-SU-2",
		"code": "unanswered",
		"args": {},
		"at": ["declarations", 0],
	}} with input as given with data.bidgate.catalog as _catalog
	requirement.basis == set() with input as given with data.bidgate.catalog as _catalog
}

test_missing_status_is_a_violation if {
	every state in states.missing {
		given := _input([[object.union(_met, {"status": {"state": state, "value": ""}})]])
		requirement.violation == _said("no_status", {"state": state}) with input as given with data.bidgate.catalog as _catalog
		requirement.basis == set() with input as given with data.bidgate.catalog as _catalog
		requirement.review == set() with input as given with data.bidgate.catalog as _catalog
	}
}

test_missing_statement_is_a_violation if {
	every state in states.missing {
		given := _input([[object.union(_met, {"statement": {"state": state, "value": ""}})]])
		requirement.violation == _said("no_statement", {}) with input as given with data.bidgate.catalog as _catalog
		requirement.basis == set() with input as given with data.bidgate.catalog as _catalog
	}
}

test_untold_status_or_statement_is_for_review if {
	every field in ["status", "statement"] {
		every state in states.told {
			given := _input([[object.union(_met, {field: {"state": state, "value": ""}})]])
			requirement.review == _said("untold", {}) with input as given with data.bidgate.catalog as _catalog
			requirement.basis == set() with input as given with data.bidgate.catalog as _catalog
			requirement.violation == set() with input as given with data.bidgate.catalog as _catalog
		}
	}
}

test_partial_is_for_review if {
	every fields in [{}, {"plan": testing.stated("later")}, {"due": testing.date(500)}] {
		given := _input([[object.union({"status": testing.stated("partial")}, fields)]])
		requirement.review == _said("partial", {}) with input as given with data.bidgate.catalog as _catalog
		requirement.basis == set() with input as given with data.bidgate.catalog as _catalog
	}
}

test_partial_with_a_dated_plan_is_for_review if {
	partial := {"status": testing.stated("partial"), "plan": testing.stated("later"), "due": testing.date(500)}
	given := _input([[partial]])
	requirement.review == _said("partial_with_plan", {"due": 500}) with input as given with data.bidgate.catalog as _catalog
	requirement.basis == set() with input as given with data.bidgate.catalog as _catalog
	every field in ["plan", "due"] {
		every state in testing.unstated {
			undated := _input([[object.union(partial, {field: {"state": state}})]])
			requirement.review == _said("partial", {}) with input as undated with data.bidgate.catalog as _catalog
		}
	}
}

test_unknown_is_for_review if {
	given := _input([[{"status": testing.stated("unknown")}]])
	requirement.review == _said("unknown", {}) with input as given with data.bidgate.catalog as _catalog
	requirement.basis == set() with input as given with data.bidgate.catalog as _catalog
}

_excluded := {"status": testing.stated("not_applicable"), "justification": testing.stated("No log-in.")}

test_not_applicable_with_a_reason_is_the_makers_word if {
	given := _input([[_excluded]])
	requirement.not_applicable == {{
		"member": "ir8259a-SU-2",
		"code": "does_not_apply",
		"args": {},
		"at": _at(0, 0),
		"level": "asserted",
	}} with input as given with data.bidgate.catalog as _catalog
	requirement.basis == set() with input as given with data.bidgate.catalog as _catalog
	requirement.violation == set() with input as given with data.bidgate.catalog as _catalog
}

test_not_applicable_without_a_reason_is_a_violation if {
	every state in states.missing {
		given := _input([[object.union(_excluded, {"justification": {"state": state, "value": ""}})]])
		requirement.violation == _said("no_reason", {}) with input as given with data.bidgate.catalog as _catalog
		requirement.not_applicable == set() with input as given with data.bidgate.catalog as _catalog
	}
}

test_not_applicable_with_an_untold_reason_is_for_review if {
	every state in states.told {
		given := _input([[object.union(_excluded, {"justification": {"state": state, "value": ""}})]])
		requirement.review == _said("untold", {}) with input as given with data.bidgate.catalog as _catalog
		requirement.not_applicable == set() with input as given with data.bidgate.catalog as _catalog
	}
}

test_worst_answer_counts if {
	given := _input([[_met, {"status": testing.stated("not_met")}]])
	requirement.basis == set() with input as given with data.bidgate.catalog as _catalog
	{v.at[3] | some v in requirement.violation} == {1} with input as given with data.bidgate.catalog as _catalog
}

test_part_that_is_excluded_with_a_reason_leaves_the_basis if {
	given := _input([[_met, _excluded]])
	requirement.basis == {_basis(0, 0, "asserted")} with input as given with data.bidgate.catalog as _catalog
	{n.at[3] | some n in requirement.not_applicable} == {1} with input as given with data.bidgate.catalog as _catalog
}

test_status_outside_the_form_is_silent if {
	given := _input([[_met, {"status": testing.stated("mostly")}]])
	requirement.basis == set() with input as given with data.bidgate.catalog as _catalog
	requirement.violation == set() with input as given with data.bidgate.catalog as _catalog
	requirement.review == set() with input as given with data.bidgate.catalog as _catalog
}

test_each_declaration_speaks_for_itself if {
	given := _input([[_met], []])
	requirement.basis == {_basis(0, 0, "asserted")} with input as given with data.bidgate.catalog as _catalog
	{v.at[1] | some v in requirement.violation} == {1} with input as given with data.bidgate.catalog as _catalog
}

test_catalogue_has_every_capability if {
	given := testing.bundle_input({"declarations": [testing.declaration({})]})
	members := {v.member | some v in requirement.violation} with input as given
	count(members) == 38
	members - object.keys(testing.declaration({}).clauses) == set()
}

test_no_declaration_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given with data.bidgate.catalog as _catalog
	requirement.violation == set() with input as given with data.bidgate.catalog as _catalog
	requirement.review == set() with input as given with data.bidgate.catalog as _catalog
}

test_answer_under_another_standard_counts_where_there_is_no_own if {
	catalog := {"requirements": {"nist_8259ab.capability": {"members": {"ir8259a-SU-2": {"columns": {"also": ["en303645-5.3-10"]}}}}}}
	answers := [object.union(_met, {"requirement": testing.stated("EN303645-5.3-10")}), {"requirement": testing.stated("ir8259a-SU-2"), "status": testing.stated("not_met")}]
	other := testing.bundle_input({"declarations": [testing.declaration({"answers": [testing.answer(answers[0])], "clauses": {"ir8259a-SU-2": {"answers": []}}})]})
	requirement.basis == {_basis(0, 0, "asserted")} with input as other with data.bidgate.catalog as catalog
	requirement.violation == set() with input as other with data.bidgate.catalog as catalog
	own := testing.bundle_input({"declarations": [testing.declaration({"answers": [testing.answer(a) | some a in answers], "clauses": {"ir8259a-SU-2": {"answers": [1]}}})]})
	requirement.basis == set() with input as own with data.bidgate.catalog as catalog
	{v.code | some v in requirement.violation} == {"not_met"} with input as own with data.bidgate.catalog as catalog
}

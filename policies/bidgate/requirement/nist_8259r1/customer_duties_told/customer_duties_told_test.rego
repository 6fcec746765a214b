package bidgate.requirement.nist_8259r1.customer_duties_told_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.nist_8259r1.customer_duties_told as requirement

_input(lists) := testing.bundle_input({"declarations": [testing.declaration({"responsibility_matrix": l}) | some l in lists]})

_rows(list) := testing.items([_duty(d) | some d in list])

_duty(fields) := testing.duty(object.union(
	{
		"topic": testing.stated("accounts"),
		"deployer": testing.stated("required"),
		"user": testing.stated("none"),
		"told_in": {"ref": testing.stated("guide"), "outcome": "same"},
	},
	fields,
))

_free := {"deployer": testing.stated("none"), "told_in": {"ref": {"state": "absent", "value": ""}, "outcome": "none"}}

_matrix(i) := ["declarations", i, "responsibility_matrix"]

_said(code, args) := {{
	"code": code,
	"args": object.union({"topic": "accounts"}, args),
	"at": ["declarations", 0, "responsibility_matrix", "items", 0],
}}

_basis(i, duties, level) := {"code": "told", "args": {"duties": duties}, "at": _matrix(i), "level": level}

test_duties_told_in_the_bundle_are_evidenced if {
	given := _input([_rows([{}, {"user": testing.stated("required")}, _free])])
	requirement.basis == {_basis(0, 2, "evidenced")} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_duties_told_elsewhere_are_the_makers_word if {
	every outcome in ["no_digest", "url"] {
		given := _input([_rows([{}, {"told_in": {"outcome": outcome}}])])
		requirement.basis == {_basis(0, 2, "asserted")} with input as given
		requirement.violation == set() with input as given
	}
}

test_missing_list_is_a_violation if {
	every state in states.missing {
		given := _input([{"state": state}])
		requirement.violation == {{"code": "no_matrix", "args": {"state": state}, "at": _matrix(0)}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
		requirement.not_applicable == set() with input as given
	}
}

test_declared_list_is_for_review if {
	every state in states.told {
		given := _input([{"state": state}])
		requirement.review == {{"code": "list_declared", "args": {"state": state}, "at": _matrix(0)}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_duty_that_is_not_stated_is_a_violation if {
	every party in ["deployer", "user"] {
		every state in states.missing {
			given := _input([_rows([object.union(_free, {party: {"state": state, "value": ""}})])])
			requirement.violation == _said("duty_not_stated", {"party": party, "state": state}) with input as given
			requirement.basis == set() with input as given
			requirement.not_applicable == set() with input as given
		}
	}
}

test_declared_duty_is_for_review if {
	every party in ["deployer", "user"] {
		every state in states.told {
			given := _input([_rows([object.union(_free, {party: {"state": state, "value": ""}})])])
			requirement.review == _said("duty_declared", {"party": party, "state": state}) with input as given
			requirement.basis == set() with input as given
			requirement.not_applicable == set() with input as given
		}
	}
}

test_duty_that_nobody_tells_is_a_violation if {
	every state in states.missing {
		given := _input([_rows([{"told_in": {"ref": {"state": state, "value": ""}, "outcome": "none"}}])])
		requirement.violation == _said("not_told", {}) with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_broken_reference_is_a_violation if {
	every outcome in ["differs", "missing", "none", "dangling", "pointer"] {
		given := _input([_rows([{"told_in": {"outcome": outcome}}])])
		requirement.violation == _said("reference_broken", {}) with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_declared_reference_is_for_review if {
	every state in states.told {
		given := _input([_rows([{"told_in": {"ref": {"state": state, "value": ""}, "outcome": "none"}}])])
		requirement.review == _said("reference_declared", {"state": state}) with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_no_duty_makes_it_not_applicable if {
	every list in [[], [_free]] {
		given := _input([_rows(list)])
		requirement.not_applicable == {{"code": "no_duties", "args": {}, "at": _matrix(0), "level": "asserted"}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
		requirement.review == set() with input as given
	}
}

test_each_declaration_speaks_for_itself if {
	given := _input([_rows([{}]), {"state": "absent"}])
	requirement.basis == {_basis(0, 1, "evidenced")} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_declaration_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

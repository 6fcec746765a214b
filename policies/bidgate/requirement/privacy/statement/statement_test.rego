package bidgate.requirement.privacy.statement_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.privacy.statement as requirement

# What each row needs, as the declaration states it.
_good := {
	"data": {"data": testing.items([testing.data_item(object.union_n([{"item": testing.stated("text")}, {"purpose": testing.stated("text")}, {"sensitivity": testing.stated("text")}]))])},
}

_input(fields) := testing.bundle_input({"declarations": [testing.declaration(fields)]})

_codes(set, member) := {s.code | some s in set; s.member == member}

test_all_stated_is_a_basis if {
	every member, fields in _good {
		given := _input(fields)
		{b.code | some b in requirement.basis; b.member == member} == {"stated"} with input as given
		_codes(requirement.violation, member) == set() with input as given
		_codes(requirement.review, member) == set() with input as given
	}
}

_lost(state) := {
	"data": {"data": {"state": state, "items": []}},
}

test_missing_is_a_violation if {
	every state in states.missing {
		every member, fields in _lost(state) {
			given := _input(fields)
			_codes(requirement.violation, member) == {"missing"} with input as given
			{b | some b in requirement.basis; b.member == member} == set() with input as given
		}
	}
}

test_what_is_not_told_is_for_review if {
	every state in states.told {
		every member, fields in _lost(state) {
			given := _input(fields)
			_codes(requirement.review, member) == {"declared"} with input as given
			{b | some b in requirement.basis; b.member == member} == set() with input as given
		}
	}
}

# Each field by itself, with the others stated.
_fields(state) := [
	["data", "what data is handled", {"data": testing.items([testing.data_item(object.union_n([{"item": {"state": state}}, {"purpose": testing.stated("text")}, {"sensitivity": testing.stated("text")}]))])}],
	["data", "what data is for", {"data": testing.items([testing.data_item(object.union_n([{"item": testing.stated("text")}, {"purpose": {"state": state}}, {"sensitivity": testing.stated("text")}]))])}],
	["data", "how sensitive data is", {"data": testing.items([testing.data_item(object.union_n([{"item": testing.stated("text")}, {"purpose": testing.stated("text")}, {"sensitivity": {"state": state}}]))])}],
]

test_field_left_out_is_a_violation if {
	every state in states.missing {
		every case in _fields(state) {
			given := _input(case[2])
			{[v.code, v.args.field] | some v in requirement.violation; v.member == case[0]} == {["not_stated", case[1]]} with input as given
			{b | some b in requirement.basis; b.member == case[0]} == set() with input as given
		}
	}
}

test_field_that_is_not_told_is_for_review if {
	every state in states.told {
		every case in _fields(state) {
			given := _input(case[2])
			{[r.code, r.args.field] | some r in requirement.review; r.member == case[0]} == {["field_declared", case[1]]} with input as given
			{b | some b in requirement.basis; b.member == case[0]} == set() with input as given
		}
	}
}

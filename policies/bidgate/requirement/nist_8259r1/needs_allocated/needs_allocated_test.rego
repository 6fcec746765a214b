package bidgate.requirement.nist_8259r1.needs_allocated_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.nist_8259r1.needs_allocated as requirement

_input(lists) := testing.bundle_input({"declarations": [testing.declaration({"needs": l}) | some l in lists]})

_needs(owners) := testing.items([testing.need({"id": testing.stated("N-1"), "allocated_to": o}) | some o in owners])

_allocated := testing.items(["product", "customer"])

_basis(i, n) := {"code": "allocated", "args": {"needs": n}, "at": ["declarations", i, "needs"], "level": "asserted"}

test_allocated_needs_are_a_basis if {
	given := _input([_needs([_allocated, _allocated])])
	requirement.basis == {_basis(0, 2)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_list_is_a_violation if {
	every state in states.missing {
		given := _input([{"state": state}])
		requirement.violation == {{"code": "none", "args": {"state": state}, "at": ["declarations", 0, "needs"]}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_empty_list_is_a_violation if {
	given := _input([_needs([])])
	{v.args.state | some v in requirement.violation} == {"empty"} with input as given
	requirement.basis == set() with input as given
}

test_declared_list_is_for_review if {
	every state in states.told {
		given := _input([{"state": state}])
		requirement.review == {{
			"code": "list_declared",
			"args": {"state": state},
			"at": ["declarations", 0, "needs"],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_need_that_nobody_meets_is_a_violation if {
	none := {"empty": testing.items([])}
	every said, owners in object.union(none, {state: {"state": state, "items": []} | some state in states.missing}) {
		given := _input([_needs([_allocated, owners])])
		requirement.violation == {{
			"code": "not_allocated",
			"args": {"need": "N-1", "state": said},
			"at": ["declarations", 0, "needs", "items", 1],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_declared_owner_is_for_review if {
	every state in states.told {
		given := _input([_needs([{"state": state}])])
		requirement.review == {{
			"code": "declared",
			"args": {"need": "N-1", "state": state},
			"at": ["declarations", 0, "needs", "items", 0],
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_each_declaration_speaks_for_itself if {
	given := _input([_needs([_allocated]), {"state": "absent"}])
	requirement.basis == {_basis(0, 1)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_declaration_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

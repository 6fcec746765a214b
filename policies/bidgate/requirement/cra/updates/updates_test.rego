package bidgate.requirement.cra.updates_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.cra.updates as requirement

_whole := {
	"state": "stated",
	"mechanism": testing.stated("automatic"),
	"opt_out": testing.stated(true),
	"verification": testing.stated("signature"),
	"notification": testing.stated("on the device"),
}

_input(fields) := testing.bundle_input({"declarations": [testing.declaration({"updates": object.union(_whole, fields)})]})

_codes(set) := {s.code | some s in set}

test_automatic_updates_with_a_switch_are_a_basis if {
	given := _input({})
	requirement.basis == {{"code": "automatic", "args": {}, "at": ["declarations", 0, "updates"], "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_updates_by_hand_need_no_switch if {
	every mechanism in {"assisted", "manual"} {
		given := _input({"mechanism": testing.stated(mechanism), "opt_out": {"state": "absent"}})
		requirement.basis == {{"code": "by_hand", "args": {}, "at": ["declarations", 0, "updates"], "level": "asserted"}} with input as given
		requirement.violation == set() with input as given
	}
}

test_missing_field_is_a_violation if {
	every field in {"mechanism", "opt_out", "verification", "notification"} {
		every state in states.missing {
			given := _input({field: {"state": state}})
			{[v.code, v.at[3], v.args.state] | some v in requirement.violation} == {["not_stated", field, state]} with input as given
			requirement.basis == set() with input as given
		}
	}
}

test_field_that_is_not_told_is_for_review if {
	every field in {"mechanism", "opt_out", "verification", "notification"} {
		every state in states.told {
			given := _input({field: {"state": state}})
			{[r.code, r.at[3], r.args.state] | some r in requirement.review} == {["declared", field, state]} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_no_updates_is_a_violation if {
	given := _input({"mechanism": testing.stated("none")})
	_codes(requirement.violation) == {"no_updates"} with input as given
	requirement.basis == set() with input as given
}

test_automatic_updates_without_a_switch_are_a_violation if {
	given := _input({"opt_out": testing.stated(false)})
	_codes(requirement.violation) == {"no_opt_out"} with input as given
	requirement.basis == set() with input as given
}

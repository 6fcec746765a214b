package bidgate.requirement.nist_8259r1.update_headroom_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.nist_8259r1.update_headroom as requirement

_input(rooms) := testing.bundle_input({
	"declarations": [testing.declaration({"update_headroom": r}) | some r in rooms],
	"parameters": {"nist_8259r1": {"update_headroom": {"none_left": ["None"]}}},
})

_room := testing.stated("1.4 MB of flash are free.")

_at(i) := ["declarations", i, "update_headroom"]

_basis(i) := {"code": "stated", "args": {}, "at": _at(i), "level": "asserted"}

test_stated_room_is_a_basis if {
	given := _input([_room])
	requirement.basis == {_basis(0)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_room_is_a_violation if {
	every state in states.missing {
		given := _input([{"state": state}])
		requirement.violation == {{"code": "not_stated", "args": {"state": state}, "at": _at(0)}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_declared_room_is_for_review if {
	every state in states.told {
		given := _input([{"state": state}])
		requirement.review == {{"code": "declared", "args": {"state": state}, "at": _at(0)}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_each_declaration_speaks_for_itself if {
	given := _input([_room, {"state": "absent"}])
	requirement.basis == {_basis(0)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_declaration_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_no_room_is_a_violation if {
	given := _input([testing.stated("none.")])
	requirement.violation == {{"code": "none", "args": {"value": "none."}, "at": _at(0)}} with input as given
	requirement.basis == set() with input as given
}

package bidgate.requirement.conformity.known_standard_test

import data.bidgate.lib.testing
import data.bidgate.requirement.conformity.known_standard as requirement

_input(standards) := testing.bundle_input({"declarations": [testing.declaration({"standards": testing.items(standards)})]})

test_claimed_standard_is_taken_down if {
	given := _input([testing.standard({"id": testing.stated("EN 303 645"), "edition": testing.stated("V3.1.3")})])
	requirement.basis == {{
		"member": "en303645",
		"code": "claimed",
		"args": {"body": "ETSI", "edition": "V3.1.3"},
		"at": ["declarations", 0, "standards", "items", 0],
		"level": "asserted",
	}} with input as given
	not "en303645" in {n.member | some n in requirement.not_applicable} with input as given
}

test_other_standards_do_not_apply if {
	given := _input([testing.standard({"id": {"state": "absent"}}), testing.standard({"id": testing.stated("our own")})])
	requirement.basis == set() with input as given
	{n.code | some n in requirement.not_applicable; n.member == "iec62443-4-1"} == {"not_claimed"} with input as given
}

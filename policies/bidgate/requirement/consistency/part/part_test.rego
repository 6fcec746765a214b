package bidgate.requirement.consistency.part_test

import data.bidgate.lib.testing
import data.bidgate.requirement.consistency.part as requirement

_input(parts, name, type) := testing.bundle_input({
	"declarations": [testing.declaration({"product_details": {"parts": testing.items([
	testing.part({"kind": testing.stated(part[0]), "name": testing.stated(part[1])}) |
		some part in parts
	])}})],
	"sboms": [testing.sbom({"subject": {"name": testing.stated(name), "type": testing.stated(type)}})],
	"components": [[]],
	"services": [[testing.service({"name": "Cloud"})]],
})

_at := ["declarations", 0, "product_details", "parts", "items", 0]

test_part_that_an_sbom_names_is_a_basis if {
	every part in [["firmware", "FG-200 firmware"], ["service", "cloud"]] {
		given := _input([part], "fg-200 Firmware", "firmware")
		requirement.basis == {{"member": part[0], "code": "listed", "args": {"part": part[1]}, "at": _at, "level": "verified"}} with input as given
		requirement.violation == set() with input as given
		requirement.review == set() with input as given
	}
}

test_part_without_an_sbom_is_a_violation if {
	given := _input([["app", "FG app"]], "fg-200 firmware", "firmware")
	requirement.violation == {{"member": "app", "code": "no_sbom", "args": {"part": "FG app"}, "at": _at}} with input as given
	requirement.basis == set() with input as given
}

test_part_of_another_name_is_for_review if {
	given := _input([["firmware", "Gateway software"]], "fg-200 firmware", "firmware")
	requirement.review == {{"member": "firmware", "code": "not_named", "args": {"part": "Gateway software"}, "at": _at}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_every_part_of_a_kind_must_be_there if {
	given := _input([["firmware", "fg-200 firmware"], ["firmware", "boot loader"]], "fg-200 firmware", "firmware")
	requirement.basis == set() with input as given
	{r.args.part | some r in requirement.review} == {"boot loader"} with input as given
}

test_kind_that_is_not_declared_is_not_asked if {
	given := _input([], "fg-200 firmware", "firmware")
	count(requirement.not_applicable) == 5 with input as given
	requirement.basis == set() with input as given
}

package bidgate.requirement.screening.determinations_test

import data.bidgate.lib.testing
import data.bidgate.requirement.screening.determinations as requirement

_input(determinations) := testing.bundle_input({
	"as_of": testing.day(100),
	"profile": {"requirements": {"nist_8259ab.capability.ir8259a-SU-2": testing.selected({
		"requirement": "nist_8259ab.capability",
		"member": "ir8259a-SU-2",
	})}},
	"determinations": determinations,
})

_determination(fields) := testing.determination(object.union(
	{
		"requirement": "nist_8259ab.capability",
		"member": "ir8259a-SU-2",
		"applies": true,
		"reason": "The test report shows it.",
		"place": "page 7",
		"by": "alice",
		"date": testing.day(100),
	},
	fields,
))

_violation(code, args) := {{
	"code": code,
	"args": object.union({"requirement": "nist_8259ab.capability"}, args),
	"at": ["determinations", 0],
}}

_basis(k) := {
	"code": "sound",
	"args": {"requirement": "nist_8259ab.capability", "day": 100},
	"at": ["determinations", k],
	"level": "verified",
}

test_sound_determinations_are_a_basis if {
	given := _input([_determination({}), _determination({"member": ""})])
	requirement.basis == {_basis(0), _basis(1)} with input as given
	requirement.violation == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_each_way_not_to_fit_is_a_violation if {
	every case in [
		{"fields": {"member": "ir8259a-SU-9"}, "want": _violation("not_selected", {})},
		{"fields": {"requirement": "sbom.author", "member": ""}, "want": _violation("not_selected", {"requirement": "sbom.author"})},
		{"fields": {"date": testing.day(101)}, "want": _violation("in_future", {"day": 101})},
		{"fields": {"by": ""}, "want": _violation("incomplete", {"field": "by"})},
		{"fields": {"place": ""}, "want": _violation("incomplete", {"field": "place"})},
		{"fields": {"reason": ""}, "want": _violation("incomplete", {"field": "reason"})},
	] {
		given := _input([_determination(case.fields)])
		requirement.violation == case.want with input as given
		requirement.basis == set() with input as given
	}
}

test_one_that_does_not_fit_takes_the_basis_away if {
	given := _input([_determination({}), _determination({"by": ""})])
	requirement.basis == set() with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_determinations_for_other_offers_make_it_not_applicable if {
	every determinations in [[], [_determination({"applies": false, "by": ""})]] {
		given := _input(determinations)
		requirement.not_applicable == {{
			"code": "none_for_this_offer",
			"args": {},
			"at": ["determinations"],
			"level": "verified",
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

package bidgate.requirement.screening.exceptions_test

import data.bidgate.lib.testing
import data.bidgate.requirement.screening.exceptions as requirement

_selected := {
	"sbom.subject": testing.selected({"requirement": "sbom.subject"}),
	"nist_8259ab.capability.ir8259a-SU-2": testing.selected({"requirement": "nist_8259ab.capability", "member": "ir8259a-SU-2"}),
}

_input(exceptions) := testing.bundle_input({
	"as_of": testing.day(100),
	"profile": {"requirements": _selected},
	"exceptions": exceptions,
	"parameters": {"screening": {"exceptions": {"max_days": 366}}},
})

_exception(fields) := testing.exception(object.union(
	{
		"requirement": "sbom.subject",
		"applies": true,
		"vendor": "Acme",
		"product": "FG-200",
		"from": testing.day(90),
		"until": testing.day(200),
	},
	fields,
))

_basis(k, name, day) := {
	"code": "sound",
	"args": {"requirement": name, "day": day},
	"at": ["exceptions", k],
	"level": "verified",
}

_violation(code, args) := {{
	"code": code,
	"args": object.union({"requirement": "sbom.subject"}, args),
	"at": ["exceptions", 0],
}}

test_sound_exceptions_are_a_basis if {
	given := _input([
		_exception({"limited_to_document": true, "documents": [3], "limited_to_components": true, "rows": [[1]]}),
		_exception({"requirement": "nist_8259ab.capability", "member": "ir8259a-SU-2"}),
		_exception({"requirement": "nist_8259ab.capability", "from": {"day": 0, "text": ""}, "until": testing.day(466)}),
	])
	requirement.basis == {
		_basis(0, "sbom.subject", 200),
		_basis(1, "nist_8259ab.capability", 200),
		_basis(2, "nist_8259ab.capability", 466),
	} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_first_and_last_day_are_in_force if {
	every fields in [{"until": testing.day(100)}, {"from": testing.day(100)}] {
		given := _input([_exception(fields)])
		count(requirement.basis) == 1 with input as given
		requirement.violation == set() with input as given
	}
}

test_each_way_not_to_fit_is_a_violation if {
	every case in [
		{"fields": {"until": testing.day(99)}, "want": _violation("expired", {"day": 99})},
		{"fields": {"from": testing.day(101)}, "want": _violation("not_yet", {"day": 101})},
		{"fields": {"unknown_components": ["pkg:x/y"]}, "want": _violation("unknown_components", {"n": 1})},
		{"fields": {"limited_to_document": true}, "want": _violation("unknown_document", {})},
		{"fields": {"until": testing.day(457)}, "want": _violation("too_long", {"days": 367, "max_days": 366})},
		{"fields": {"from": {"day": 0, "text": ""}, "until": testing.day(467)}, "want": _violation("too_long", {"days": 367, "max_days": 366})},
		{"fields": {"member": "ir8259a-SU-2"}, "want": _violation("not_selected", {})},
		{"fields": {"requirement": "sbom.author"}, "want": _violation("not_selected", {"requirement": "sbom.author"})},
	] {
		given := _input([_exception(case.fields)])
		requirement.violation == case.want with input as given
		requirement.basis == set() with input as given
	}
}

test_exception_for_the_whole_tender_without_a_limit_is_for_review if {
	whole := {"vendor": "", "product": ""}
	given := _input([_exception(whole)])
	requirement.review == _violation("whole_tender", {}) with input as given
	every limit in [{"limited_to_document": true, "documents": [1]}, {"limited_to_components": true}, {"version": "2"}] {
		limited := _input([_exception(object.union(whole, limit))])
		requirement.review == set() with input as limited
	}
}

test_one_that_does_not_fit_takes_the_basis_away if {
	given := _input([_exception({}), _exception({"until": testing.day(99)})])
	requirement.basis == set() with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_exceptions_for_other_offers_make_it_not_applicable if {
	every exceptions in [[], [_exception({"applies": false, "until": testing.day(1)})]] {
		given := _input(exceptions)
		requirement.not_applicable == {{
			"code": "none_for_this_offer",
			"args": {},
			"at": ["exceptions"],
			"level": "verified",
		}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
		requirement.review == set() with input as given
	}
}

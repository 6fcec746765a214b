package bidgate.requirement.threat_model.scope_covers_parts_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.scope_covers_parts as requirement

_input(lists, models) := testing.bundle_input({
	"declarations": [testing.declaration({"product_details": {"parts": l}}) | some l in lists],
	"threat_models": [testing.threat_model(m) | some m in models],
})

_part(id, name) := testing.part({"id": testing.stated(id), "name": testing.stated(name)})

_parts := testing.items([_part("fw", "Firmware"), _part("cloud", "api.example")])

_at := ["threat_models", 0, "scope"]

_listed := {"scope": {"state": "stated", "in": testing.items(["firmware"])}}

_scope(items) := {"scope": {"state": "stated", "in": testing.items(items)}}

_basis(i) := {"code": "mentioned", "args": {"parts": 2}, "at": ["threat_models", i, "scope"], "level": "asserted"}

test_parts_in_the_scope_are_a_basis if {
	out := testing.items([{"item": testing.stated("CLOUD"), "reason": testing.stated("other"), "location": ""}])
	component := testing.items([testing.model_part({"id": testing.stated("C-1"), "name": testing.stated("api.example")})])
	every model in [
		_scope(["FW", "api.example"]),
		object.union(_listed, {"scope": {"out": out}}),
		object.union(_listed, {"components": component}),
	] {
		given := _input([_parts], [model])
		requirement.basis == {_basis(0)} with input as given
		requirement.violation == set() with input as given
		requirement.review == set() with input as given
		requirement.not_applicable == set() with input as given
	}
}

test_part_that_is_not_mentioned_is_a_violation if {
	given := _input([_parts], [_listed])
	requirement.violation == {{"code": "not_mentioned", "args": {"part": "api.example"}, "at": _at}} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_part_without_a_name_is_never_mentioned if {
	given := _input([testing.items([testing.part({}), testing.part({"id": testing.stated("x")})])], [_scope([""])])
	{v.args.part | some v in requirement.violation} == {"without a name", "x"} with input as given
	requirement.basis == set() with input as given
}

test_missing_scope_is_a_violation if {
	every state in states.missing {
		given := _input([_parts], [{"scope": {"state": "stated", "in": {"state": state}}}])
		{v.args.part | some v in requirement.violation} == {"api.example", "Firmware"} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
	}
}

test_scope_in_words_is_for_review if {
	given := _input([testing.items([_part("fw", "Firmware")])], [{"scope": {
		"state": "stated",
		"description": testing.stated("The firmware and its updates."),
	}}])
	requirement.review == {{"code": "in_words", "args": {"part": "Firmware"}, "at": _at}} with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

test_declared_scope_is_for_review if {
	every state in states.told {
		every scope in [{"state": state}, {"state": "stated", "in": {"state": state}}] {
			given := _input([testing.items([_part("fw", "Firmware")])], [{"scope": scope}])
			requirement.review == {{
				"code": "scope_declared",
				"args": {"part": "Firmware", "state": state},
				"at": _at,
			}} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_parts_that_cannot_be_read_are_for_review if {
	every state in ["unknown", "withheld", "placeholder", "unsupported", "invalid"] {
		given := _input([_parts, {"state": state}], [_scope(["fw", "cloud"])])
		requirement.review == {{"code": "parts_not_told", "args": {"state": state}, "at": _at}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
		requirement.not_applicable == set() with input as given
	}
}

test_no_parts_make_it_not_applicable if {
	every parts in [{"state": "absent"}, testing.items([])] {
		given := _input([parts], [_listed])
		requirement.not_applicable == {{"code": "no_parts", "args": {}, "at": _at, "level": "verified"}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
		requirement.review == set() with input as given
	}
}

test_each_model_speaks_for_itself if {
	given := _input([_parts], [_scope(["fw", "cloud"]), _listed])
	requirement.basis == {_basis(0)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_model_is_silent if {
	given := _input([_parts], [])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

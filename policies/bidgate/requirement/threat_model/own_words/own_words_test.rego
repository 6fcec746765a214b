package bidgate.requirement.threat_model.own_words_test

import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.own_words as requirement

_threat(text) := testing.threat({"statement": testing.stated(text)})

_with(threats, model) := testing.bundle_input({
	"threat_models": [testing.threat_model(object.union({"product": {"name": testing.stated("Field Gateway")}, "threats": testing.items(threats)}, model))],
	"parameters": {"threat_model": {"own_words": {"min_own_share": 0.5}}},
})

_input(threats) := _with(threats, {})

_codes(set) := {[s.code, s.args] | some s in set}

test_threats_in_their_own_words_are_a_basis if {
	given := _input([_threat("A thief opens the field gateway."), _threat("Somebody listens.")])
	requirement.basis == {{"code": "own", "args": {"total": 2, "different": 2, "named": 1}, "at": ["threat_models", 0, "threats"], "level": "verified"}} with input as given
	requirement.review == set() with input as given
}

test_every_kind_of_element_names_the_product if {
	name := {"name": testing.stated("Debug port")}
	every model in [
		{"components": testing.items([testing.model_part(name)])},
		{"assets": testing.items([testing.asset(name)])},
		{"actors": testing.items([testing.named(name)])},
		{"dependencies": testing.items([testing.named(name)])},
		{"interfaces": testing.items([testing.interface(name)])},
		{"data_flows": testing.items([testing.data_flow(name)])},
	] {
		given := _with([_threat("A guest uses the debug port.")], model)
		{b.args.named | some b in requirement.basis} == {1} with input as given
	}
}

test_threat_that_points_to_a_part_is_about_the_product if {
	every fields in [{"components": testing.items(["dev"])}, {"data_flows": testing.items(["F-1"])}, {"bom_refs": testing.items([{"ref": "a", "sbom": 0, "row": 0}])}] {
		given := _input([testing.threat(object.union({"title": testing.stated("Spoofing")}, fields))])
		{b.args.named | some b in requirement.basis} == {1} with input as given
	}
}

test_repeated_words_are_for_review if {
	same := _threat("The field gateway is spoofed.")
	given := _input([same, _threat("The field gateway is SPOOFED."), same, same, _threat("The field gateway is opened.")])
	_codes(requirement.review) == {["repeated", {"n": 2, "total": 5}]} with input as given
	requirement.violation == set() with input as given
	requirement.basis == set() with input as given
}

test_threats_that_all_say_the_same_are_a_violation if {
	given := _input([_threat("The field gateway is spoofed."), _threat("The field gateway is SPOOFED."), _threat("The field gateway is spoofed.")])
	_codes(requirement.violation) == {["all_same", {"total": 3}]} with input as given
	requirement.review == set() with input as given
	low := object.union(given, {"parameters": {"threat_model": {"own_words": {"min_own_share": 0}}}})
	requirement.basis == set() with input as low
}

test_general_words_are_for_review if {
	given := _with([_threat("Data is stolen."), _threat("A service fails."), _threat("The field gateway is opened.")], {"assets": testing.items([testing.asset({"name": testing.stated("a")})])})
	_codes(requirement.review) == {["general", {"n": 1, "total": 3}]} with input as given
	requirement.basis == set() with input as given
}

test_no_threat_in_words_is_nothing_to_judge if {
	every threats in [[], [testing.threat({})]] {
		given := _input(threats)
		{n.code | some n in requirement.not_applicable} == {"no_threats"} with input as given
		requirement.review == set() with input as given
		requirement.basis == set() with input as given
	}
}

_titled(id, title, statement) := testing.threat({"key": id, "title": testing.stated(title), "statement": testing.stated(statement), "components": testing.items([id])})

test_copy_of_another_threat_is_for_review if {
	own := [_titled("T-1", "Spoofing", "Somebody answers as the gateway."), _titled("T-2", "Listening", "Somebody listens."), _titled("T-3", "Theft", "Somebody takes it.")]
	given := _input(array.concat(own, [_titled("T-4", "SPOOFING", "Somebody answers as the gateway.")]))
	_codes(requirement.review) == {["copied", {"n": 1, "threat": "T-4"}]} with input as given
	requirement.basis == set() with input as given
	every other in [_titled("T-4", "Spoofing", "Somebody answers as the app."), _titled("T-4", "Another", "Somebody listens.")] {
		requirement.review == set() with input as _input(array.concat(own, [other]))
	}
}

test_copies_are_told_once if {
	same := _titled("T-1", "Spoofing", "The field gateway is spoofed.")
	given := _input([same, same, same, _titled("T-2", "Listening", "Somebody listens.")])
	_codes(requirement.review) == {["copied", {"n": 2, "threat": "T-1"}]} with input as given
	few := _input([same, same, same, same, _titled("T-2", "Listening", "Somebody listens.")])
	_codes(requirement.review) == {["repeated", {"n": 2, "total": 5}]} with input as few
}

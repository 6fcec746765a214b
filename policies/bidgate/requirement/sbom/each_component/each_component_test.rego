package bidgate.requirement.sbom.each_component_test

import data.bidgate.lib.testing
import data.bidgate.requirement.sbom.each_component as requirement

_asked := {"name": "component_name", "version": "component_version", "identifier": "component_identifier"}

_listed := {"value", "licence", "dependency", "own_ref", "one_hash"}

_whole := {"software": {"total": 3, "stated": 2, "unknown": [0]}}

_facts(facts) := object.union(
	object.union({"components": {"all": 3}}, {fact: _whole | some _, fact in _asked}),
	facts,
)

_input(facts) := testing.bundle_input({"sboms": [testing.sbom({"facts": _facts(facts)})]})

_members(statements) := {s.member | some s in statements}

test_whole_list_is_a_basis if {
	given := _input({})
	_members(requirement.basis) == object.keys(_asked) | _listed with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_one_gap_is_a_violation if {
	every member, fact in _asked {
		every state in ["absent", "placeholder", "invalid"] {
			given := _input({fact: {"software": {"total": 3, "stated": 2, "unknown": [], state: [1]}}})
			requirement.violation == {{
				"member": member,
				"code": "not_stated",
				"args": {"n": 1, "total": 3, "state": state},
				"at": ["sboms", 0, "facts", fact, "software", state],
			}} with input as given
			not member in _members(requirement.basis) with input as given
		}
	}
}

test_what_the_format_cannot_say_is_for_review if {
	given := _input({"component_version": {"software": {"total": 3, "stated": 2, "unknown": [], "unsupported": 1}}})
	requirement.review == {{"member": "version", "code": "unsupported", "args": {"n": 1, "total": 3}, "at": ["sboms", 0]}} with input as given
	not "version" in _members(requirement.basis) with input as given
}

test_firmware_is_known_in_its_own_way if {
	given := testing.bundle_input({"sboms": [testing.sbom({
		"subject": {"type": testing.stated("firmware")},
		"facts": _facts({
			"component_identifier": {"software": {"total": 3, "stated": 0, "absent": [0, 1, 2]}},
			"component_firmware_identifier": {"software": {"total": 3, "stated": 3}},
		}),
	})]})
	requirement.violation == set() with input as given
	"identifier" in _members(requirement.basis) with input as given
}

_wrong := {
	"value": [{"component_hash": {"all": {"placeholder": [1]}}}, "placeholder", {"n": 1, "field": "hash"}, ["component_hash", "all", "placeholder"]],
	"licence": [{"licences": {"unknown_id": [1]}}, "not_spdx", {"n": 1}, ["licences", "unknown_id"]],
	"dependency": [{"graph": {"dangling": [0], "dangling_references": 2}}, "dangling", {"n": 2}, ["graph", "dangling"]],
	"own_ref": [{"duplicate_refs": [1]}, "shared", {"n": 1}, ["duplicate_refs"]],
}

test_what_is_wrong_is_a_violation if {
	every member, case in _wrong {
		given := _input(case[0])
		requirement.violation == {{
			"member": member,
			"code": case[1],
			"args": case[2],
			"at": array.concat(["sboms", 0, "facts"], case[3]),
		}} with input as given
		not member in _members(requirement.basis) with input as given
	}
}

test_hash_of_zeros_beside_a_usable_one_is_a_violation if {
	given := _input({"hashes": {"filler": [2]}})
	requirement.violation == {{"member": "value", "code": "filler", "args": {"n": 1}, "at": ["sboms", 0, "facts", "hashes", "filler"]}} with input as given
	not "value" in _members(requirement.basis) with input as given
}

test_bad_expression_is_no_licence_of_spdx if {
	given := _input({"licences": {"bad_expression": [0, 1]}})
	{v.args.n | some v in requirement.violation} == {2} with input as given
}

test_licence_that_breaks_the_schema_is_none_of_spdx if {
	given := _input({"component_licence": {"all": {"invalid": [2]}}})
	{v.at | some v in requirement.violation} == {["sboms", 0, "facts", "component_licence", "all", "invalid"]} with input as given
	not "licence" in _members(requirement.basis) with input as given
}

_selected(name, member, fields) := object.union(fields, {
	"requirement": concat(".", ["sbom", name]),
	"area": "sbom",
	"name": name,
	"member": member,
	"level": "asserted",
	"accept_not_applicable": false,
})

# The profile selects the row, and another requirement with its parameter.
_beside(member, severity, id, other, facts) := object.union(_input(facts), {
	"profile": {"requirements": {
		concat(".", ["sbom.each_component", member]): _selected("each_component", member, {"severity": severity, "part_only": false}),
		concat(".", ["sbom", id]): _selected(id, "", other),
	}},
	"parameters": {"sbom": {id: {"min_share": 0.9, "max_share": 0.1}}},
})

_short := {"software": {"total": 3, "stated": 1, "unknown": [], "absent": [0, 1], "placeholder": []}}

_elsewhere := {
	"name": ["component_name", {"component_name": _short}],
	"version": ["component_version", {"component_version": _short}],
	"identifier": ["component_identifier", {"component_identifier": _short}],
	"value": ["placeholders", {"component_hash": {"all": {"stated": 2, "placeholder": [1]}}}],
	"licence": ["licences_valid", {"licences": {"unknown_id": [1]}, "fields": {"licence_spdx": {"software": {"stated": 1, "invalid": 1}}}}],
	"dependency": ["dependency_references", {"graph": {"dangling": [0], "dangling_references": 2, "edges": 3}}],
}

_told(member, id) := {{
	"member": member,
	"code": "listed",
	"args": {"requirement": concat(".", ["sbom", id])},
	"at": ["sboms", 0],
	"level": "verified",
}}

test_what_another_requirement_lists_is_not_told_again if {
	every member, case in _elsewhere {
		given := _beside(member, "minor", case[0], {"severity": "minor", "part_only": false}, case[1])
		requirement.violation == set() with input as given
		requirement.not_applicable == _told(member, case[0]) with input as given
		not member in _members(requirement.basis) with input as given
	}
}

test_what_weighs_less_elsewhere_is_told if {
	every other in [{"severity": "info", "part_only": false}, {"severity": "major", "part_only": true}] {
		every member, case in _elsewhere {
			given := _beside(member, "minor", case[0], other, case[1])
			_members(requirement.violation) == {member} with input as given
			requirement.not_applicable == set() with input as given
		}
	}
}

test_gap_that_a_share_lets_through_is_told if {
	facts := {"component_version": {"software": {"total": 30, "stated": 29, "unknown": [], "absent": [4]}}}
	given := _beside("version", "minor", "component_version", {"severity": "major", "part_only": false}, facts)
	_members(requirement.violation) == {"version"} with input as given
	requirement.not_applicable == set() with input as given
}

test_placeholder_of_a_field_is_listed_with_the_field if {
	facts := {"component_supplier": object.union(_short, {"all": {"placeholder": [1]}})}
	given := _beside("value", "minor", "component_supplier", {"severity": "minor", "part_only": false}, facts)
	requirement.violation == set() with input as given
	requirement.not_applicable == _told("value", "component_supplier") with input as given
}

# Where more producers are stated, the requirement on suppliers lists those.
test_placeholder_of_a_supplier_is_told_beside_producers if {
	facts := {
		"component_supplier": object.union(_short, {"all": {"placeholder": [1]}}),
		"component_producer": {"software": {"stated": 2}},
	}
	given := _beside("value", "minor", "component_supplier", {"severity": "minor", "part_only": false}, facts)
	{v.args.field | some v in requirement.violation} == {"supplier"} with input as given
	requirement.not_applicable == set() with input as given
}

test_placeholder_of_a_row_is_listed_in_that_row if {
	gap := {"component_version": {
		"all": {"placeholder": [1]},
		"software": {"total": 30, "stated": 29, "unknown": [], "placeholder": [1]},
	}}
	given := _beside("value", "minor", "each_component.version", {"severity": "minor", "part_only": false}, gap)
	_members(requirement.violation) == {"version"} with input as given
	requirement.not_applicable == _told("value", "each_component.version") with input as given
}

test_one_placeholder_listed_elsewhere_hides_no_other if {
	facts := {
		"component_supplier": object.union(_short, {"all": {"placeholder": [1]}}),
		"component_hash": {"all": {"placeholder": [2]}},
	}
	given := _beside("value", "minor", "component_supplier", {"severity": "minor", "part_only": false}, facts)
	{v.args.field | some v in requirement.violation} == {"hash"} with input as given
	requirement.not_applicable == set() with input as given
}

_odd_hashes := {
	"two_hashes": [{"duplicates": {"different_hash": [0, 1]}}, ["duplicates", "different_hash"]],
	"same_hash": [{"duplicates": {"same_hash": [0, 2]}}, ["duplicates", "same_hash"]],
	"empty": [{"hashes": {"empty": [1, 2]}}, ["hashes", "empty"]],
}

test_hashes_that_are_odd_are_for_review if {
	every code, case in _odd_hashes {
		given := _input(case[0])
		requirement.review == {{
			"member": "one_hash",
			"code": code,
			"args": {"n": 2},
			"at": array.concat(["sboms", 0, "facts"], case[1]),
		}} with input as given
		not "one_hash" in _members(requirement.basis) with input as given
		requirement.violation == set() with input as given
	}
}

test_component_that_depends_on_itself_is_for_review if {
	given := _input({"graph": {"self": [4]}})
	requirement.review == {{"member": "dependency", "code": "itself", "args": {"n": 1}, "at": ["sboms", 0, "facts", "graph", "self"]}} with input as given
	not "dependency" in _members(requirement.basis) with input as given
	"own_ref" in _members(requirement.basis) with input as given
}

test_component_that_depends_on_itself_is_not_told_beside_lost_references if {
	facts := {"graph": {"self": [4], "dangling": [0], "dangling_references": 2, "edges": 3}}
	given := _beside("dependency", "minor", "dependency_references", {"severity": "minor", "part_only": false}, facts)
	requirement.review == set() with input as given
	requirement.not_applicable == _told("dependency", "dependency_references") with input as given
}

test_empty_list_asks_nothing if {
	given := testing.bundle_input({"sboms": [testing.sbom({"facts": {"components": {"all": 0}}})]})
	_members(requirement.not_applicable) == object.keys(_asked) | _listed with input as given
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
}

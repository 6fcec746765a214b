package bidgate.requirement.ai.datasets_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.ai.datasets as requirement

_input(sets) := _worded(sets, "stated")

# The same, with what each states of how sensitive its data is.
_worded(sets, state) := testing.bundle_input({
	"sboms": [testing.sbom({})],
	"extras": [[{"of": "component", "row": row, "field": "data/0/classification", "state": state, "value": "public"} | some row in numbers.range(1, count(sets))]],
	"components": [array.concat([testing.component({"type": "library"})], [
	testing.component({"type": "data", "name": "coco", "states": object.union({"producer": "absent", "supplier": "stated", "licence": "stated"}, s)}) |
		some s in sets
	])],
})

test_described_data_sets_are_a_basis if {
	given := _input([{}, {"producer": "stated", "supplier": "absent"}])
	requirement.basis == {{"code": "described", "args": {"n": 2}, "at": ["components", 0, 1], "level": "asserted"}} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
}

test_missing_field_is_a_violation if {
	every state in states.missing {
		every field in ["supplier", "licence"] {
			given := _input([{}, {field: state}])
			{[v.code, v.at, v.args.state] | some v in requirement.violation} == {["not_stated", ["components", 0, 2], state]} with input as given
			requirement.basis == set() with input as given
		}
	}
}

test_field_that_is_not_told_is_for_review if {
	every state in states.told {
		every field in ["supplier", "licence"] {
			given := _input([{field: state}])
			{r.code | some r in requirement.review} == {"declared"} with input as given
			requirement.basis == set() with input as given
			requirement.violation == set() with input as given
		}
	}
}

test_no_data_set_is_nothing_to_judge if {
	given := _input([])
	{n.code | some n in requirement.not_applicable} == {"none"} with input as given
	requirement.basis == set() with input as given
}

# One data set that states something in the fields, beside the tables.
_saying(fields) := object.union(_input([{}]), {"extras": [[{"of": "component", "row": 1, "field": field, "state": state, "value": "public"} | some field, state in fields]]})

test_sensitive_parts_tell_how_sensitive_a_set_is if {
	{r.args.field | some r in requirement.review} == {"the sensitivity"} with input as _saying({"data/0/sensitiveData/1": "unknown"})
	{b.code | some b in requirement.basis} == {"described"} with input as _saying({"data/0/sensitiveData/1": "stated"})
}

test_one_word_that_tells_is_enough if {
	given := _saying({"data/0/classification": "placeholder", "data/0/sensitiveData/0": "stated"})
	{b.code | some b in requirement.basis} == {"described"} with input as given
}

test_word_that_fills_the_place_is_a_violation if {
	given := _worded([{}], "placeholder")
	{[v.code, v.args] | some v in requirement.violation} == {["not_stated", {"field": "the sensitivity", "name": "coco", "state": "placeholder"}]} with input as given
	requirement.basis == set() with input as given
	requirement.review == set() with input as given
}

test_honest_word_counts_beside_one_that_fills_the_place if {
	given := _saying({"data/0/classification": "placeholder", "data/0/sensitiveData/0": "unknown"})
	{[r.code, r.args.state] | some r in requirement.review} == {["declared", "unknown"]} with input as given
	requirement.violation == set() with input as given
}

test_set_without_a_word_on_its_sensitivity_is_a_violation if {
	elsewhere := _saying({"data/0/name": "stated"})
	{[v.code, v.args] | some v in requirement.violation} == {["not_stated", {"field": "the sensitivity", "name": "coco", "state": "absent"}]} with input as elsewhere
	requirement.basis == set() with input as elsewhere
}

test_sensitivity_that_is_not_told_is_for_review if {
	given := _worded([{}], "withheld")
	{[r.code, r.args.field, r.args.state] | some r in requirement.review} == {["declared", "the sensitivity", "withheld"]} with input as given
	requirement.violation == set() with input as given
	requirement.basis == set() with input as given
}

test_sensitivity_in_spdx_is_for_a_person if {
	given := object.union(_input([{}]), {"sboms": [testing.sbom({"format": "spdx"})]})
	{[r.args.field, r.args.state] | some r in requirement.review} == {["the sensitivity", "unsupported"]} with input as given
	requirement.basis == set() with input as given
}

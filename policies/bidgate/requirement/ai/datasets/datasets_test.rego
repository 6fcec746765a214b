package bidgate.requirement.ai.datasets_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.ai.datasets as requirement

_input(sets) := testing.bundle_input({
	"sboms": [testing.sbom({})],
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

package bidgate.requirement.threat_model.trust_boundaries_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.trust_boundaries as requirement

_input(models) := testing.bundle_input({"threat_models": [testing.threat_model(m) | some m in models]})

_shown := {"trust_boundaries": testing.items([testing.boundary({"id": testing.stated("B-1")})])}

_at(i) := ["threat_models", i, "trust_boundaries"]

_basis(i) := {"code": "shown", "args": {"boundaries": 1}, "at": _at(i), "level": "asserted"}

# Lists that show no boundary, with what is said of them.
_none := object.union({"empty": testing.items([])}, {state: {"state": state, "items": []} | some state in states.missing})

test_boundary_is_a_basis if {
	given := _input([_shown])
	requirement.basis == {_basis(0)} with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

test_no_boundary_is_a_violation if {
	every said, list in _none {
		given := _input([{"trust_boundaries": list}])
		requirement.violation == {{"code": "none", "args": {"state": said}, "at": _at(0)}} with input as given
		requirement.basis == set() with input as given
		requirement.review == set() with input as given
		requirement.not_applicable == set() with input as given
	}
}

test_declared_list_is_for_review if {
	every state in states.told {
		given := _input([{"trust_boundaries": {"state": state}}])
		requirement.review == {{"code": "declared", "args": {"state": state}, "at": _at(0)}} with input as given
		requirement.basis == set() with input as given
		requirement.violation == set() with input as given
	}
}

test_product_without_interfaces_makes_it_not_applicable if {
	every _, list in _none {
		given := _input([{"trust_boundaries": list, "interfaces": testing.items([])}])
		requirement.not_applicable == {{
			"code": "no_interface",
			"args": {},
			"at": ["threat_models", 0, "interfaces"],
			"level": "asserted",
		}} with input as given
		requirement.violation == set() with input as given
		requirement.basis == set() with input as given
	}
}

test_interfaces_that_are_not_stated_excuse_nothing if {
	every state in testing.unstated {
		given := _input([{"interfaces": {"state": state}}])
		{v.code | some v in requirement.violation} == {"none"} with input as given
		requirement.not_applicable == set() with input as given
	}
}

test_each_model_speaks_for_itself if {
	given := _input([_shown, {}])
	requirement.basis == {_basis(0)} with input as given
	{v.at[1] | some v in requirement.violation} == {1} with input as given
}

test_no_model_is_silent if {
	given := _input([])
	requirement.basis == set() with input as given
	requirement.violation == set() with input as given
	requirement.review == set() with input as given
	requirement.not_applicable == set() with input as given
}

package bidgate.requirement.threat_model.boundary_coverage_test

import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.boundary_coverage as requirement

_boundary := testing.boundary({"id": testing.stated("b1"), "name": testing.stated("Home and cloud")})

_flow := testing.data_flow({"id": testing.stated("f1"), "source": testing.stated("app"), "destination": testing.stated("cloud"), "crosses": testing.items(["b1"])})

_entry := testing.interface({"id": testing.stated("i1"), "name": testing.stated("UART"), "component": testing.stated("board")})

_input(fields) := testing.bundle_input({"threat_models": [testing.threat_model(fields)]})

_model(touched) := {
	"trust_boundaries": testing.items([_boundary]),
	"data_flows": testing.items([_flow]),
	"interfaces": testing.items([_entry]),
	"threats": testing.items([testing.threat({"components": testing.items(touched)})]),
}

_place(list) := ["threat_models", 0, list, "items", 0]

test_threats_at_both_are_a_basis if {
	every touched in [["f1", "board"], ["App", "uart"], ["cloud", "i1"]] {
		given := _input(_model(touched))
		requirement.basis == {{"code": "covered", "args": {"n": 2}, "at": ["threat_models", 0, "threats"], "level": "asserted"}} with input as given
		requirement.violation | requirement.review == set() with input as given
	}
}

test_threat_at_a_flow_counts if {
	given := _input(object.union(_model([]), {"interfaces": testing.items([]), "threats": testing.items([testing.threat({"data_flows": testing.items(["f1"])})])}))
	count(requirement.basis) == 1 with input as given
}

test_entry_points_alone_can_be_covered if {
	given := _input(object.remove(_model(["board"]), ["trust_boundaries", "data_flows"]))
	requirement.basis == {{"code": "covered", "args": {"n": 1}, "at": ["threat_models", 0, "threats"], "level": "asserted"}} with input as given
}

test_threats_elsewhere_are_a_violation if {
	given := _input(_model(["manual"]))
	requirement.violation == {
		{"code": "uncovered", "args": {"what": "trust boundary", "name": "Home and cloud"}, "at": _place("trust_boundaries")},
		{"code": "uncovered", "args": {"what": "entry point", "name": "UART"}, "at": _place("interfaces")},
	} with input as given
	requirement.basis == set() with input as given
}

test_zones_tell_a_boundary_without_id if {
	boundary := testing.boundary({"zones": testing.items(["home", "internet"])})
	flow := object.union(_flow, {"crosses": testing.items(["internet"])})
	given := _input(object.union(_model(["cloud", "board"]), {"trust_boundaries": testing.items([boundary]), "data_flows": testing.items([flow])}))
	count(requirement.basis) == 1 with input as given
}

test_boundary_that_no_flow_crosses_is_for_review if {
	given := _input(object.union(_model(["board"]), {"data_flows": testing.items([])}))
	requirement.review == {{"code": "not_crossed", "args": {"name": "Home and cloud"}, "at": _place("trust_boundaries")}} with input as given
	requirement.violation | requirement.basis == set() with input as given
}

test_threats_that_do_not_tell_are_for_review if {
	untold := {"threats": testing.items([testing.threat({"components": {"state": "unsupported", "items": []}, "data_flows": {"state": "unsupported", "items": []}})])}
	every more in [untold, {"threats": {"state": "withheld", "items": []}}] {
		given := _input(object.union(_model([]), more))
		{r.code | some r in requirement.review} == {"untold"} with input as given
		count(requirement.review) == 2 with input as given
		requirement.violation | requirement.basis == set() with input as given
	}
}

test_disabled_entry_point_needs_no_threat if {
	disabled := object.union(_entry, {"disabled": {"state": "stated", "value": true}})
	given := _input({"interfaces": testing.items([disabled])})
	requirement.not_applicable == {{"code": "nothing_listed", "args": {}, "at": ["threat_models", 0], "level": "verified"}} with input as given
	requirement.violation == set() with input as given
}

test_entry_point_without_name_is_told_by_its_id if {
	given := _input({"interfaces": testing.items([testing.interface({"id": testing.stated("i1")})])})
	{v.args.name | some v in requirement.violation} == {"i1"} with input as given
}

package bidgate.requirement.threat_model.flow_ends_test

import data.bidgate.lib.testing
import data.bidgate.requirement.threat_model.flow_ends as requirement

_flow(source, destination) := testing.data_flow({"id": testing.stated("F-1"), "source": source, "destination": destination})

_model := {
	"components": testing.items([testing.model_part({"id": testing.stated("dev"), "name": testing.stated("Device")})]),
	"actors": testing.items([testing.named({"name": testing.stated("Owner")})]),
	"dependencies": testing.items([testing.named({"name": testing.stated("Cloud")})]),
	"assets": testing.items([testing.asset({"name": testing.stated("Keys")})]),
	"interfaces": testing.items([testing.interface({"name": testing.stated("Debug port")})]),
}

_input(flows) := testing.bundle_input({"threat_models": [testing.threat_model(object.union(_model, {"data_flows": testing.items(flows)}))]})

test_listed_ends_are_a_basis if {
	given := _input([_flow(testing.stated("DEV"), testing.stated("owner")), _flow(testing.stated("cloud"), testing.stated("keys")), _flow(testing.stated("device"), testing.stated("debug port"))])
	requirement.basis == {{"code": "listed", "args": {"n": 3}, "at": ["threat_models", 0, "data_flows"], "level": "verified"}} with input as given
	requirement.review == set() with input as given
}

test_end_that_is_nothing_listed_is_for_review if {
	given := _input([_flow(testing.stated("dev"), testing.stated("The web"))])
	requirement.review == {{"code": "not_listed", "args": {"flow": "F-1", "end": "The web"}, "at": ["threat_models", 0, "data_flows", "items", 0]}} with input as given
	requirement.basis == set() with input as given
}

test_end_of_a_wrong_form_is_a_violation if {
	given := _input([_flow(testing.stated("dev"), {"state": "invalid"})])
	requirement.violation == {{"code": "wrong_form", "args": {"flow": "F-1"}, "at": ["threat_models", 0, "data_flows", "items", 0]}} with input as given
	requirement.basis == set() with input as given
	alone := _input([_flow({"state": "absent"}, {"state": "invalid"})])
	requirement.not_applicable == set() with input as alone
}

test_model_without_stated_ends_is_nothing_to_judge if {
	every flows in [[], [_flow({"state": "absent"}, {"state": "unknown"})]] {
		given := _input(flows)
		{n.code | some n in requirement.not_applicable} == {"no_flows"} with input as given
		requirement.review == set() with input as given
		requirement.basis == set() with input as given
	}
}

package bidgate.requirement.consistency.service_test

import data.bidgate.lib.states
import data.bidgate.lib.testing
import data.bidgate.requirement.consistency.service as requirement

_service(fields) := testing.service(object.union({"from": "services", "name": "Update cloud", "provider": "Maker", "bom_ref": "svc-1", "states": {"name": "stated"}}, fields))

_input(services, model) := testing.bundle_input({
	"sboms": [testing.sbom({})],
	"services": [services],
	"threat_models": [testing.threat_model(model)],
})

_named(text) := testing.named({"name": testing.stated(text)})

test_service_that_the_model_names_is_a_basis if {
	every model in [
		{"dependencies": testing.items([_named("UPDATE cloud")])},
		{"actors": testing.items([_named("maker")])},
		{"components": testing.items([testing.model_part({"bom_ref": testing.stated("svc-1")})])},
		{"interfaces": testing.items([testing.interface({"name": testing.stated("Update cloud")})])},
		{"data_flows": testing.items([testing.data_flow({"source": testing.stated("Device"), "destination": testing.stated("update cloud")})])},
		{"scope": {"out": testing.items([{"item": testing.stated("Update cloud"), "reason": testing.stated("It is a product of its own."), "location": ""}])}},
	] {
		given := _input([_service({})], model)
		requirement.basis == {{"code": "known", "args": {"n": 1}, "at": ["sboms", 0], "level": "verified"}} with input as given
		requirement.review == set() with input as given
	}
}

test_service_that_no_model_names_is_for_review if {
	given := _input([_service({}), _service({"name": "Billing", "provider": "", "bom_ref": "svc-2"})], {"dependencies": testing.items([_named("Update cloud")])})
	{[r.code, r.args.service, r.at] | some r in requirement.review} == {["not_known", "Billing", ["services", 0, 1]]} with input as given
	requirement.basis == set() with input as given
}

test_service_without_a_name_is_a_violation if {
	every state in states.missing {
		given := _input([_service({"name": "", "states": {"name": state}})], {"actors": testing.items([_named("maker")])})
		{[v.code, v.args.state] | some v in requirement.violation} == {["no_name", state]} with input as given
		requirement.basis == set() with input as given
	}
	every state in states.told {
		given := _input([_service({"name": "", "states": {"name": state}})], {"actors": testing.items([_named("maker")])})
		{[r.code, r.args.state] | some r in requirement.review} == {["name_declared", state]} with input as given
		requirement.basis == set() with input as given
	}
}

test_no_services_is_nothing_to_judge if {
	every services in [[], [_service({"from": "tools"})]] {
		given := _input(services, {})
		{n.code | some n in requirement.not_applicable} == {"no_services"} with input as given
		requirement.review == set() with input as given
		requirement.basis == set() with input as given
	}
}

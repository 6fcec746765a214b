# METADATA
# title: The threat model knows the services that an SBOM lists
# description: |
#   Looks in the threat models for each service that an SBOM lists: by its name,
#   provider or bom-ref, and without regard to case, among dependencies, actors, components,
#   interfaces, the ends of flows and what is left out of scope. A service that
#   no model knows is for a person, for the two may name it in different words; one
#   without a name cannot be looked up and fails. An SBOM
#   without services has nothing to judge here. This cannot tell whether the list
#   of services is whole.
# custom:
#   contract: 1
#   severity: minor
#   section: development
#   evidence: {all: [sbom, threat_model]}
#   over: sboms
#   sources:
#     - {standard: Threat Modeling Manifesto, edition: "2020", clause: "What are we working on?", confidence: secondary}
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activity 6, 4.1", confidence: memory}
#   messages:
#     not_known: "No threat model names the service {service} of the SBOM, so a person must find out where it was considered."
#     no_name: "A service of the SBOM has no name; the entry is {state}."
#     name_declared: "The name of a service of the SBOM is declared {state}, so a person must ask which it is."
#     no_services: "The SBOM lists no service."
#     known: "{n:service that the SBOM lists is|services that the SBOM lists are each} named in the threat model."
#   remedy: Name the service in `dependencies` of the threat model as the SBOM does, or give it the bom-ref of the SBOM.
#   question: Under which name does the threat model treat the service?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-03]
package bidgate.requirement.consistency.service

import data.bidgate.lib.states

# What the threat models name, in lower case.
_names contains lower(text.value) if {
	some model in input.threat_models
	some element in array.concat(model.dependencies.items, model.actors.items)
	some text in [element.id, element.name]
	text.state == "stated"
}

_names contains lower(text.value) if {
	some model in input.threat_models
	some part in model.components.items
	some text in [part.id, part.name, part.bom_ref]
	text.state == "stated"
}

_names contains lower(text.value) if {
	some model in input.threat_models
	some interface in model.interfaces.items
	some text in [interface.name, interface.component]
	text.state == "stated"
}

_names contains lower(text.value) if {
	some model in input.threat_models
	some flow in model.data_flows.items
	some text in [flow.source, flow.destination]
	text.state == "stated"
}

_names contains lower(left.item.value) if {
	some model in input.threat_models
	some left in model.scope.out.items
	left.item.state == "stated"
}

_services contains {"i": i, "row": row, "state": service.states.name, "service": service.name, "called": {lower(name) | some name in [service.name, service.provider, service.bom_ref]; name != ""}} if {
	some i, services in input.services
	some row, service in services
	service.from in {"services", "nested"}
}

_unknown contains service if {
	some service in _services
	service.state == "stated"
	count(service.called & _names) == 0
}

_nameless contains service if {
	some service in _services
	service.state != "stated"
}

review contains {"code": "not_known", "args": {"service": service.service}, "at": ["services", service.i, service.row]} if {
	some service in _unknown
}

violation contains {"code": "no_name", "args": {"state": service.state}, "at": ["services", service.i, service.row]} if {
	some service in _nameless
	service.state in states.missing
}

review contains {"code": "name_declared", "args": {"state": service.state}, "at": ["services", service.i, service.row]} if {
	some service in _nameless
	service.state in states.told
}

not_applicable contains {"code": "no_services", "args": {}, "at": ["sboms", i], "level": "verified"} if {
	some i, _ in input.sboms
	not i in {service.i | some service in _services}
}

basis contains {"code": "known", "args": {"n": count(services)}, "at": ["sboms", i], "level": "verified"} if {
	some i, _ in input.sboms
	services := {service | some service in _services; service.i == i}
	count(services) > 0
	services & (_unknown | _nameless) == set()
}

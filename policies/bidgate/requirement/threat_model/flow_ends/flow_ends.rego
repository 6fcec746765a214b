# METADATA
# title: Each end of a data flow is an element of the model
# description: |
#   Looks up both ends of each data flow among what the threat model lists, by id or
#   name and without regard to case: components, actors, dependencies, assets and
#   interfaces. Some tools write the ends in words, so that an end which is
#   nothing listed is for a person; one that has a wrong form fails. An end that
#   is left out is judged by another requirement. A model without flows has nothing to judge
#   here. This cannot tell whether the flow is drawn right.
# custom:
#   contract: 1
#   severity: minor
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: OWASP Threat Model Library, edition: "1.0.2", clause: "data_flows", confidence: source}
#   messages:
#     not_listed: "The flow {flow} ends at {end}, which is no element of the model, so a person must find out what it is."
#     wrong_form: "An end of the flow {flow} has a wrong form."
#     no_flows: "The threat model lists no flow with a stated end."
#     listed: "{n:flow starts and ends|flows each start and end} at an element of the model."
#   remedy: List what stands at each end of a flow among the components, actors or dependencies of the model.
#   question: What stands at the end of each flow listed?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-03]
package bidgate.requirement.threat_model.flow_ends

_elements contains [i, lower(text.value)] if {
	some i, model in input.threat_models
	some part in model.components.items
	some text in [part.id, part.name]
}

_elements contains [i, lower(text.value)] if {
	some i, model in input.threat_models
	some element in array.concat(model.actors.items, model.dependencies.items)
	some text in [element.id, element.name]
}

_elements contains [i, lower(text.value)] if {
	some i, model in input.threat_models
	some asset in model.assets.items
	some text in [asset.id, asset.name]
}

_elements contains [i, lower(text.value)] if {
	some i, model in input.threat_models
	some interface in model.interfaces.items
	some text in [interface.id, interface.name]
}

_ends contains {"i": i, "row": j, "flow": flow.id.value, "end": end.value} if {
	some i, model in input.threat_models
	some j, flow in model.data_flows.items
	some end in [flow.source, flow.destination]
	end.state == "stated"
}

_lost contains end if {
	some end in _ends
	not [end.i, lower(end.end)] in _elements
}

_broken contains {"i": i, "row": j, "flow": flow.id.value} if {
	some i, model in input.threat_models
	some j, flow in model.data_flows.items
	"invalid" in {flow.source.state, flow.destination.state}
}

violation contains {"code": "wrong_form", "args": {"flow": flow.flow}, "at": ["threat_models", flow.i, "data_flows", "items", flow.row]} if {
	some flow in _broken
}

review contains {"code": "not_listed", "args": {"flow": end.flow, "end": end.end}, "at": ["threat_models", end.i, "data_flows", "items", end.row]} if {
	some end in _lost
}

not_applicable contains {"code": "no_flows", "args": {}, "at": ["threat_models", i, "data_flows"], "level": "verified"} if {
	some i, _ in input.threat_models
	not i in _spoken
}

_spoken := {found.i | some found in (_ends | _broken)}

_wrong := {found.i | some found in (_lost | _broken)}

_rows[end.i] contains end.row if some end in _ends

basis contains {"code": "listed", "args": {"n": count(flows)}, "at": ["threat_models", i, "data_flows"], "level": "verified"} if {
	some i, flows in _rows
	not i in _wrong
}

# METADATA
# title: Sensitive data that crosses a boundary is encrypted, or a threat is about it
# description: |
#   Looks at each flow that crosses a trust boundary and carries sensitive data:
#   it must be encrypted, or a threat must name it. A flow that does not say
#   whether its data is sensitive counts as if it were, and one that does not say
#   whether it is encrypted as if it were not: both are for the maker to state.
#   What is declared unknown or withheld, and what the format cannot say, is for
#   a person. A model without flows across a boundary has nothing to judge here. This cannot
#   tell whether the encryption is sound.
# custom:
#   contract: 1
#   severity: minor
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: OWASP Threat Model Library, edition: "1.0.2", clause: "data_flows", confidence: source}
#     - {standard: IEC 62443-4-1, edition: "2018", clause: "SR-2", confidence: memory}
#   messages:
#     plain: "The flow {flow} carries sensitive data across a boundary without encryption, and no threat is about it."
#     not_said: "The flow {flow} crosses a boundary, no threat is about it, and {field} is {state}."
#     declared: "The flow {flow} crosses a boundary, no threat is about it, and {field} is {state}, so a person must ask."
#     no_crossing: "No flow of the threat model is known to cross a trust boundary."
#     guarded: "{n:flow across a boundary is|flows across a boundary are each} not sensitive, or encrypted, or the object of a threat."
#   remedy: State `sensitive` and `encrypted` of each flow, and add a threat to each that is sensitive and not encrypted.
#   question: How is the data of each flow listed guarded where it crosses a boundary?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-03]
package bidgate.requirement.threat_model.sensitive_flows

import data.bidgate.lib.states

_crossing contains {"i": i, "row": j, "outcome": _outcome(i, j), "args": _args(i, j)} if {
	some i, model in input.threat_models
	some j, flow in model.data_flows.items
	count(flow.crosses.items) > 0
}

# Flows that a threat names.
_threatened contains [i, name] if {
	some i, model in input.threat_models
	some threat in model.threats.items
	some name in threat.data_flows.items
}

_named(i, j) if [i, input.threat_models[i].data_flows.items[j].id.value] in _threatened

_named(i, j) if [i, input.threat_models[i].data_flows.items[j].name.value] in _threatened

_outcome(i, j) := "guarded" if {
	_named(i, j)
} else := "guarded" if {
	input.threat_models[i].data_flows.items[j].sensitive == {"state": "stated", "value": false}
} else := "guarded" if {
	input.threat_models[i].data_flows.items[j].encrypted == {"state": "stated", "value": true}
} else := "declared" if {
	input.threat_models[i].data_flows.items[j].encrypted.state in states.told
} else := "not_said" if {
	input.threat_models[i].data_flows.items[j].encrypted.state in states.missing
} else := "declared" if {
	input.threat_models[i].data_flows.items[j].sensitive.state in states.told
} else := "not_said" if {
	input.threat_models[i].data_flows.items[j].sensitive.state in states.missing
} else := "plain"

_args(i, j) := {
	"flow": _name(i, j),
	"field": _field(input.threat_models[i].data_flows.items[j].encrypted.state),
	"state": _state(i, j),
}

_name(i, j) := input.threat_models[i].data_flows.items[j].name.value if {
	input.threat_models[i].data_flows.items[j].name.state == "stated"
} else := input.threat_models[i].data_flows.items[j].id.value

# What is not stated: whether it is encrypted, else whether it is sensitive.
_field("stated") := "whether it is sensitive"

_field(state) := "whether it is encrypted" if state != "stated"

_state(i, j) := input.threat_models[i].data_flows.items[j].encrypted.state if {
	input.threat_models[i].data_flows.items[j].encrypted.state != "stated"
} else := input.threat_models[i].data_flows.items[j].sensitive.state

_at(flow) := ["threat_models", flow.i, "data_flows", "items", flow.row]

violation contains {"code": flow.outcome, "args": flow.args, "at": _at(flow)} if {
	some flow in _crossing
	flow.outcome in {"plain", "not_said"}
}

review contains {"code": "declared", "args": flow.args, "at": _at(flow)} if {
	some flow in _crossing
	flow.outcome == "declared"
}

not_applicable contains {"code": "no_crossing", "args": {}, "at": ["threat_models", i, "data_flows"], "level": "verified"} if {
	some i, _ in input.threat_models
	not i in _with_crossing
}

_with_crossing := {flow.i | some flow in _crossing}

basis contains {"code": "guarded", "args": {"n": count(flows)}, "at": ["threat_models", i, "data_flows"], "level": "asserted"} if {
	some i in _with_crossing
	flows := [flow.outcome | some flow in _crossing; flow.i == i]
	{outcome | some outcome in flows} == {"guarded"}
}

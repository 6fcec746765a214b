# What threat models and descriptions of traffic show, for and against an answer.
package bidgate.requirement.consistency.answer

import data.bidgate.lib.concern

# What an open threat means, by the member that it is about. Written out, so that
# the page of each has its own words only.
_threatened := [
	{"member": "access", "code": "unsafe"},
	{"member": "encryption", "code": "unsafe"},
	{"member": "inputs", "code": "unsafe"},
	{"member": "interfaces", "code": "unsafe"},
	{"member": "log_events", "code": "unsafe"},
	{"member": "passwords", "code": "unsafe"},
	{"member": "settings", "code": "unsafe"},
	{"member": "update_check", "code": "open_threat"},
]

_against contains {"i": i, "member": threatened.member, "code": threatened.code, "args": {"threat": found.threat}} if {
	some i, _ in input.declarations
	some found in concern.threats("consistency.answer")
	found.status == "open"
	some threatened in _threatened
	threatened.member == found.member
}

_against contains {"i": i, "member": "encryption", "code": "plain_flow", "args": {"flow": flow.id.value}} if {
	some i, _ in input.declarations
	some model in input.threat_models
	some flow in model.data_flows.items
	flow.sensitive.value
	flow.encrypted.state == "stated"
	not flow.encrypted.value
}

_against contains {"i": i, "member": "interfaces", "code": "open_interface", "args": {"interface": interface.name.value}} if {
	some i, _ in input.declarations
	some model in input.threat_models
	some interface in model.interfaces.items
	{interface.necessary, interface.disabled} == {{"state": "stated", "value": false}}
}

# A flow at which somebody must prove who is there, and nobody does.
_against contains {"i": i, "member": "access", "code": "open_flow", "args": {"flow": flow.id.value}} if {
	some i, _ in input.declarations
	some [m, f] in _ways_in
	flow := input.threat_models[m].data_flows.items[f]
	flow.authenticated == {"state": "stated", "value": false}
}

# Flows across a boundary and those of sensitive data.
_ways_in contains [m, f] if {
	some m, model in input.threat_models
	some f, flow in model.data_flows.items
	count(flow.crosses.items) > 0
}

_ways_in contains [m, f] if {
	some m, model in input.threat_models
	some f, flow in model.data_flows.items
	flow.sensitive.value
}

# Sensitive data by a protocol that sends in clear, where nothing is said of
# whether it is encrypted.
_against contains {"i": i, "member": "encryption", "code": "plain_protocol", "args": {"flow": flow.id.value, "protocol": flow.protocol.value}} if {
	some i, _ in input.declarations
	some model in input.threat_models
	some flow in model.data_flows.items
	flow.sensitive.value
	flow.encrypted.state != "stated"
	lower(trim_space(flow.protocol.value)) in data.bidgate.catalog.requirements["consistency.documents"].members.flow_protocol.columns.plain
}

# Protocols to administer and to fetch by that send in clear: ways in that few
# products need. Whether this one does is for a person.
_odd contains {"i": i, "member": "interfaces", "code": "plain_way_in", "args": {"flow": flow.id.value, "protocol": flow.protocol.value}} if {
	some i, _ in input.declarations
	some model in input.threat_models
	some flow in model.data_flows.items
	flow.protocol.state == "stated"
	words := {word | some word in regex.split(`[^\pL\pN]+`, lower(flow.protocol.value))}
	count(words & {protocol | some protocol in _open.protocols}) > 0
}

_odd contains {"i": i, "member": "interfaces", "code": "plain_port", "args": {"port": port.number, "service": service}} if {
	some i, _ in input.declarations
	some attachment in input.attachments
	some port in attachment.traffic.ports.items
	service := _services[[port.transport, format_int(port.number, 10)]]
}

_open := data.bidgate.catalog.requirements["consistency.answer"].members.interfaces.columns

_services := {[transport, number]: service | some row in _open.ports; [transport, number, service] := split(row, " ")}

_for contains [i, found.member] if {
	some i, _ in input.declarations
	some found in concern.threats("consistency.answer")
	found.status == "mitigated"
}

_for contains [i, "encryption"] if {
	some i, _ in input.declarations
	some model in input.threat_models
	some flow in model.data_flows.items
	flow.sensitive.value
	flow.encrypted.value
}

_for contains [i, "interfaces"] if {
	some i, _ in input.declarations
	some model in input.threat_models
	some interface in model.interfaces.items
	true in {interface.necessary.value, interface.disabled.value}
}

_for contains [i, "access"] if {
	some i, _ in input.declarations
	some [m, f] in _ways_in
	input.threat_models[m].data_flows.items[f].authenticated.value
}

# What flows and services are said to do, and by which protocol they go.
package bidgate.requirement.consistency.documents

_flows contains {"m": m, "f": f, "flow": flow.id.value, "protocol": flow.protocol.value, "encrypted": flow.encrypted.value} if {
	some m, model in input.threat_models
	some f, flow in model.data_flows.items
	flow.protocol.state == "stated"
}

_compared contains {"member": "flow_protocol", "at": ["threat_models", row.m, "data_flows", "items", row.f]} if some row in _flows

_wrong contains {
	"member": "flow_protocol", "code": "plain", "args": {"flow": row.flow, "protocol": row.protocol},
	"at": ["threat_models", row.m, "data_flows", "items", row.f, "protocol"],
} if {
	some row in _flows
	row.encrypted
	lower(trim_space(row.protocol)) in _members.flow_protocol.columns.plain
}

_doubt contains {
	"member": "flow_protocol", "code": "broken", "args": {"flow": row.flow, "protocol": row.protocol},
	"at": ["threat_models", row.m, "data_flows", "items", row.f, "protocol"],
} if {
	some row in _flows
	regex.match(_members.flow_protocol.columns.broken, lower(row.protocol))
}

_reached contains {"s": s, "r": r, "service": service.name, "endpoint": endpoint} if {
	some s, services in input.services
	some r, service in services
	some endpoint in service.endpoints
}

_compared contains {"member": "service_endpoint", "at": ["services", row.s, row.r]} if some row in _reached

_doubt contains {"member": "service_endpoint", "code": "in_clear", "args": {"service": row.service, "endpoint": row.endpoint}, "at": ["services", row.s, row.r]} if {
	some row in _reached
	regex.match(_members.service_endpoint.columns.endpoint, lower(row.endpoint))
	not regex.match(_members.service_endpoint.columns.own, lower(row.endpoint))
}

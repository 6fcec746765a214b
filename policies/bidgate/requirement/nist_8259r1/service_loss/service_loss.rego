# METADATA
# title: The loss of a remote service has a described effect and a fallback
# description: |
#   Where an SBOM lists services, asks that the declaration says for the
#   services that matter what happens when they are lost, and what then takes
#   their place. Where no SBOM lists any, nothing is asked. A value that is
#   declared unknown or withheld is for a person; one that is left out, is
#   empty, is a placeholder or has a wrong form counts as not stated. This
#   cannot tell whether each service that matters is there.
# custom:
#   contract: 1
#   severity: minor
#   section: deployment
#   evidence: {all: [declaration, sbom]}
#   over: declarations
#   sources:
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activity 6, 4.1", confidence: memory}
#   messages:
#     missing: "The SBOMs list {n:service|services}, and the list of what happens when they are lost is {state}."
#     not_stated: "For the loss of {service} the declaration does not state {field}; the entry is {state}."
#     declared: "What happens when services are lost is declared {state}, so a person must ask."
#     field_declared: "For the loss of {service} the declaration gives {field} as {state}, so a person must ask."
#     no_service: "No SBOM lists a service."
#     covered: "The declaration says what happens when {n:service is|services are} lost."
#   remedy: List in `service_loss` the effect and the fallback for each service that matters.
#   question: What happens when a remote service is lost, and what takes its place?
#   tags: [core_area:system_engineering, csf:RC, csf2:RC.RP-01]
package bidgate.requirement.nist_8259r1.service_loss

import data.bidgate.lib.states

_remote := sum([sbom.facts.services | some sbom in input.sboms])

_lists := {i: states.list(declaration.service_loss.state, count(declaration.service_loss.items)) | some i, declaration in input.declarations}

_fields contains {"i": i, "j": j, "service": loss.service.value, "field": field, "state": state} if {
	some i, declaration in input.declarations
	some j, loss in declaration.service_loss.items
	some field, state in {"the effect": loss.effect.state, "the fallback": loss.fallback.state}
}

_at(i) := ["declarations", i, "service_loss"]

violation contains {"code": "missing", "args": {"n": _remote, "state": state}, "at": _at(i)} if {
	_remote > 0
	some i, state in _lists
	state in states.missing_list
}

violation contains {"code": "not_stated", "args": {"service": f.service, "field": f.field, "state": f.state}, "at": array.concat(_at(f.i), ["items", f.j])} if {
	some f in _fields
	f.state in states.missing
}

review contains {"code": "declared", "args": {"state": state}, "at": _at(i)} if {
	some i, state in _lists
	state in states.told
}

review contains {"code": "field_declared", "args": {"service": f.service, "field": f.field, "state": f.state}, "at": array.concat(_at(f.i), ["items", f.j])} if {
	some f in _fields
	f.state in states.told
}

not_applicable contains {"code": "no_service", "args": {}, "at": _at(i), "level": "asserted"} if {
	_remote == 0
	some i, state in _lists
	state in states.missing_list
}

basis contains {"code": "covered", "args": {"n": count(input.declarations[i].service_loss.items)}, "at": _at(i), "level": "asserted"} if {
	some i, state in _lists
	state == "stated"
	said := {f.state | some f in _fields; f.i == i}
	said == {"stated"}
}

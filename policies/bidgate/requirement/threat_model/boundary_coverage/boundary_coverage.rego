# METADATA
# title: Every trust boundary and entry point has a threat
# description: |
#   Asks that each trust boundary and each entry point of the threat model has at
#   least one threat, since attacks cross boundaries and come in at entry points.
#   A threat is at a boundary when it names a data flow that crosses it, or the
#   part at an end of such a flow; it is at an entry point when it names that or
#   its part. A disabled entry point needs none. Where threats do not
#   tell what they concern, or no flow is said to cross a boundary, a person
#   looks. A model that lists neither is judged by other requirements. This
#   cannot tell whether the threats found there are the ones that matter.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: Threat Modeling Manifesto, edition: "2020", clause: What can go wrong, confidence: memory}
#     - {standard: IEC 62443-4-1, edition: "2018", clause: "SR-2", confidence: memory}
#   messages:
#     uncovered: "No threat concerns the {what} {name}."
#     untold: "No threat is tied to the {what} {name}; some threats do not tell what they concern, so a person must look."
#     not_crossed: "No data flow is said to cross the trust boundary {name}, so a person must look which threats concern it."
#     nothing_listed: "The threat model lists no trust boundary and no entry point in use."
#     covered: "{n:trust boundary or entry point has|trust boundaries and entry points each have} at least one threat."
#   remedy: Look for threats at each place listed, and name in each threat the data flow or part that it concerns.
#   question: What can go wrong at the boundaries and entry points listed?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-03]
package bidgate.requirement.threat_model.boundary_coverage

import data.bidgate.lib.states

# What the threats of each model name: parts, data flows and whatever else.
_touched := {i: names |
	some i, model in input.threat_models
	names := {lower(name) | some threat in model.threats.items; some name in threat.components.items} | {lower(name) | some threat in model.threats.items; some name in threat.data_flows.items}
}

_untold contains i if {
	some i, model in input.threat_models
	model.threats.state in states.told
}

_untold contains i if {
	some i, model in input.threat_models
	some threat in model.threats.items
	count(threat.components.items) + count(threat.data_flows.items) == 0
	{threat.components.state, threat.data_flows.state} & states.told != set()
}

# The boundaries that each data flow crosses: by their ids, or where these were
# derived for want of ids, by their zones.
_crossings contains {"i": i, "boundary": b, "names": names} if {
	some i, model in input.threat_models
	some b, boundary in model.trust_boundaries.items
	some flow in model.data_flows.items
	some crossed in flow.crosses.items
	crossed in ({boundary.id.value, boundary.name.value} | {zone | some zone in boundary.zones.items})
	names := {lower(name) | some name in [flow.id.value, flow.name.value, flow.source.value, flow.destination.value]; name != ""}
}

_crossed := {[crossing.i, crossing.boundary] | some crossing in _crossings}

_covered contains [crossing.i, "trust boundary", crossing.boundary] if {
	some crossing in _crossings
	count(crossing.names & _touched[crossing.i]) > 0
}

_covered contains [i, "entry point", e] if {
	some i, model in input.threat_models
	some e, entry in model.interfaces.items
	names := {lower(entry.id.value), lower(entry.name.value), lower(entry.component.value)} - {""}
	count(names & _touched[i]) > 0
}

_listed contains {"i": i, "what": "trust boundary", "row": b, "name": _called(boundary.name.value, boundary.id.value), "at": ["threat_models", i, "trust_boundaries", "items", b]} if {
	some i, model in input.threat_models
	some b, boundary in model.trust_boundaries.items
}

_listed contains {"i": i, "what": "entry point", "row": e, "name": _called(entry.name.value, entry.id.value), "at": ["threat_models", i, "interfaces", "items", e]} if {
	some i, model in input.threat_models
	some e, entry in model.interfaces.items
	not entry.disabled.value
}

_called(name, _) := name if name != ""

_called("", id) := id

_outcome(place) := "covered" if {
	[place.i, place.what, place.row] in _covered
} else := "not_crossed" if {
	place.what == "trust boundary"
	not [place.i, place.row] in _crossed
} else := "untold" if {
	place.i in _untold
} else := "uncovered"

_outcomes contains {"i": place.i, "outcome": _outcome(place), "place": place} if some place in _listed

violation contains {"code": "uncovered", "args": {"what": found.place.what, "name": found.place.name}, "at": found.place.at} if {
	some found in _outcomes
	found.outcome == "uncovered"
}

review contains {"code": "untold", "args": {"what": found.place.what, "name": found.place.name}, "at": found.place.at} if {
	some found in _outcomes
	found.outcome == "untold"
}

review contains {"code": "not_crossed", "args": {"name": found.place.name}, "at": found.place.at} if {
	some found in _outcomes
	found.outcome == "not_crossed"
}

not_applicable contains {"code": "nothing_listed", "args": {}, "at": ["threat_models", i], "level": "verified"} if {
	some i, _ in input.threat_models
	not i in _with_listed
}

_with_listed := {place.i | some place in _listed}

basis contains {"code": "covered", "args": {"n": n}, "at": ["threat_models", i, "threats"], "level": "asserted"} if {
	some i, _ in input.threat_models
	listed := [1 | some place in _listed; place.i == i]
	n := count(listed)
	n > 0
	outcomes := {found.outcome | some found in _outcomes; found.i == i}
	outcomes == {"covered"}
}

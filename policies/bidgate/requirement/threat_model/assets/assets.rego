# METADATA
# title: The threat model names what is worth protecting
# description: |
#   Asks that each threat model lists at least one asset, and says for each one
#   how it is sensitive, such as "confidentiality". Without assets nobody can
#   judge how bad a threat is. A value that is declared unknown or withheld is an
#   honest answer, and a person looks at it; one that is left out, is empty, is a
#   placeholder or has a wrong form counts as not stated. This cannot tell
#   whether assets are missing from the list.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: IEC 62443-4-1, edition: "2018", clause: SR-2, confidence: memory}
#     - {standard: ISO/SAE 21434, edition: "2021", clause: Asset identification, confidence: memory}
#   messages:
#     none: "The threat model names no asset; its list is {state}."
#     not_stated: "The {field} of the asset {asset} is {state}."
#     list_declared: "The list of assets is declared {state}, so a person must ask for it."
#     declared: "The {field} of the asset {asset} is declared {state}, so a person must ask for it."
#     listed: "{assets:asset says how it is|assets each say how they are} sensitive."
#   remedy: List what is worth protecting, and say for each asset how it is sensitive.
#   question: What is worth protecting in the product, and how is it sensitive?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.AM-05]
package bidgate.requirement.threat_model.assets

import data.bidgate.lib.states

_state[i] := states.list(model.assets.state, count(model.assets.items)) if some i, model in input.threat_models

# Some forms give assets no id.
_called(i, j) := input.threat_models[i].assets.items[j].id.value if {
	input.threat_models[i].assets.items[j].id.state == "stated"
} else := input.threat_models[i].assets.items[j].name.value

_fields contains {"model": i, "row": j, "field": "name", "state": asset.name.state} if {
	some i, model in input.threat_models
	some j, asset in model.assets.items
}

_fields contains {"model": i, "row": j, "field": "sensitivity", "state": state} if {
	some i, model in input.threat_models
	some j, asset in model.assets.items
	state := states.list(asset.sensitivity.state, count(asset.sensitivity.items))
}

violation contains {"code": "none", "args": {"state": state}, "at": ["threat_models", i, "assets"]} if {
	some i, state in _state
	state in states.missing_list
}

violation contains {
	"code": "not_stated",
	"args": {"asset": id, "field": f.field, "state": f.state},
	"at": ["threat_models", f.model, "assets", "items", f.row],
} if {
	some f in _fields
	f.state in states.missing_list
	id := _called(f.model, f.row)
}

review contains {"code": "list_declared", "args": {"state": state}, "at": ["threat_models", i, "assets"]} if {
	some i, state in _state
	state in states.told
}

review contains {
	"code": "declared",
	"args": {"asset": id, "field": f.field, "state": f.state},
	"at": ["threat_models", f.model, "assets", "items", f.row],
} if {
	some f in _fields
	f.state in states.told
	id := _called(f.model, f.row)
}

basis contains {
	"code": "listed",
	"args": {"assets": count(input.threat_models[i].assets.items)},
	"at": ["threat_models", i, "assets"],
	"level": "asserted",
} if {
	some i, state in _state
	state == "stated"
	said := {f.state | some f in _fields; f.model == i}
	said == {"stated"}
}

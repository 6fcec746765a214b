# METADATA
# title: Each machine-learning model of the SBOM states version, maker, data and limits
# description: |
#   Asks of each machine-learning model in an SBOM that it states a version and a
#   producer or supplier, and that it has a model card with its limits and with the data sets it was
#   made from. An SBOM without models has nothing to judge here, unless a declaration
#   says that the product uses AI: then a person must ask where the models are. A
#   value that is declared unknown or withheld is an honest answer, and a person
#   looks at it; one that is left out, is a placeholder or has a wrong form counts
#   as not stated. A model that is the subject of the SBOM is asked for its card.
#   This cannot tell whether a model is left out.
# custom:
#   contract: 1
#   severity: major
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: G7 and CISA SBOM for AI minimum elements, edition: "2026-05", clause: "Models", confidence: secondary}
#     - {standard: NIST AI RMF, edition: "1.0", clause: "MAP 2", confidence: source}
#   messages:
#     not_stated: "The SBOM does not state {field} of the model {model}; the entry is {state}."
#     declared: "The SBOM gives {field} of the model {model} as {state}, so a person must ask for it."
#     no_card: "The model {model} has no model card."
#     none_listed: "The declaration says that the product uses AI, and the SBOM lists no model, so a person must ask where the models are."
#     none: "The SBOM lists no machine-learning model."
#     described: "{n:model is|models are each} described in the SBOM."
#   remedy: Add `version`, `supplier` and a `modelCard` with limits and data sets to each model of the SBOM.
#   question: Which models does the product use, in which versions, from whom, made from which data, and with which limits?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.ai.models

import data.bidgate.lib.states

_models contains {"i": i, "row": row, "name": component.name} if {
	some i, _ in input.sboms

	# lint: row-loop, which components are models is no fact
	some row, component in input.components[i]
	component.type == "machine-learning-model"
}

_models contains {"i": i, "row": -1, "name": sbom.subject.name.value} if {
	some i, sbom in input.sboms
	sbom.subject.type.value == "machine-learning-model"
}

_by_model[[i, card.row]] contains {"at": ["model_cards", i, c], "limits": states.list(card.limitations.state, count(card.limitations.items)), "datasets": states.list(card.datasets.state, count(card.datasets.items))} if {
	some i, cards in input.model_cards
	some c, card in cards
}

_cards := {model: cards | some model, cards in _by_model}

_fields contains {"i": model.i, "model": model.name, "field": "the version", "state": input.components[model.i][model.row].states.version, "at": ["components", model.i, model.row]} if {
	some model in _models
	model.row >= 0
}

_fields contains {"i": model.i, "model": model.name, "field": "the maker", "state": _maker(model.i, model.row), "at": ["components", model.i, model.row]} if {
	some model in _models
	model.row >= 0
}

_fields contains {"i": model.i, "model": model.name, "field": field, "state": state, "at": card.at} if {
	some model in _models
	some card in _cards[[model.i, model.row]]
	some field, state in {"the limits": card.limits, "the data sets": card.datasets}
}

_maker(i, row) := input.components[i][row].states.producer if {
	input.components[i][row].states.producer == "stated"
} else := input.components[i][row].states.supplier

_without contains model if {
	some model in _models
	not _cards[[model.i, model.row]]
}

_place(i, row) := ["components", i, row] if row >= 0

_place(i, row) := ["sboms", i, "subject"] if row < 0

_none contains i if {
	some i, _ in input.sboms
	not i in _with_models
}

_with_models := {model.i | some model in _models}

_used if {
	some declaration in input.declarations
	declaration.ai.used.state == "stated"
	declaration.ai.used.value
}

violation contains {"code": "not_stated", "args": {"model": f.model, "field": f.field, "state": f.state}, "at": f.at} if {
	some f in _fields
	f.state in states.missing_list
}

violation contains {"code": "no_card", "args": {"model": model.name}, "at": _place(model.i, model.row)} if {
	some model in _without
}

review contains {"code": "declared", "args": {"model": f.model, "field": f.field, "state": f.state}, "at": f.at} if {
	some f in _fields
	f.state in states.told
}

review contains {"code": "none_listed", "args": {}, "at": ["sboms", i]} if {
	_used
	some i in _none
}

not_applicable contains {"code": "none", "args": {}, "at": ["sboms", i], "level": "verified"} if {
	not _used
	some i in _none
}

basis contains {"code": "described", "args": {"n": count(models)}, "at": _place(i, max({model.row | some model in models})), "level": "asserted"} if {
	some i in _with_models
	models := {model | some model in _models; model.i == i}
	count(models & _without) == 0
	said := {f.state | some f in _fields; f.i == i}
	said == {"stated"}
}

# METADATA
# title: The threat model says how AI in the product fails
# description: |
#   Asks of a product that uses AI that each threat model lists a way in which an
#   AI part can fail, or be lost, with what the product falls back to. It is found
#   by words in the tags, the statement and the effect of a failure mode. A list in
#   which no word finds one is for a person, since other words may tell of it, and
#   so is one that is declared unknown or withheld or that the form cannot hold. A
#   list that is left out or empty, and a failure of AI without a fallback, fail. A
#   product that is declared to use no AI does not need this. This cannot tell
#   whether the fallback works.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: NIST AI RMF, edition: "1.0", clause: "MANAGE 2.4", confidence: memory}
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "AI features", confidence: secondary}
#   parameters:
#     words: {type: strings, default: [ai, artificial intelligence, machine learning, neural, inference, language model, classifier], description: Words that tell a failure of AI.}
#   messages:
#     no_ai: "The declaration says that the product uses no AI."
#     use_untold: "No declaration says whether the product uses AI, so a person must ask."
#     not_listed: "The product uses AI, and the threat model lists no way to fail; its list is {state}."
#     declared: "The failure modes of the model are declared {state}, so a person must ask for them."
#     not_found: "No failure mode has a word for AI, so a person must look whether the loss of AI was thought of."
#     no_fallback: "The failure mode {mode} is one of AI, and what the product falls back to is {state}."
#     fallback_declared: "The failure mode {mode} is one of AI, and its fallback is declared {state}, so a person must ask for it."
#     described: "The model says how AI fails in {n:failure mode|failure modes}, and what the product falls back to."
#   remedy: List how AI in the product can fail or be lost, tag it `ai`, and state the fallback.
#   question: What does the product do when its AI fails or cannot be reached?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-04]
package bidgate.requirement.ai.failure_modes

import data.bidgate.lib.states

_uses if {
	some declaration in input.declarations
	declaration.ai.used.state == "stated"
	declaration.ai.used.value
}

_denied if {
	not _uses
	some declaration in input.declarations
	declaration.ai.used.state == "stated"
}

_listed := {i: states.list(model.failure_modes.state, count(model.failure_modes.items)) |
	_uses
	some i, model in input.threat_models
}

# Failure modes that a whole word tells to be of AI.
_found contains {"i": i, "m": m, "state": mode.fallback.state} if {
	some i, "stated" in _listed
	some m, mode in input.threat_models[i].failure_modes.items
	told := array.concat([mode.statement.value, mode.effect.value], mode.tags.items)
	text := concat("", [" ", lower(concat(" ", told)), " "])
	some word in input.parameters.ai.failure_modes.words
	contains(text, concat("", [" ", word, " "]))
}

violation contains {"code": "not_listed", "args": {"state": state}, "at": ["threat_models", i, "failure_modes"]} if {
	some i, state in _listed
	state in states.missing_list
}

violation contains {"code": "no_fallback", "args": {"mode": _name(found.i, found.m), "state": found.state}, "at": _at(found.i, found.m)} if {
	some found in _found
	found.state in states.missing
}

review contains {"code": "declared", "args": {"state": state}, "at": ["threat_models", i, "failure_modes"]} if {
	some i, state in _listed
	state in states.told
}

review contains {"code": "not_found", "args": {}, "at": ["threat_models", i, "failure_modes"]} if {
	some i, "stated" in _listed
	left := {found | some found in _found; found.i == i}
	count(left) == 0
}

review contains {"code": "fallback_declared", "args": {"mode": _name(found.i, found.m), "state": found.state}, "at": _at(found.i, found.m)} if {
	some found in _found
	found.state in states.told
}

review contains {"code": "use_untold", "args": {}, "at": ["threat_models", i]} if {
	not _uses
	not _denied
	some i, _ in input.threat_models
}

not_applicable contains {"code": "no_ai", "args": {}, "at": ["threat_models", i], "level": "asserted"} if {
	_denied
	some i, _ in input.threat_models
}

basis contains {"code": "described", "args": {"n": count(modes)}, "at": ["threat_models", i, "failure_modes"], "level": "asserted"} if {
	some i, "stated" in _listed
	modes := {found.m | some found in _found; found.i == i}
	count(modes) > 0
	said := {found.state | some found in _found; found.i == i}
	said == {"stated"}
}

_at(i, m) := ["threat_models", i, "failure_modes", "items", m]

_name(i, m) := input.threat_models[i].failure_modes.items[m].id.value

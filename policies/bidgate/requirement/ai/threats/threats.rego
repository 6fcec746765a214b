# METADATA
# title: The threat model looks at the threats that AI brings
# description: |
#   Asks of a product that uses AI that each threat model has a threat of each kind
#   that AI brings. The kind is found by words in titles, statements, categories and tags
#   of threats; a threat that does not apply counts where it gives a reason,
#   for it was looked at. A kind that no word finds is for a person, since other
#   words may tell of it. A model without threats fails. A product that is declared to use no AI does not need
#   this. Where no declaration says whether AI is used, a person must ask. This cannot tell whether a threat was
#   thought through.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: NIST AI 100-2, edition: "2025", clause: "Attacks", confidence: memory}
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "AI features", confidence: secondary}
#   messages:
#     no_ai: "The declaration says that the product uses no AI."
#     use_untold: "No declaration says whether the product uses AI, so a person must ask."
#     no_threats: "The product uses AI, and the threat model lists no threats; the list is {state}."
#     declared: "The threats of the model are declared {state}, so a person must ask for them."
#     not_found: "No threat in the model has a word for this, so a person must look whether it was thought of."
#     no_reason: "The model sets this threat aside and gives no reason, so a person must ask."
#     considered: "The model looks at this in {n:threat|threats}."
#   remedy: Add a threat of this kind to the model, or one that does not apply, with the reason.
#   question: How did you judge this threat to the AI in the product?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-03]
package bidgate.requirement.ai.threats

import data.bidgate.lib.states

_members := data.bidgate.catalog.requirements["ai.threats"].members

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

_text := {[i, t]: lower(concat(" ", array.concat(
	[threat.title.value, threat.statement.value],
	array.concat([category.name.value | some category in threat.categories.items], threat.tags.items),
))) |
	_uses
	some i, model in input.threat_models
	some t, threat in model.threats.items
}

_found contains {"i": i, "t": t, "member": member} if {
	some [i, t], text in _text
	some member, row in _members
	some word in row.columns.words
	contains(text, word)
}

# A threat that is set aside without a reason was not judged.
_bare contains found if {
	some found in _found
	threat := input.threat_models[found.i].threats.items[found.t]
	threat.status.value == "not_applicable"
	threat.justification.state != "stated"
}

_considered := {[i, member]: {found.t | some found in (_found - _bare); found.i == i; found.member == member} |
	some i, _ in input.threat_models
	some member, _ in _members
}

_listed := {i: states.list(model.threats.state, count(model.threats.items)) |
	_uses
	some i, model in input.threat_models
}

violation contains {"member": member, "code": "no_threats", "args": {"state": state}, "at": ["threat_models", i, "threats"]} if {
	some i, state in _listed
	state in states.missing_list
	some member, _ in _members
}

review contains {"member": member, "code": "declared", "args": {"state": state}, "at": ["threat_models", i, "threats"]} if {
	some i, state in _listed
	state in states.told
	some member, _ in _members
}

review contains {"member": member, "code": "not_found", "args": {}, "at": ["threat_models", i, "threats"]} if {
	some i, "stated" in _listed
	some member, _ in _members
	_considered[[i, member]] == set()
	not [i, member] in _with_bare
}

_with_bare := {[found.i, found.member] | some found in _bare}

review contains {"member": found.member, "code": "no_reason", "args": {}, "at": ["threat_models", found.i, "threats", "items", found.t]} if {
	some found in _bare
	_considered[[found.i, found.member]] == set()
}

review contains {"member": member, "code": "use_untold", "args": {}, "at": ["threat_models", i]} if {
	not _uses
	not _denied
	some i, _ in input.threat_models
	some member, _ in _members
}

not_applicable contains {"member": member, "code": "no_ai", "args": {}, "at": ["threat_models", i], "level": "asserted"} if {
	_denied
	some i, _ in input.threat_models
	some member, _ in _members
}

basis contains {"member": member, "code": "considered", "args": {"n": count(threats)}, "at": ["threat_models", i, "threats"], "level": "asserted"} if {
	some [i, member], threats in _considered
	count(threats) > 0
}

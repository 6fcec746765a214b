# METADATA
# title: The threat model says what it covers and what it leaves out
# description: |
#   Asks that each threat model says what was modelled, as a list or in words,
#   and gives a reason for each part that it leaves out. Without a scope a short
#   list of threats can mean a safe product or a short look. A scope that is
#   declared unknown or withheld is an honest answer, and a person looks at it;
#   one that is left out, is a placeholder or has a wrong form counts as not
#   stated. A part that is listed on both sides fails. Where the scope is a list of
#   names of the model's elements, one that names none of them is for a person.
#   This cannot tell whether every part of the product is mentioned.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: Threat Modeling Manifesto, edition: "2020", clause: "What are we working on?", confidence: secondary}
#     - {standard: FDA premarket cybersecurity guidance, edition: "2026", clause: Architecture views, confidence: memory}
#   messages:
#     no_scope: "The threat model does not say what it covers."
#     no_reason: "The threat model leaves out {item} and gives no reason."
#     both: "The threat model lists {item} both in what it covers and in what it leaves out."
#     not_modelled: "The scope of the threat model names {item}, which is none of the elements that it lists, so a person must ask where it was looked at."
#     scope_declared: "The scope of the threat model is declared {state}, so a person must ask what it covers."
#     reason_declared: "The reason for leaving out {item} is declared {state}, so a person must ask for it."
#     out_not_told: "What the threat model leaves out is {state}, so a person must ask for it."
#     scoped: "The threat model says what it covers, and gives a reason for all that it leaves out ({out})."
#   remedy: List what the threat model covers, and give a reason for each part that it leaves out.
#   question: Which parts of the product does the threat model cover, and why are the others left out?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-03]
package bidgate.requirement.threat_model.scope

import data.bidgate.lib.states

_scoped contains i if {
	some i, model in input.threat_models
	model.scope["in"].state == "stated"
	count(model.scope["in"].items) > 0
}

_scoped contains i if {
	some i, model in input.threat_models
	model.scope.description.state == "stated"
}

_told contains {"model": i, "state": state} if {
	some i, model in input.threat_models
	some state in {model.scope.state, model.scope["in"].state, model.scope.description.state}
	state in states.told
}

_excluded contains {"model": i, "row": j, "item": item, "state": excluded.reason.state} if {
	some i, model in input.threat_models
	some j, excluded in model.scope.out.items
	item := excluded.item.value
}

# Parts that are left out, where the model does not tell them.
# Parts that the list of parts leaves out, and the scope does not speak of.
_excluded contains {"model": i, "row": j, "item": part.name.value, "state": part.reason.state} if {
	some i, model in input.threat_models
	some j, part in model.components.items
	part.in_scope.state == "stated"
	not part.in_scope.value
	part.reason.state != "stated"
	names := {lower(name.value) | some name in [part.id, part.name]; name.state == "stated"}
	count(names & {lower(out.item.value) | some out in model.scope.out.items}) == 0
}

_out_untold contains {"at": ["threat_models", i, "scope", "out"], "state": state} if {
	some i, model in input.threat_models
	state := model.scope.out.state
	not state in {"stated", "absent"}
}

_out_untold contains {"at": ["threat_models", i, "scope", "out", "items", j], "state": state} if {
	some i, model in input.threat_models
	some j, excluded in model.scope.out.items
	state := excluded.item.state
	state != "stated"
}

# Names without regard to case and signs.
_plain(text) := trim_space(regex.replace(lower(text), `[^\pL\pN]+`, " "))

_both contains {"model": i, "row": j, "item": excluded.item.value} if {
	some i, model in input.threat_models
	covered := {_plain(item) | some item in model.scope["in"].items}
	some j, excluded in model.scope.out.items
	excluded.item.state == "stated"
	_plain(excluded.item.value) in covered
}

violation contains {"code": "both", "args": {"item": both.item}, "at": ["threat_models", both.model, "scope", "out", "items", both.row]} if {
	some both in _both
}

# What a model calls its elements, and what the bundle calls the product.
_texts[i] contains text if {
	some i, model in input.threat_models
	some list in [model.components.items, model.assets.items]
	some element in list
	some text in [element.id, element.name]
}

_texts[i] contains text if {
	some i, model in input.threat_models
	some list in [model.actors.items, model.dependencies.items, model.trust_zones.items]
	some element in list
	some text in [element.id, element.name]
}

_texts[i] contains text if {
	some i, model in input.threat_models
	some list in [model.data_flows.items, model.interfaces.items]
	some element in list
	some text in [element.id, element.name]
}

_texts[i] contains text if {
	some i, model in input.threat_models
	some text in [model.product.name, model.title]
}

_texts[i] contains text if {
	some i, _ in input.threat_models
	some declaration in input.declarations
	some part in declaration.product_details.parts.items
	some text in [part.id, part.name]
}

# By model, the names of elements and the words in them.
_names := {i: names | some i, texts in _texts; names := {_plain(text.value) | some text in texts; text.state == "stated"}}

_words := {i: words |
	some i, names in _names
	words := {word | some name in names; some word in split(name, " "); count(word) > 2}
}

# Entries of the scope, and whether one word of them is one of an element.
_entries contains {"model": i, "row": j, "item": item, "named": _plain(item) in _names[i], "spoken": count({word | some word in split(_plain(item), " ")} & _words[i]) > 0} if {
	some i, model in input.threat_models
	some j, item in model.scope["in"].items
	i in object.keys(_names)
}

# Lists that name elements: two or more of them, and most of what they hold.
_naming contains i if {
	some i, _ in _names
	named := count([1 | some entry in _entries; entry.model == i; entry.named])
	named > 1
	2 * named > count([1 | some entry in _entries; entry.model == i])
}

_strange contains entry if {
	some entry in _entries
	entry.model in _naming
	not entry.named
	not entry.spoken
}

review contains {"code": "not_modelled", "args": {"item": strange.item}, "at": ["threat_models", strange.model, "scope", "in", "items", strange.row]} if {
	some strange in _strange
}

violation contains {"code": "no_scope", "args": {}, "at": ["threat_models", i, "scope"]} if {
	some i in ({j | some j, _ in input.threat_models} - (_scoped | {told.model | some told in _told}))
}

violation contains {
	"code": "no_reason",
	"args": {"item": excluded.item},
	"at": ["threat_models", excluded.model, "scope", "out", "items", excluded.row],
} if {
	some excluded in _excluded
	excluded.state in states.missing
}

review contains {
	"code": "scope_declared",
	"args": {"state": told.state},
	"at": ["threat_models", told.model, "scope"],
} if {
	some told in _told
	count({told.model} & _scoped) == 0
}

review contains {
	"code": "reason_declared",
	"args": {"item": excluded.item, "state": excluded.state},
	"at": ["threat_models", excluded.model, "scope", "out", "items", excluded.row],
} if {
	some excluded in _excluded
	excluded.state in states.told
}

review contains {"code": "out_not_told", "args": {"state": untold.state}, "at": untold.at} if some untold in _out_untold

basis contains {
	"code": "scoped",
	"args": {"out": count(reasons)},
	"at": ["threat_models", i, "scope"],
	"level": "asserted",
} if {
	some i in _scoped
	excluded := input.threat_models[i].scope.out.items
	reasons := [j | some j, _ in excluded; excluded[j].reason.state == "stated"]
	count(reasons) == count(excluded)
	left := {untold | some untold in _out_untold; untold.at[1] == i}
	count(left) == 0
	not i in {crossed.model | some crossed in (_both | _strange)}
}

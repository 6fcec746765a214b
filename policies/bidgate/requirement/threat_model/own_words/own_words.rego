# METADATA
# title: Threats are written for this product
# description: |
#   Looks for signs that a list of threats was copied: the same words for many
#   threats, and words that name nothing of the product, none of its components,
#   assets, flows, interfaces or actors. Both are for a person, for a tool may
#   write its threats so; three threats or more that all say the same fail. A threat
#   with the title and the statement of another one is for a person too, even of
#   another part. Names of fewer than four letters are not
#   looked for. It compares a model with itself alone, so that no report depends on
#   the model of another bidder. This cannot tell whether the threats fit the
#   product.
# custom:
#   contract: 1
#   severity: info
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: Threat Modeling Manifesto, edition: "2020", clause: "Anti-patterns", confidence: memory}
#   parameters:
#     min_own_share: {type: number, default: 0.5, min: 0, max: 1, description: "Share of the threats that must differ from each other, and that must name or point to something of the product."}
#   messages:
#     all_same: "All threats of the model ({total}) say the same, so that they say nothing of the product."
#     repeated: "Only {n} of {total} threats are in words of their own, so a person must see whether the list was copied."
#     copied: "{n:threat has|threats have} the title and the statement of another one, such as {threat}, so a person must ask what is meant."
#     general: "Only {n} of {total} threats name or point to something of the product, so a person must see whether the list was copied."
#     no_threats: "No threat of the model is in words, so there is nothing to compare."
#     own: "Of {total} threats {different} are in words of their own, and {named} name or point to something of the product."
#   remedy: Say in each threat which part of the product it is about, and what happens there.
#   question: Which part of the product is each threat about?
#   tags: [core_area:security_evaluation, csf:ID, csf2:ID.RA-06]
package bidgate.requirement.threat_model.own_words

_min_share := input.parameters.threat_model.own_words.min_own_share

_words contains {"i": i, "row": j, "text": lower(concat(" ", [threat.title.value, threat.statement.value]))} if {
	some i, model in input.threat_models
	some j, threat in model.threats.items
	"stated" in {threat.title.state, threat.statement.state}
}

# What the models name of the product.
_names[i] contains lower(model.product.name.value) if some i, model in input.threat_models

_names[i] contains lower(element.name.value) if {
	some i, model in input.threat_models
	some list in [model.components.items, model.assets.items]
	some element in list
}

_names[i] contains lower(element.name.value) if {
	some i, model in input.threat_models
	some list in [model.actors.items, model.dependencies.items, model.interfaces.items, model.data_flows.items]
	some element in list
}

# By model, a pattern of all these names; each sign that is no letter fits any.
_pattern[i] := concat("|", [regex.replace(name, `[^\pL\pN]`, ".") | some name in names; count(name) >= 4]) if {
	some i, names in _names
}

_named contains [w.i, w.row] if {
	some w in _words
	_pattern[w.i] != ""
	regex.match(_pattern[w.i], w.text)
}

# A threat that points to a part or flow is about the product too.
_named contains [w.i, w.row] if {
	some w in _words
	threat := input.threat_models[w.i].threats.items[w.row]
	(count(threat.components.items) + count(threat.data_flows.items)) + count(threat.bom_refs.items) > 0
}

# Threats of one title and one statement, but for one of them: by model.
_alike[[i, lower(threat.title.value), lower(threat.statement.value)]] contains j if {
	some i, model in input.threat_models
	some j, threat in model.threats.items
	{threat.title.state, threat.statement.state} == {"stated"}
}

_copies[i] contains j if {
	some [i, _, _], rows in _alike
	some j in (rows - {min(rows)})
}

_copied := {i: rows | some i, rows in _copies}

_counted contains {
	"i": i,
	"total": count(words),
	"different": count({w.text | some w in words}),
	"named": count({w.row | some w in words; [i, w.row] in _named}),
} if {
	some i, _ in input.threat_models
	words := {w | some w in _words; w.i == i}
	count(words) > 0
}

_at(i) := ["threat_models", i, "threats"]

violation contains {"code": "all_same", "args": {"total": c.total}, "at": _at(c.i)} if {
	some c in _counted
	_all_same(c)
}

_all_same(c) if {
	c.total >= 3
	c.different == 1
}

review contains {"code": "repeated", "args": {"n": c.different, "total": c.total}, "at": _at(c.i)} if {
	some c in _counted
	not _all_same(c)
	c.different < _min_share * c.total
}

review contains {"code": "copied", "args": {"n": count(rows), "threat": input.threat_models[i].threats.items[min(rows)].key}, "at": _at(i)} if {
	some i, rows in _copied
	some c in _counted
	c.i == i
	c.different >= _min_share * c.total
	not _all_same(c)
}

review contains {"code": "general", "args": {"n": c.named, "total": c.total}, "at": _at(c.i)} if {
	some c in _counted
	c.named < _min_share * c.total
}

not_applicable contains {"code": "no_threats", "args": {}, "at": _at(i), "level": "verified"} if {
	some i, _ in input.threat_models
	not i in _speaking
}

_speaking := {c.i | some c in _counted}

basis contains {"code": "own", "args": {"total": c.total, "different": c.different, "named": c.named}, "at": _at(c.i), "level": "verified"} if {
	some c in _counted
	c.different >= _min_share * c.total
	c.named >= _min_share * c.total
	not _all_same(c)
	not c.i in object.keys(_copied)
}

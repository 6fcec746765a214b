# METADATA
# title: Risks that are handed over have a receiver
# description: |
#   Asks that each threat that is answered by handing the risk to somebody else
#   says to whom. Who does not know of a risk does nothing about it. Where no
#   risk is handed over, nothing is asked. A receiver that is declared unknown
#   or withheld, and a format that has no place for one, are for a person; one
#   that is left out, is a placeholder or has a wrong form counts as nobody.
#   A receiver that is in no word a role, a part or a partner that the bundle names
#   is for a person. This cannot tell whether the receiver was told.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activities 3 and 8", confidence: secondary}
#   parameters:
#     roles: {type: strings, default: [customer, client, buyer, user, operator, owner, administrator, deployer, integrator, installer, utility, supplier, vendor, provider, manufacturer, maker, insurer, insurance, tenant], description: Words for those who can take a risk without a name of their own.}
#   messages:
#     unknown: "The threat {threat} is handed over to {receiver}, whom nothing else in the bundle names, so a person must ask who that is."
#     nobody: "The threat {threat} is handed over, and who takes it is {state}."
#     declared: "The threat {threat} is handed over, and who takes it is declared {state}, so a person must ask."
#     none: "The threat model hands no risk over."
#     somebody: "Each risk that is handed over says who takes it."
#   remedy: State in `receiver` of each threat listed who takes the risk, and tell them.
#   question: Who takes the risks listed, and do they know?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-06]
package bidgate.requirement.threat_model.transferred_risk

import data.bidgate.lib.states

_moved contains {"i": i, "j": j, "threat": threat.key, "state": threat.receiver.state, "receiver": threat.receiver.value} if {
	some i, model in input.threat_models
	some j, threat in model.threats.items
	"transfer" in {threat.response.value, _word(threat.status.value)}
}

# Words of the names that threat models and declarations have, and of roles.
_names := array.concat(
	[item.name.value |
		some model in input.threat_models
		some items in [model.actors.items, model.dependencies.items, model.components.items, model.trust_zones.items]
		some item in items
	],
	array.concat(
		[text.value |
			some declaration in input.declarations
			some duty in declaration.responsibility_matrix.items
			some text in [duty.topic, duty.manufacturer, duty.deployer, duty.user]
		],
		[item.name.value |
			some declaration in input.declarations
			some items in [declaration.customers.items, declaration.people.items, declaration.product_details.parts.items]
			some item in items
		],
	),
)

_known := {word |
	some name in array.concat(_names, input.parameters.threat_model.transferred_risk.roles)
	some word in regex.find_n(`[\p{L}\d]{3,}`, lower(name), -1)
}

# Words of a receiver, also without the s of a plural.
_words(receiver) := words | {trim_suffix(word, "s") | some word in words} if {
	words := {word | some word in regex.find_n(`[\p{L}\d]{3,}`, lower(receiver), -1)}
}

_strange contains moved if {
	some moved in _moved
	moved.state == "stated"
	count(_words(moved.receiver) & _known) == 0
}

_word(status) := "transfer" if status == "transferred"

_word(status) := "other" if status != "transferred"

_at(i, j) := ["threat_models", i, "threats", "items", j]

violation contains {"code": "nobody", "args": {"threat": moved.threat, "state": moved.state}, "at": _at(moved.i, moved.j)} if {
	some moved in _moved
	moved.state in states.missing
}

review contains {"code": "declared", "args": {"threat": moved.threat, "state": moved.state}, "at": _at(moved.i, moved.j)} if {
	some moved in _moved
	moved.state in states.told
}

review contains {"code": "unknown", "args": {"threat": moved.threat, "receiver": moved.receiver}, "at": _at(moved.i, moved.j)} if {
	some moved in _strange
}

_open := {moved.i | some moved in _moved; moved.state != "stated"} | {moved.i | some moved in _strange}

_some := {moved.i | some moved in _moved}

not_applicable contains {"code": "none", "args": {}, "at": ["threat_models", i, "threats"], "level": "verified"} if {
	some i, _ in input.threat_models
	not i in _some
}

basis contains {"code": "somebody", "args": {}, "at": _at(moved.i, moved.j), "level": "asserted"} if {
	some moved in _moved
	moved.state == "stated"
	not moved.i in _open
}

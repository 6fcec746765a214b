# METADATA
# title: Threats cover parts from others, updates, debugging, and the start and end of use
# description: |
#   Looks for a threat on each of five paths on which products are often
#   attacked: parts from others, updates, ways in for debugging, the start of use
#   and its end. A threat
#   is known by words in its title, statement or tags; where none has them, a
#   person looks. A model without threats has looked at none. This cannot tell
#   how well a path was looked at.
# custom:
#   contract: 1
#   severity: minor
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activity 6", confidence: memory}
#   messages:
#     no_threats: "The list of threats is {state}, so nothing was looked at."
#     not_mentioned: "No threat has words that point to this, so a person must look whether it was considered."
#     mentioned: "A threat points to this."
#   remedy: Add threats on this path, or say in the model why there is none.
#   question: Which threats did you find on this path?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-03]
package bidgate.requirement.threat_model.path

import data.bidgate.lib.states

_members := data.bidgate.catalog.requirements["threat_model.path"].members

_texts := {[i, j]: lower(concat(" ", [threat.title.value, threat.statement.value, concat(" ", threat.tags.items)])) |
	some i, model in input.threat_models
	some j, threat in model.threats.items
}

_mentions contains {"i": place[0], "j": place[1], "member": member} if {
	some place, text in _texts
	some member, row in _members
	some word in row.columns.words
	regex.match(concat("", [`\b`, word]), text)
}

_mentioned := {[mention.i, mention.member] | some mention in _mentions}

_states := {i: states.list(model.threats.state, count(model.threats.items)) | some i, model in input.threat_models}

violation contains {"member": member, "code": "no_threats", "args": {"state": state}, "at": ["threat_models", i, "threats"]} if {
	some i, state in _states
	state in states.missing_list
	some member, _ in _members
}

review contains {"member": member, "code": "not_mentioned", "args": {}, "at": ["threat_models", i, "threats"]} if {
	some i, state in _states
	not state in states.missing_list
	some member, _ in _members
	not [i, member] in _mentioned
}

basis contains {
	"member": mention.member,
	"code": "mentioned",
	"args": {},
	"at": ["threat_models", mention.i, "threats", "items", mention.j],
	"level": "asserted",
} if {
	some mention in _mentions
}

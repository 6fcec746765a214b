# METADATA
# title: Ownership, control and countries of origin are disclosed
# description: |
#   Asks that the declaration says whether the maker is under foreign ownership,
#   control or influence, and in which countries the product is designed,
#   developed and assembled. Any answer will do here: what it says is judged by
#   the requirements on lists. An answer that is declared unknown or withheld is
#   for a person; one that is left out, is a placeholder or has a wrong form
#   counts as not given. This cannot tell whether the answer is true.
# custom:
#   contract: 1
#   severity: minor
#   section: supply-chain
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: CISA Software Acquisition Guide, edition: "2024", clause: SC.08.11, confidence: source}
#   messages:
#     not_answered: "{what} is {state} in the declaration."
#     not_told: "{what} is declared {state}, so a person must ask."
#     disclosed: "The declaration states ownership and control, and the countries of design, development and assembly."
#   remedy: State `foci` and `country_of_production` in the declaration.
#   question: Who owns and controls your company, and in which countries is the product designed, developed and assembled?
#   tags: [core_area:scrm, csf:GV, csf2:GV.SC-06]
package bidgate.requirement.origin.control_disclosed

import data.bidgate.lib.states

_answers contains {"i": i, "key": key, "what": answer[0], "state": answer[1]} if {
	some i, declaration in input.declarations
	origin := declaration.country_of_production
	some key, answer in {
		["foci"]: ["Foreign ownership, control or influence", declaration.foci.state],
		["country_of_production", "design"]: ["The country of design", states.list(origin.design.state, count(origin.design.items))],
		["country_of_production", "development"]: ["The country of development", states.list(origin.development.state, count(origin.development.items))],
		["country_of_production", "assembly"]: ["The country of assembly", states.list(origin.assembly.state, count(origin.assembly.items))],
	}
}

_at(i, key) := array.concat(["declarations", i], key)

violation contains {"code": "not_answered", "args": {"what": answer.what, "state": answer.state}, "at": _at(answer.i, answer.key)} if {
	some answer in _answers
	answer.state in states.missing_list
}

review contains {"code": "not_told", "args": {"what": answer.what, "state": answer.state}, "at": _at(answer.i, answer.key)} if {
	some answer in _answers
	answer.state in states.told
}

basis contains {"code": "disclosed", "args": {}, "at": ["declarations", i, "foci"], "level": "asserted"} if {
	some i, _ in input.declarations
	answers := {answer | some answer in _answers; answer.i == i}
	stated := {answer.what | some answer in answers; answer.state == "stated"}
	count(stated) == 4
}

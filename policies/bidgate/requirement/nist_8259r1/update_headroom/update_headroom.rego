# METADATA
# title: The product has room for future updates
# description: |
#   Asks that the declaration says how much memory, storage or computing power is
#   left for later security updates. A device that is full on the first day cannot
#   be mended for long. A value that is declared unknown or withheld is an honest
#   answer, and a person looks at it; one that is left out, is a placeholder or
#   has a wrong form counts as not stated, and one that says in a word that there
#   is none fails. This cannot tell whether the room is enough.
# custom:
#   contract: 1
#   severity: major
#   section: deployment
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activity 5, 3.6", confidence: secondary}
#   parameters:
#     none_left: {type: strings, default: ["none", "no", "nothing", "zero", "0", "0 %", "0%", "no room"], description: Words of a statement that no room is left.}
#   messages:
#     none: "The declaration says of the room that is left for later updates: {value}."
#     not_stated: "The room that is left for later updates is {state}."
#     declared: "The room that is left for later updates is declared {state}, so a person must ask for it."
#     stated: "The declaration says how much room is left for later updates."
#   remedy: State in `update_headroom` how much memory, storage or computing power is left for later updates.
#   question: How much memory, storage and computing power is left for later security updates?
#   tags: [core_area:system_engineering, csf:PR, csf2:PR.PS-02]
package bidgate.requirement.nist_8259r1.update_headroom

import data.bidgate.lib.states

_stated contains {"at": ["declarations", i, "update_headroom"], "value": declaration.update_headroom.value} if {
	some i, declaration in input.declarations
	declaration.update_headroom.state == "stated"
}

_full contains row if {
	some row in _stated
	trim_right(lower(row.value), ".") in {lower(word) | some word in input.parameters.nist_8259r1.update_headroom.none_left}
}

violation contains {"code": "none", "args": {"value": row.value}, "at": row.at} if some row in _full

violation contains {"code": "not_stated", "args": {"state": state}, "at": ["declarations", i, "update_headroom"]} if {
	some i, declaration in input.declarations
	state := declaration.update_headroom.state
	state in states.missing
}

review contains {"code": "declared", "args": {"state": state}, "at": ["declarations", i, "update_headroom"]} if {
	some i, declaration in input.declarations
	state := declaration.update_headroom.state
	state in states.told
}

basis contains {"code": "stated", "args": {}, "at": row.at, "level": "asserted"} if some row in (_stated - _full)

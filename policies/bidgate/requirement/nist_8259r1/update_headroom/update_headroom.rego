# METADATA
# title: The product has room for future updates
# description: |
#   Asks that the declaration says how much memory, storage or computing power is
#   left for later security updates. A device that is full on the first day cannot
#   be mended for long. A value that is declared unknown or withheld is an honest
#   answer, and a person looks at it; one that is left out, is a placeholder or
#   has a wrong form counts as not stated. This cannot tell whether the room is
#   enough.
# custom:
#   contract: 1
#   severity: major
#   section: deployment
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activity 5, 3.6", confidence: secondary}
#   messages:
#     not_stated: "The room that is left for later updates is {state}."
#     declared: "The room that is left for later updates is declared {state}, so a person must ask for it."
#     stated: "The declaration says how much room is left for later updates."
#   remedy: State in `update_headroom` how much memory, storage or computing power is left for later updates.
#   question: How much memory, storage and computing power is left for later security updates?
#   tags: [core_area:system_engineering, csf:PR, csf2:PR.PS-02]
package bidgate.requirement.nist_8259r1.update_headroom

import data.bidgate.lib.states

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

basis contains {"code": "stated", "args": {}, "at": ["declarations", i, "update_headroom"], "level": "asserted"} if {
	some i, declaration in input.declarations
	declaration.update_headroom.state == "stated"
}

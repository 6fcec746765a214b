# METADATA
# title: Risks that are handed over have a receiver
# description: |
#   Asks that each threat that is answered by handing the risk to somebody else
#   says to whom. Who does not know of a risk does nothing about it. Where no
#   risk is handed over, nothing is asked. A receiver that is declared unknown
#   or withheld, and a format that has no place for one, are for a person; one
#   that is left out, is a placeholder or has a wrong form counts as nobody.
#   This cannot tell whether the receiver was told.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activities 3 and 8", confidence: secondary}
#   messages:
#     nobody: "The threat {threat} is handed over, and who takes it is {state}."
#     declared: "The threat {threat} is handed over, and who takes it is declared {state}, so a person must ask."
#     none: "The threat model hands no risk over."
#     somebody: "Each risk that is handed over says who takes it."
#   remedy: State in `receiver` of each threat listed who takes the risk, and tell them.
#   question: Who takes the risks listed, and do they know?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-06]
package bidgate.requirement.threat_model.transferred_risk

import data.bidgate.lib.states

_moved contains {"i": i, "j": j, "threat": threat.key, "state": threat.receiver.state} if {
	some i, model in input.threat_models
	some j, threat in model.threats.items
	"transfer" in {threat.response.value, _word(threat.status.value)}
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

_some := {moved.i | some moved in _moved}

not_applicable contains {"code": "none", "args": {}, "at": ["threat_models", i, "threats"], "level": "verified"} if {
	some i, _ in input.threat_models
	not i in _some
}

basis contains {"code": "somebody", "args": {}, "at": _at(moved.i, moved.j), "level": "asserted"} if {
	some moved in _moved
	i := moved.i
	said := {other.state | some other in _moved; other.i == i}
	said == {"stated"}
}

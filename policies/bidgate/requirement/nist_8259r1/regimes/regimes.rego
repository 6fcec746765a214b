# METADATA
# title: The laws and standards that apply are named
# description: |
#   Asks that the declaration names the laws and standards that apply to the
#   product in its markets, and among them those that the buyer asks for. Names
#   are compared without regard to case. A value that is declared unknown or
#   withheld is for a person; one that is left out, is empty, is a placeholder
#   or has a wrong form counts as not stated. This cannot tell whether the list
#   is complete.
# custom:
#   contract: 1
#   severity: major
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activity 2, 3.3", confidence: secondary}
#   parameters:
#     required: {type: strings, default: [], description: Laws and standards that must be among those named.}
#   messages:
#     not_named: "The declaration does not name {regime}, which the buyer asks for."
#     not_stated: "The list of laws and standards is {state} in the declaration."
#     declared: "The list of laws and standards is declared {state}, so a person must ask for it."
#     named: "The declaration names {n:law or standard|laws or standards}."
#   remedy: Name the laws and standards that apply in `regimes`.
#   question: Which laws and standards apply to the product in its markets?
#   tags: [core_area:security_management, csf:GV, csf2:GV.OC-03]
package bidgate.requirement.nist_8259r1.regimes

import data.bidgate.lib.states

_required := input.parameters.nist_8259r1.regimes.required

_states := {i: states.list(declaration.regimes.state, count(declaration.regimes.items)) | some i, declaration in input.declarations}

_at(i) := ["declarations", i, "regimes"]

_named := {i: {lower(regime) | some regime in declaration.regimes.items} | some i, declaration in input.declarations}

violation contains {"code": "not_named", "args": {"regime": regime}, "at": _at(i)} if {
	some i, named in _named
	_states[i] == "stated"
	some regime in _required
	not lower(regime) in named
}

violation contains {"code": "not_stated", "args": {"state": state}, "at": _at(i)} if {
	some i, state in _states
	state in states.missing_list
}

review contains {"code": "declared", "args": {"state": state}, "at": _at(i)} if {
	some i, state in _states
	state in states.told
}

basis contains {"code": "named", "args": {"n": count(named)}, "at": _at(i), "level": "asserted"} if {
	some i, named in _named
	_states[i] == "stated"
	count({lower(regime) | some regime in _required} - named) == 0
}

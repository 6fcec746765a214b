# METADATA
# title: Recommendations of EN 303 645 that are not followed have a reason
# description: |
#   Asks that the declaration answers as many recommendations of ETSI EN 303 645
#   as the edition has (42 of the 78 provisions of V3.1.3), and that each one which is not
#   followed or does not apply has a reason, as provision 5.0-1 asks. Any clause
#   of EN 303 645 that is not mandatory counts as a recommendation. "Partial"
#   needs a reason too. Fewer answers are for a person, for the list of
#   recommendations is not held here. This cannot tell whether a reason is good.
# custom:
#   contract: 1
#   severity: minor
#   section: development
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: ETSI EN 303 645, edition: "V3.1.3", clause: "5.0-1, Annex B", confidence: secondary}
#   parameters:
#     recommendations: {type: integer, default: 42, min: 0, description: How many recommendations the edition has.}
#   messages:
#     no_reason: "The maker does not follow {clause} and gives no reason."
#     untold: "The maker does not tell all of the answer to {clause}, so a person must ask."
#     too_few: "The declaration answers {n} of {asked} recommendations, so a person must ask for the others."
#     reasoned: "The declaration answers {n:recommendation|recommendations}, with a reason for each that is not followed."
#   remedy: Answer each recommendation of EN 303 645, with a reason where it is not followed.
#   question: Which recommendations of EN 303 645 do you not follow, and why?
#   tags: [core_area:system_engineering, csf:PR, csf2:PR.PS-01]
package bidgate.requirement.etsi_303645.recommendations

import data.bidgate.lib.states

_mandatory := {lower(id) | some id, _ in data.bidgate.catalog.requirements["etsi_303645.provision"].members} | {lower(row.family) | some row in data.bidgate.catalog.requirements["etsi_303645.provision"].members}

_answers contains {"i": i, "a": a, "clause": clause, "outcome": _outcome(i, a)} if {
	some i, declaration in input.declarations
	some a, answer in declaration.answers
	clause := answer.requirement.value
	startswith(lower(clause), "en303645-")
	not lower(clause) in _mandatory
}

_outcome(i, a) := "untold" if {
	input.declarations[i].answers[a].status.state in states.told
} else := "answered" if {
	input.declarations[i].answers[a].status.value == "met"
} else := "untold" if {
	input.declarations[i].answers[a].justification.state in states.told
} else := "answered" if {
	input.declarations[i].answers[a].status.state == "stated"
	input.declarations[i].answers[a].status.value != "unknown"
	input.declarations[i].answers[a].justification.state == "stated"
} else := "no_reason"

_count[i] := count({lower(answer.clause) | some answer in _answers; answer.i == i}) if some i, _ in input.declarations

violation contains {"code": "no_reason", "args": {"clause": answer.clause}, "at": ["declarations", answer.i, "answers", answer.a]} if {
	some answer in _answers
	answer.outcome == "no_reason"
}

review contains {"code": "untold", "args": {"clause": answer.clause}, "at": ["declarations", answer.i, "answers", answer.a]} if {
	some answer in _answers
	answer.outcome == "untold"
}

review contains {"code": "too_few", "args": {"n": n, "asked": asked}, "at": ["declarations", i]} if {
	some i, n in _count
	asked := input.parameters.etsi_303645.recommendations.recommendations
	n < asked
}

basis contains {"code": "reasoned", "args": {"n": n}, "at": ["declarations", i, "answers"], "level": "asserted"} if {
	some i, n in _count
	n >= input.parameters.etsi_303645.recommendations.recommendations
	said := {answer.outcome | some answer in _answers; answer.i == i}
	said == {"answered"}
}

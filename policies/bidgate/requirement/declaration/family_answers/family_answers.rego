# METADATA
# title: Answers to a whole family say how, or why not
# description: |
#   Looks at answers to a family of clauses which are set aside, because each
#   member of the family has an answer of its own. Nothing rests on them, and
#   still they stand in the declaration: one that says "met" without a statement,
#   "not applicable" without a reason, or nothing at all is a gap, and one that
#   says "not applicable" of a family whose members are met is for a person.
#   Answers on which something rests are judged with their clause. This cannot
#   tell whether an answer is true.
# custom:
#   contract: 1
#   severity: minor
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: bidgate, edition: "1", clause: No pass by silence, confidence: source}
#     - {standard: NIST IR 8425, edition: "2022", clause: "Documentation 1", confidence: secondary}
#   messages:
#     no_status: "The answer to the family {family} does not say whether it is met; its status is {state}."
#     no_statement: "The answer to the family {family} says that it is met, and not how."
#     no_reason: "The answer to the family {family} says that it does not apply, and not why."
#     untold: "Not all of the answer to the family {family} is told, so a person must ask."
#     disagrees: "The answer to the family {family} says that it does not apply, and {clause} is answered as met, so a person must ask."
#     none: "No answer to a family is set aside by answers to its members."
#     explained: "Answers to families that those to their members set aside: {n}, each with its statement or reason."
#   remedy: Give the answer to the family its statement or reason, or take it out.
#   question: What do you answer to the family as a whole, and why?
#   tags: [core_area:security_evaluation, csf:GV]
package bidgate.requirement.declaration.family_answers

import data.bidgate.lib.reply

_families := {lower(row.family) |
	some requirement in data.bidgate.catalog.requirements
	some row in object.get(requirement, "members", {})
}

# Answers that speak for a single clause of NIST.
_used := {[i, a] |
	some i, declaration in input.declarations
	some id, clause in declaration.clauses
	not lower(id) in _families
	some a in clause.answers
}

_set_aside contains {"i": i, "a": a, "family": family, "outcome": reply.outcome(i, a)} if {
	some i, declaration in input.declarations
	some a, answer in declaration.answers
	family := answer.requirement.value
	lower(family) in _families
	not [i, a] in _used
}

_gaps := {"no_status", "no_statement", "no_reason"}

# Families that are said not to apply: few, however often they are answered.
_denied := {[aside.i, lower(aside.family)] |
	some aside in _set_aside
	aside.outcome == "does_not_apply"
}

# Their members that are answered as met.
_met := {[i, family]: clauses |
	some [i, family] in _denied
	clauses := {answer.requirement.value |
		some answer in input.declarations[i].answers
		answer.status.value == "met"
		startswith(lower(answer.requirement.value), concat("", [family, "-"]))
	}
}

_disagreeing contains {"i": aside.i, "a": aside.a, "family": aside.family, "clause": clause} if {
	some aside in _set_aside
	aside.outcome == "does_not_apply"
	some clause in _met[[aside.i, lower(aside.family)]]
}

violation contains {"code": aside.outcome, "args": _args(aside), "at": ["declarations", aside.i, "answers", aside.a]} if {
	some aside in _set_aside
	aside.outcome in _gaps
}

_args(aside) := {"family": aside.family, "state": input.declarations[aside.i].answers[aside.a].status.state} if {
	aside.outcome == "no_status"
} else := {"family": aside.family}

review contains {"code": "disagrees", "args": {"family": d.family, "clause": d.clause}, "at": ["declarations", d.i, "answers", d.a]} if {
	some d in _disagreeing
}

review contains {"code": "untold", "args": {"family": aside.family}, "at": ["declarations", aside.i, "answers", aside.a]} if {
	some aside in _set_aside
	aside.outcome == "untold"
}

not_applicable contains {"code": "none", "args": {}, "at": ["declarations", i], "level": "verified"} if {
	some i, _ in input.declarations
	not i in _with_aside
}

_with_aside := {aside.i | some aside in _set_aside}

_with_disagreeing := {d.i | some d in _disagreeing}

basis contains {"code": "explained", "args": {"n": count(aside)}, "at": ["declarations", i], "level": "asserted"} if {
	some i, _ in input.declarations
	aside := [a.outcome | some a in _set_aside; a.i == i]
	count(aside) > 0
	count({outcome | some outcome in aside} & (_gaps | {"untold"})) == 0
	not i in _with_disagreeing
}

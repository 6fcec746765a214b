# METADATA
# title: Answers under other schemes are compared by a person
# description: |
#   Looks for answers to clauses that no requirement of the library knows, such
#   as those of a national scheme. A scheme of another place may be equal, so
#   such answers never fail: a person compares them with what is asked. Clauses
#   that a requirement lists as equal are known and count there by themselves. A declaration
#   without answers has nothing to compare. This cannot tell whether two schemes
#   ask the same.
# custom:
#   contract: 1
#   severity: info
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: OMB Circular A-119, edition: "2016", clause: "Section 5", confidence: secondary}
#   messages:
#     other: "The declaration answers {n:clause|clauses} that no requirement knows, such as {clause}, so a person must compare them with what you ask."
#     no_clause: "An answer of the declaration names no clause; the entry is {state}."
#     clause_declared: "The clause of an answer is declared {state}, so a person must ask for it."
#     no_answers: "The declaration answers no clauses."
#     known: "{n:answer is|answers are each} to a clause that is known here."
#   remedy: Answer the clauses that the buyer names, or say which of them each answer stands for.
#   question: Which of the clauses that we ask for do these answers stand for?
#   tags: [core_area:security_evaluation, csf:GV, csf2:GV.SC-06]
package bidgate.requirement.conformity.other_schemes

import data.bidgate.lib.states

_known contains name if {
	some requirement in data.bidgate.catalog.requirements
	some id, row in requirement.members
	some name in ({lower(id), lower(row.family)} | {lower(also) | some also in object.get(row.columns, "also", [])})
}

# Clauses that state a level, such as iec62443-4-2-FR-1-SL-2.
_known contains lower(id) if {
	some requirement in data.bidgate.catalog.requirements
	some row in requirement.members
	some column in ["levels", "for_all"]
	some id in row.columns[column]
}

_unknown contains {"i": i, "a": a, "clause": answer.requirement.value} if {
	some i, declaration in input.declarations
	clauses := {lower(clause) | some clause, _ in declaration.clauses}
	some a, answer in declaration.answers
	answer.requirement.state == "stated"
	not lower(answer.requirement.value) in _known
	not lower(answer.requirement.value) in clauses
}

_others := {i: found |
	some i, _ in input.declarations
	found := {[other.a, other.clause] | some other in _unknown; other.i == i}
	count(found) > 0
}

review contains {"code": "other", "args": {"n": count(found), "clause": min(found)[1]}, "at": ["declarations", i, "answers", min(found)[0]]} if {
	some i, found in _others
}

violation contains {"code": "no_clause", "args": {"state": state}, "at": ["declarations", i, "answers", a]} if {
	some i, declaration in input.declarations
	some a, answer in declaration.answers
	state := answer.requirement.state
	state in states.missing
}

review contains {"code": "clause_declared", "args": {"state": state}, "at": ["declarations", i, "answers", a]} if {
	some i, declaration in input.declarations
	some a, answer in declaration.answers
	state := answer.requirement.state
	state in states.told
}

not_applicable contains {"code": "no_answers", "args": {}, "at": ["declarations", i, "answers"], "level": "verified"} if {
	some i, declaration in input.declarations
	count(declaration.answers) == 0
}

basis contains {"code": "known", "args": {"n": count(declaration.answers)}, "at": ["declarations", i, "answers"], "level": "verified"} if {
	some i, declaration in input.declarations
	count(declaration.answers) > 0
	{answer.requirement.state | some answer in declaration.answers} == {"stated"}
	not _others[i]
}

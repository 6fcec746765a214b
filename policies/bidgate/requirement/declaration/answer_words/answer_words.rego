# METADATA
# title: Answers that say yes do not say otherwise in their words
# description: |
#   Reads the statement of each answer that is given as met. One that begins with a
#   denial, such as "not implemented" or "planned", fails. One that speaks somewhere
#   of what is not there yet, as in "will be added" or "work in progress", is for a
#   person. Such an answer is a plan, or a "no", and other requirements would take
#   it for a "yes". The buyer can set other words, as regular expressions in lower
#   case. An answer of yes without a statement, with a blank, or with another word
#   for yes, is for a person where no other requirement asks for that clause. A
#   statement that says so in other words is not seen. This cannot tell what is true of the product.
# custom:
#   contract: 1
#   severity: minor
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: CISA Software Acquisition Guide, edition: "2024", clause: Answers agree with evidence, confidence: secondary}
#     - {standard: bidgate, edition: "1", clause: Statements agree, confidence: source}
#   parameters:
#     denials:
#       type: strings
#       default: ['^(this is |it is |we do )?not (yet )?(been )?(implemented|supported|available|provided|in place|done)\b', '^planned\b']
#       description: Patterns of words that deny what is answered as met.
#     words:
#       type: strings
#       default: ['\bnot (yet )?(been )?(implemented|supported|available|finished|complete|in place|provided)\b', '\bonly planned\b', '\bplanned (for|in|with) (the|a|our|one|next|release|version|q[1-4]|20)', '^planned\b', '\b(will|shall|is to|are to) be (implemented|added|supported|provided|introduced|available)\b', '\bwork in progress\b', '\bunder development\b', '\bcoming soon\b', '\bin a (later|future|coming) (release|version)\b']
#       description: Patterns of words that speak of what is not there yet.
#   messages:
#     denied: "The answer to {clause} is given as met, and its statement denies it."
#     not_yet: "The answer to {clause} is given as met, and its statement speaks of what is not there yet, so a person must ask."
#     silent: "The answer to {clause} is given as met, and its statement says nothing ({state}), so a person must ask how it is met."
#     none: "No answer is given as met with a statement."
#     plain: "Of the answers that are given as met, none speaks of what is not there yet: {n}."
#   remedy: Answer what is not there yet as not met or partly met, with the plan and its day.
#   question: Is what the answers listed speak of in the product that is offered?
#   tags: [core_area:security_evaluation, csf:ID, csf2:ID.RA-09]
package bidgate.requirement.declaration.answer_words

import data.bidgate.lib.states

_words := input.parameters.declaration.answer_words.words

_met contains {"i": i, "a": a, "clause": answer.requirement.value, "text": lower(answer.statement.value)} if {
	some i, declaration in input.declarations
	some a, answer in declaration.answers
	answer.status.value == "met"
	answer.statement.state == "stated"
}

_odd contains answer if {
	some answer in _met
	some pattern in _words
	regex.match(pattern, answer.text)
}

_denied contains answer if {
	some answer in _met
	some pattern in input.parameters.declaration.answer_words.denials
	regex.match(pattern, answer.text)
}

# Answers of yes that say nothing.
_silent contains {"i": i, "a": a, "clause": answer.requirement.value, "state": answer.statement.state} if {
	some i, declaration in input.declarations
	some a, answer in declaration.answers
	answer.status.value == "met"
	answer.requirement.state == "stated"
	answer.statement.state in states.missing
}

# Clauses of which a table asks for the statement, where an answer says nothing.
_asked contains clause if {
	count(_silent) > 0
	some requirement in data.bidgate.catalog.requirements
	some id, row in requirement.members
	some clause in ({lower(id), lower(row.family)} | {lower(also) | some also in object.get(row.columns, "also", [])})
}

_untold contains silent if {
	some silent in _silent
	not lower(silent.clause) in _asked
}

review contains {"code": "silent", "args": {"clause": silent.clause, "state": silent.state}, "at": ["declarations", silent.i, "answers", silent.a]} if {
	some silent in _untold
}

violation contains {"code": "denied", "args": {"clause": denied.clause}, "at": ["declarations", denied.i, "answers", denied.a]} if {
	some denied in _denied
}

review contains {"code": "not_yet", "args": {"clause": odd.clause}, "at": ["declarations", odd.i, "answers", odd.a]} if {
	some odd in (_odd - _denied)
}

not_applicable contains {"code": "none", "args": {}, "at": ["declarations", i], "level": "verified"} if {
	some i, _ in input.declarations
	count([1 | some answer in _met; answer.i == i]) == 0
	count([1 | some silent in _untold; silent.i == i]) == 0
}

basis contains {"code": "plain", "args": {"n": n}, "at": ["declarations", i], "level": "verified"} if {
	some i, _ in input.declarations
	n := count([1 | some answer in _met; answer.i == i])
	n > 0
	count([1 | some odd in ((_odd | _denied) | _untold); odd.i == i]) == 0
}

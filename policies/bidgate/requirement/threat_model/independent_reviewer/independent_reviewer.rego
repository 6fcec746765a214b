# METADATA
# title: Someone other than the authors has reviewed the threat model
# description: |
#   Asks that each threat model names who wrote it, and a reviewer who is none of
#   the authors. People miss gaps in their own work. A model without such a
#   reviewer is for a person, and so are names that are declared unknown or
#   withheld; authors that are left out, are placeholders or have a wrong form
#   count as not stated. Names are compared without regard to case, order, titles
#   and full stops; a reviewer who may be an author under a shorter name, or has the
#   e-mail address of one, is for a person. This cannot tell how closely the
#   reviewer looked.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: NIST SP 800-218, edition: "1.1", clause: PW.2.1, confidence: source}
#   parameters:
#     titles:
#       type: strings
#       default: [dr, prof, professor, mr, mrs, ms, miss, mx, sir, dipl, ing, phd, msc, bsc, mba, jr, sr]
#       description: "Words, in lower case, that stand beside names and are no part of them."
#   messages:
#     no_author: "The threat model names no author; the entry is {state}."
#     authors_declared: "An author of the threat model is declared {state}, so a person must ask who wrote it."
#     no_reviewer: "The threat model names no reviewer besides its authors, so a person must ask who has reviewed it."
#     same_person: "The reviewer {reviewer} may be the author {author} under another name, and there is no other, so a person must ask who has reviewed it."
#     reviewed: "The threat model was reviewed by {reviewers}, who did not write it."
#   remedy: Let someone who did not write the threat model review it, and name authors and reviewers in it.
#   question: Who wrote the threat model, and who else has reviewed it?
#   tags: [core_area:security_evaluation, csf:ID, csf2:ID.RA-03]
package bidgate.requirement.threat_model.independent_reviewer

import data.bidgate.lib.states

# By model, what is said of who wrote it: of the list, else of each name in it.
_authors := {i: found |
	some i, model in input.threat_models
	listed := states.list(model.authors.state, count(model.authors.items))
	found := {state | some state in {listed}; state != "stated"} | {author.name.state | some author in model.authors.items}
}

# Authors and reviewers by the words of their names, titles apart.
_people contains {"model": i, "part": part, "name": person.name.value, "email": lower(person.email.value), "words": _words(person.name.value)} if {
	some i, model in input.threat_models
	some part, list in {"author": model.authors, "reviewer": model.reviewers}
	list.state == "stated"
	some person in list.items
	person.name.state == "stated"
}

# The article of a role, as in "A security architect", is no initial.
_words(name) := {word | some word in regex.split(`[^\pL\pN]+`, lower(regex.replace(name, `^(?:[Aa]n?|[Tt]he) (\p{Ll})`, "$1"))); word != ""} - {title | some title in input.parameters.threat_model.independent_reviewer.titles}

# What may lead from a reviewer to an author: the name as it is written, the
# address, and the words of the name that are no single letters.
_leads(person) := ({["name", lower(person.name)]} | {["email", person.email] | person.email != ""}) | {["word", word] | some word in person.words; count(word) > 1}

_authors_by[[i, lead]] contains person if {
	some person in _people
	person.part == "author"
	i := person.model
	some lead in _leads(person)
}

_found := {at: people | some at, people in _authors_by}

# Reviewers who are an author, or may be: with the author's name.
_same contains {"model": person.model, "reviewer": person.name, "author": author.name, "certain": person.words == author.words} if {
	some person in _people
	person.part == "reviewer"
	some lead in _leads(person)
	some author in _found[[person.model, lead]]
	_alike(lead[0], person.words, author.words)
}

_alike("name", _, _)

_alike("email", _, _)

_alike("word", one, other) if _shorter(one, other)

_alike("word", one, other) if _shorter(other, one)

# Each word of a name stands in the other, whole or as its first letter. One
# word alone is that of many people, unless the other name has no more.
_shorter(one, other) if {
	count(one) <= count(other)
	min([2, count(other)]) <= count(one)
	count([1 | some word in one; _stands(word, other - one)]) + count(one & other) == count(one)
}

_stands(word, words) if {
	some longer in words
	1 in {count(word), count(longer)}
	substring(word, 0, 1) == substring(longer, 0, 1)
}

# Models and those of their reviewers who are none of the authors.
_independent := {[person.model, person.name] | some person in _people; person.part == "reviewer"} - {[same.model, same.reviewer] | some same in _same}

_doubtful contains same if {
	some same in _same
	not same.certain
	not same.model in _reviewed
}

_reviewed := {i | some [i, _] in _independent}

violation contains {"code": "no_author", "args": {"state": state}, "at": ["threat_models", i, "authors"]} if {
	some i, found in _authors
	some state in found
	state in states.missing_list
}

review contains {"code": "authors_declared", "args": {"state": state}, "at": ["threat_models", i, "authors"]} if {
	some i, found in _authors
	some state in found
	state in states.told
}

review contains {"code": "no_reviewer", "args": {}, "at": ["threat_models", i, "reviewers"]} if {
	some i in (({j | some j, _ in input.threat_models} - _reviewed) - {same.model | some same in _doubtful})
}

review contains {"code": "same_person", "args": {"reviewer": same.reviewer, "author": same.author}, "at": ["threat_models", same.model, "reviewers"]} if {
	some same in _doubtful
}

basis contains {
	"code": "reviewed",
	"args": {"reviewers": sort(names)},
	"at": ["threat_models", i, "reviewers"],
	"level": "asserted",
} if {
	some i in _reviewed
	_authors[i] == {"stated"}
	names := {name | some [j, name] in _independent; j == i}
}

# METADATA
# title: Passwords are unique or set by the user
# description: |
#   Asks that the declaration says how the product comes to its passwords, and that
#   the way is safe: none, set by the user, or unique for each device and random or
#   keyed. One password for all devices, passwords in a row and passwords that are
#   worked out from the serial number or other public data fail. So does a safe way
#   beside an answer on default passwords that says "not met". A value that is
#   declared unknown or withheld is an honest answer, and a person looks at it;
#   one that is left out, is a placeholder or has a wrong form counts as not
#   stated. This cannot tell whether the product does what is declared.
# custom:
#   contract: 1
#   severity: major
#   section: deployment
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: UK PSTI Regulations, edition: "2023", clause: "Schedule 1(1)", confidence: secondary}
#     - {standard: ETSI EN 303 645, edition: "V3.1.3", clause: "5.1-1, 5.1-2", confidence: secondary}
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Annex I Part I(2)(b)", confidence: source}
#     - {standard: NIST IR 8425, edition: "2022", clause: "Interface Access Control", confidence: secondary}
#   messages:
#     not_stated: "The declaration does not say how passwords are set; the entry is {state}."
#     declared: "How passwords are set is declared {state}, so a person must ask."
#     unsafe: "The declaration says that passwords are {scheme}."
#     contradicts: "The declaration says that passwords are safe, and its answer to {clause} says that this is not met."
#     safe: "The declaration says of passwords: {scheme}."
#   remedy: Give each device its own random password or let the user set one, and state `password_scheme`.
#   question: How does each device come to its first password?
#   tags: [core_area:identity_and_access, csf:PR, csf2:PR.AA-01]
package bidgate.requirement.consumer.password_scheme

import data.bidgate.lib.states

_safe := {i: scheme |
	some i, declaration in input.declarations
	declaration.password_scheme.state == "stated"
	scheme := declaration.password_scheme.value
	scheme in {"none", "user_set", "unique_random", "unique_keyed"}
}

# The clauses that ask the same.
_asked_as := {lower(clause) |
	row := data.bidgate.catalog.requirements["consistency.answer"].members.passwords
	some clause in row.columns.asked_as
}

# Answers to the same question elsewhere that say no.
_denied contains {"i": i, "a": a, "clause": answer.requirement.value} if {
	some i, _ in _safe
	some a, answer in input.declarations[i].answers
	lower(answer.requirement.value) in _asked_as
	answer.status.state == "stated"
	answer.status.value == "not_met"
}

violation contains {"code": "not_stated", "args": {"state": state}, "at": ["declarations", i, "password_scheme"]} if {
	some i, declaration in input.declarations
	state := declaration.password_scheme.state
	state in states.missing
}

violation contains {"code": "unsafe", "args": {"scheme": _words(scheme)}, "at": ["declarations", i, "password_scheme"]} if {
	some i, declaration in input.declarations
	declaration.password_scheme.state == "stated"
	scheme := declaration.password_scheme.value
	not _safe[i]
}

violation contains {"code": "contradicts", "args": {"clause": denied.clause}, "at": ["declarations", denied.i, "answers", denied.a]} if {
	some denied in _denied
}

review contains {"code": "declared", "args": {"state": state}, "at": ["declarations", i, "password_scheme"]} if {
	some i, declaration in input.declarations
	state := declaration.password_scheme.state
	state in states.told
}

basis contains {"code": "safe", "args": {"scheme": _words(scheme)}, "at": ["declarations", i, "password_scheme"], "level": "asserted"} if {
	some i, scheme in _safe
	not i in _with_denied
}

_with_denied := {denied.i | some denied in _denied}

_words(scheme) := replace(scheme, "_", " ")

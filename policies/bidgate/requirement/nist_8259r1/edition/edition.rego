# METADATA
# title: The declaration names the current edition of NIST IR 8259
# description: |
#   Asks that the declaration says that it answers the edition of NIST IR 8259 that
#   the buyer names. The 2020 edition has six activities: its activities 1, 2, 3,
#   4, 5 and 6 became 1, 2, 3 and 4, 5, 7 and 8; activities 0 and 6 of revision 1
#   are new and stay without an answer. A declaration that names another edition,
#   or whose edition is declared unknown or withheld, is for a person; one that
#   names none, or gives an edition that is a placeholder or has a wrong form,
#   fails. This cannot tell whether the answers fit the edition named.
# custom:
#   contract: 1
#   severity: minor
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: NIST IR 8259r1, edition: "2026", clause: Whole document, confidence: secondary}
#   parameters:
#     edition: {type: string, default: "2026-04", description: "Edition to be answered, as year and month."}
#   messages:
#     not_named: "The declaration does not say that it answers NIST IR 8259; its list of standards is {state}."
#     edition_missing: "The declaration answers NIST IR 8259, and the edition is {state}."
#     list_declared: "The list of standards that the declaration answers is declared {state}, so a person must ask for it."
#     edition_declared: "The declaration answers NIST IR 8259, and the edition is declared {state}, so a person must ask for it."
#     edition_2020: "The declaration answers the edition of 2020, whose activities 1 to 6 are 1, 2, 3 and 4, 5, 7 and 8 of revision 1; a person must ask for activities 0 and 6."
#     other_edition: "The declaration answers the edition {edition} of NIST IR 8259, so a person must compare it with {asked}."
#     current: "The declaration answers NIST IR 8259 in the edition {edition}."
#   remedy: Answer the current edition of NIST IR 8259, and name it in `standards` as ir8259r1 with its edition.
#   question: Which edition of NIST IR 8259 does the declaration answer, and what do you say to activities 0 and 6?
#   tags: [core_area:security_management, csf:GV, csf2:GV.OC-03]
package bidgate.requirement.nist_8259r1.edition

import data.bidgate.lib.states

_asked := input.parameters.nist_8259r1.edition.edition

_named contains {"declaration": i, "row": j, "id": id, "edition": standard.edition} if {
	some i, declaration in input.declarations
	some j, standard in declaration.standards.items
	standard.id.state == "stated"
	some id in ["ir8259", "ir8259-2020"]
	lower(standard.id.value) in data.bidgate.catalog.requirements["conformity.known_standard"].members[id].columns.names
}

_of_2020 contains named if {
	some named in _named
	named.id == "ir8259-2020"
}

_of_2020 contains named if {
	some named in _named
	startswith(named.edition.value, "2020")
}

_current contains named if {
	some named in (_named - _of_2020)
	named.edition.state == "stated"
	startswith(named.edition.value, _asked)
}

# What is not current counts only where nothing current is named beside it.
_stale := {named | some named in (_named - _current); not named.declaration in _with_current}

_with_current := {named.declaration | some named in _current}

_unnamed := {i: state |
	some i, declaration in input.declarations
	not i in _with_named
	state := _without(declaration.standards.state)
}

_with_named := {named.declaration | some named in _named}

_without(state) := "without it" if {
	state == "stated"
} else := state

violation contains {"code": "not_named", "args": {"state": state}, "at": ["declarations", i, "standards"]} if {
	some i, state in _unnamed
	not state in states.told
}

violation contains {
	"code": "edition_missing",
	"args": {"state": named.edition.state},
	"at": ["declarations", named.declaration, "standards", "items", named.row],
} if {
	some named in (_stale - _of_2020)
	named.edition.state in states.missing
}

review contains {"code": "list_declared", "args": {"state": state}, "at": ["declarations", i, "standards"]} if {
	some i, state in _unnamed
	state in states.told
}

review contains {
	"code": "edition_declared",
	"args": {"state": named.edition.state},
	"at": ["declarations", named.declaration, "standards", "items", named.row],
} if {
	some named in (_stale - _of_2020)
	named.edition.state in states.told
}

review contains {
	"code": "edition_2020",
	"args": {},
	"at": ["declarations", named.declaration, "standards", "items", named.row],
} if {
	some named in (_stale & _of_2020)
}

review contains {
	"code": "other_edition",
	"args": {"edition": named.edition.value, "asked": _asked},
	"at": ["declarations", named.declaration, "standards", "items", named.row],
} if {
	some named in (_stale - _of_2020)
	named.edition.state == "stated"
}

basis contains {
	"code": "current",
	"args": {"edition": named.edition.value},
	"at": ["declarations", named.declaration, "standards", "items", named.row],
	"level": "asserted",
} if {
	some named in _current
}

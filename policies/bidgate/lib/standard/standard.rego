# METADATA
# scope: package
# title: Claimed standards
# description: |
#   Looks the standards that declarations claim up in the table of standards, and
#   says who made each, of which kind it is, and how its edition stands on the
#   day of the screening.
package bidgate.lib.standard

_table := data.bidgate.catalog.requirements["conformity.known_standard"].members

# What a reader is told of each kind (OMB A-119 prefers the first two).
_kinds := {
	"voluntary_consensus": "voluntary consensus standard",
	"industry": "industry standard",
	"government": "publication of a government",
	"regulation": "regulation",
}

# What a reader is told of each state of an edition.
_states := {
	"current": "current",
	"in_transition": "in transition to a newer one",
	"superseded": "superseded",
	"draft": "a draft",
	"withdrawn": "withdrawn",
	"other_edition": "not in the table",
}

# METADATA
# description: |
#   One row for each claim. The state is "no_name", "not_known", "no_edition",
#   "withdrawn", "in_transition" (withdrawn from a later day), "current", "draft",
#   "superseded" or "other_edition"; args are those of messages.
claims contains {"i": i, "row": j, "id": _id(i, j), "state": state, "args": object.union(_args(i, j), {"is": object.get(_states, state, "")})} if {
	some i, declaration in input.declarations
	some j, _ in declaration.standards.items
	state := _state(i, j)
}

# METADATA
# description: The row of the table that a claim names; undefined where none does.
known(id) := _table[id].columns

# METADATA
# description: The title of a row of the table.
title(id) := _table[id].title

_args(i, j) := {
	"standard": input.declarations[i].standards.items[j].id.value,
	"edition": input.declarations[i].standards.items[j].edition.value,
	"state": _unstated(i, j),
	"body": object.get(_row(i, j), "body", ""),
	"kind": object.get(_kinds, object.get(_row(i, j), "kind", ""), ""),
	"newest": object.get(_row(i, j), "newest", "not in the table"),
	"until": object.get(_row(i, j), "withdrawn_on", ""),
}

_unstated(i, j) := input.declarations[i].standards.items[j].id.state if {
	input.declarations[i].standards.items[j].id.state != "stated"
} else := input.declarations[i].standards.items[j].edition.state

# The row of the table by each of its names; names are told apart by a test.
_named[name] := id if {
	some id, row in _table
	some name in row.columns.names
}

_id(i, j) := _named[lower(input.declarations[i].standards.items[j].id.value)] if {
	input.declarations[i].standards.items[j].id.state == "stated"
} else := ""

_row(i, j) := _table[_id(i, j)].columns if {
	_table[_id(i, j)]
} else := {}

_state(i, j) := "no_name" if {
	input.declarations[i].standards.items[j].id.state != "stated"
} else := "not_known" if {
	_id(i, j) == ""
} else := "no_edition" if {
	input.declarations[i].standards.items[j].edition.state != "stated"
} else := "withdrawn" if {
	_in(i, j, "withdrawn")
	_row(i, j).withdrawn_on <= input.as_of.text
} else := "in_transition" if {
	_in(i, j, "withdrawn")
} else := "current" if {
	_in(i, j, "current")
} else := "draft" if {
	_in(i, j, "draft")
} else := "superseded" if {
	_in(i, j, "superseded")
} else := "other_edition"

_in(i, j, list) if {
	some beginning in _row(i, j)[list]
	_begins(input.declarations[i].standards.items[j].edition.value, beginning)
}

_begins(_, "*")

_begins(edition, beginning) if startswith(lower(edition), lower(beginning))

# METADATA
# scope: package
# title: Lists of prohibited sources
# description: |
#   Picks out of the buyer's lists the entries under the legal bases that a
#   requirement is about, as far as they are in force on the day of the
#   screening, and says which of them fit a name in the bundle. A fit by name
#   alone is weak.
package bidgate.lib.source_list

# METADATA
# description: Whether the buyer's data has an entry under one of the bases.
covered(bases) if {
	some list in input.sources.lists
	list.legal_basis in bases
	list.entries > 0
}

# METADATA
# description: How many entries the data has under the bases.
entries(bases) := sum([list.entries | some list in input.sources.lists; list.legal_basis in bases])

# METADATA
# description: The fits under the bases that are in force, with what a message says of each.
fits(bases) := {{"at": ["sources", "matches", k], "weak": fit.weak, "args": {
	"name": fit.name,
	"basis": fit.legal_basis,
	"field": replace(fit.field, "_", " "),
	"value": fit.value,
	"alias": fit.alias,
	"by": replace(fit.by, "_", " "),
}} |
	some k, fit in input.sources.matches
	fit.legal_basis in bases
	_in_force(k)
}

_in_force(k) if {
	not _later(k)
	not _past(k)
}

_later(k) if {
	input.sources.matches[k].from.state == "stated"
	input.sources.matches[k].from.value.day > input.as_of.day
}

_past(k) if {
	input.sources.matches[k].until.state == "stated"
	input.sources.matches[k].until.value.day < input.as_of.day
}

# Where a failure is: its places, and the rows of components in them.
package bidgate.lib.exemption

import data.bidgate.lib.finding

# The places of a failure: each row of a list of rows, else the path itself.
# A failed composed finding has one place: itself.
_places(id) := [place |
	some s in finding.findings[id].violations
	some place in _expand(s.at)
] if {
	finding.findings[id].composed_of == []
}

_places(id) := [{"at": ["bundle"], "row": _no_row}] if finding.findings[id].composed_of != []

_expand(at) := [{"at": at, "row": row} | some row in _rows(at)] if _is_list_of_rows(at)

_expand(at) := [{"at": at, "row": _row(at)}] if not _is_list_of_rows(at)

_rows(at) := object.get(input, at, [])

_is_list_of_rows(at) if {
	at[2] == "facts"
	is_array(_rows(at))
	count(_rows(at)) > 0
}

_is_list_of_rows(at) if {
	_of_coverage(at)
	is_array(_rows(at))
	count(_rows(at)) > 0
}

_of_coverage(at) if {
	at[0] == "matches"
	at[2] == "coverage"
}

# A place that is on no component has no row; the subject of an SBOM has -1.
_no_row := -2

_row(at) := at[2] if {
	at[0] == "components"
	is_number(at[2])
} else := object.get(input, array.concat(array.slice(at, 0, 4), ["row"]), _no_row) if {
	at[0] == "matches"
	at[2] in _matched
} else := object.get(input, at, _no_row) if {
	_of_coverage(at)
} else := _source(at).row if {
	at[0] == "sources"
} else := _no_row

# The tables of matches whose rows name a component. The matches with the
# buyer's data are read along the path only, so that a profile that does not
# ask for them does not have them in its input.
_matched := {"vulnerabilities", "lifecycle"}

_source(at) := object.get(input, array.slice(at, 0, 3), _no_source)

_no_source := {"table": "", "index": -1, "row": _no_row}

# The names in an SBOM that are those of its subject; the others are of its
# authors.
_of_subject := {"supplier", "manufacturer", "purl", "cpe", "name"}

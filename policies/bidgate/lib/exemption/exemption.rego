# METADATA
# scope: package
# title: Exceptions and determinations
# description: |
#   Applies the buyer's recorded exceptions and determinations to the findings.
#   Neither hides anything: the status stays, the outcome says what it counts as.
package bidgate.lib.exemption

import data.bidgate.lib.finding
import data.bidgate.lib.statement

# METADATA
# description: Every finding by id, with its outcome and what was applied to it.
findings := finding.findings if {
	count(_applying) == 0
	count(_in_force) == 0
} else := {id: object.union(found, {
	"outcome": _outcome(id, found),
	"exception": object.get(_exceptions, id, _none),
	"determination": object.get(_determinations, id, _undetermined),
}) |
	some id, found in finding.findings
}

# Each exception's state on the day decided for.
exceptions := [{"state": _state(i), "used": i in _used} | some i, _ in input.exceptions]

determinations := [{"used": i in _used_determinations} | some i, _ in input.determinations]

_state(i) := "other_offer" if {
	not input.exceptions[i].applies
} else := "not_yet" if {
	input.exceptions[i].from.day > input.as_of.day
} else := "expired" if {
	input.exceptions[i].until.day < input.as_of.day
} else := "in_force"

_used := {i |
	some applied in _exceptions
	some i in applied.exceptions
}

_used_determinations := {applied.determination | some applied in _determinations}

# What a finding counts as: met, not_applicable, not_met, excused, open or error.
_outcome(id, found) := {"error": "error", "pass": "met", "not_applicable": "not_applicable"}[found.status] if {
	not found.status in {"fail", "review", "not_supplied"}
} else := "met" if {
	_determinations[id].outcome == "met"
} else := "met" if {
	_parts_met(found)
} else := "excused" if {
	_exceptions[id].excuses
} else := "excused" if {
	_parts_excuse(found)
} else := "not_met" if {
	found.status == "fail"
} else := "not_met" if {
	_determinations[id].outcome == "not_met"
} else := "open"

# A composed finding is settled when each part that stands in its way is: met
# where a person found each of them met, else excused.
_parts_met(found) if {
	found.composed_of != []
	bad := _in_the_way(found)
	count(bad) > 0
	met := [part |
		some part in bad
		_determinations[part].outcome == "met"
	]
	count(met) == count(bad)
}

_parts_excuse(found) if {
	found.composed_of != []
	bad := _in_the_way(found)
	count(bad) > 0
	settled := [part |
		some part in bad
		_settled(part)
	]
	count(settled) == count(bad)
}

_in_the_way(found) := [part.id |
	some part in found.composed_of
	not part.status in {"pass", "not_applicable"}
]

_settled(id) if _determinations[id].outcome == "met"

_settled(id) if _exceptions[id].excuses

# Determinations settle only what a person must look at or what was not supplied;
# one that says "not met" goes before one that says "met".
_determinations := {id: applied |
	count(_applying) > 0
	some id, found in finding.findings
	found.status in {"review", "not_supplied"}
	fitting := [{"determination": i, "outcome": input.determinations[i].outcome} |
		some i in _applying
		input.determinations[i].requirement == found.requirement
		input.determinations[i].member in {"", found.member}
	]
	some applied in _before(fitting)
}

# The first of those that go before the others, in a list of one.
_before(fitting) := array.slice([f | some f in fitting; f.outcome == "not_met"], 0, 1) if {
	some f in fitting
	f.outcome == "not_met"
} else := array.slice(fitting, 0, 1)

_undetermined := {"determination": -1, "outcome": ""}

_applying := [i |
	some i, determination in input.determinations
	determination.applies
	determination.date.day <= input.as_of.day
]

# Exceptions cover a failure place by place; doubt and absence as a whole.
_exceptions := {id: applied |
	count(_in_force) > 0
	some id, found in finding.findings
	found.status in {"fail", "review", "not_supplied"}
	fitting := [i |
		some i in _in_force
		input.exceptions[i].requirement == found.requirement
		input.exceptions[i].member in {"", found.member}
	]
	fitting != []
	applied := _exception(id, found.status, fitting)
}

_none := {"exceptions": [], "covered": 0, "places": 0, "excuses": false}

_exception(id, status, fitting) := {
	"exceptions": fitting,
	"covered": covered,
	"places": total,
	"excuses": covered == total,
} if {
	status == "fail"
	counted := [_covered(place, fitting) | some place in _places(id)]
	total := count(counted)
	covered := count([1 | some is_covered in counted; is_covered])
}

_exception(_, status, fitting) := {
	"exceptions": fitting,
	"covered": covered,
	"places": 1,
	"excuses": covered == 1,
} if {
	status != "fail"
	whole := [i | some i in fitting; not input.exceptions[i].limited_to_document; not input.exceptions[i].limited_to_components]
	covered := min([count(whole), 1])
}

_in_force := [i |
	some i, _ in input.exceptions
	_state(i) == "in_force"
]

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

_covered(place, fitting) if {
	some i in fitting
	_within_document(i, place.at)
	_within_components(i, place.at, place.row)
} else := false

_within_document(i, _) if not input.exceptions[i].limited_to_document

_within_document(i, at) if {
	input.exceptions[i].limited_to_document
	_document(at) in input.exceptions[i].documents
}

_document(at) := input[table][at[1]].document if {
	some table in ["sboms", "threat_models", "declarations", "attestations", "vex", "lifecycle", "attachments"]
	at[0] in statement.tables[table]
}

_document(at) := at[2] if {
	at[0] == "bundle"
	at[1] == "documents"
}

_document(at) := object.get(input, [_document_table(source.table), source.index, "document"], -1) if {
	at[0] == "sources"
	source := _source(at)
}

_document(at) := object.get(input, ["declarations", object.get(input, array.concat(array.slice(at, 0, 2), ["declaration"]), -1), "document"], -1) if {
	at[0] == "certificates"
}

_document_table(table) := "sboms" if {
	table == "components"
} else := table

_within_components(i, _, _) if not input.exceptions[i].limited_to_components

_within_components(i, at, row) if {
	input.exceptions[i].limited_to_components
	_of_components(at)
	row in input.exceptions[i].rows[_sbom(at)]
}

_sbom(at) := _source(at).index if {
	at[0] == "sources"
} else := at[1]

_of_components(at) if at[0] == "components"

_of_components(at) if {
	at[0] == "matches"
	at[2] in (_matched | {"coverage"})
}

_of_components(at) if {
	at[0] == "sources"
	_source(at).table == "components"
}

_of_components(at) if {
	at[0] == "sources"
	_source(at).table == "sboms"
	_source(at).field in _of_subject
}

_of_components(at) if {
	at[0] == "sboms"
	at[2] == "facts"
	startswith(at[3], "component_")
}

_of_components(at) if {
	at[0] == "sboms"
	at[3] in {"duplicate_refs", "graph"}
	at[count(at) - 1] in {"duplicate_refs", "orphans"}
}

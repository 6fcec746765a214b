# How far an exception reaches: which documents and components it covers.
package bidgate.lib.exemption

import data.bidgate.lib.statement

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

# What other findings on the SBOM list already, and is not listed again.
package bidgate.requirement.sbom.each_component

import data.bidgate.lib.coverage

_ranks := {"info": 0, "minor": 1, "major": 2, "blocking": 3}

# One finding weighs no less than another, so that leaving out more never pays.
_weighs(id, other) if {
	not input.profile.requirements[id].part_only
	_ranks[input.profile.requirements[id].severity] >= _ranks[input.profile.requirements[other].severity]
}

_row(member) := concat(".", ["sbom.each_component", member])

# Where a requirement on a share fails, for it lists the components itself.
_short contains {"i": i, "field": field, "by": concat(".", ["sbom", field])} if {
	some field, _ in _filled
	min_share := input.parameters.sbom[field].min_share
	some i, "short" in coverage.outcomes({i: _fact(i, field) | some i, _ in input.sboms}, min_share)
	not [i, field] in _by_producer
}

# The requirement on suppliers looks at producers where more of these are stated,
# and lists no supplier then.
_by_producer := {[i, "component_supplier"] |
	some i, sbom in input.sboms
	sbom.facts.component_producer.software.stated > sbom.facts.component_supplier.software.stated
}

_short_by := {[short.i, short.field]: short.by | some short in _short}

_fact(i, field) := _identifier(i) if field == "component_identifier"

_fact(_, field) := [field, "software"] if field != "component_identifier"

# What other findings list, and which ones do.
_listed contains {"i": short.i, "member": member, "by": short.by} if {
	some short in _short
	member := _filled[short.field]
	member in {"name", "version", "identifier"}
	_weighs(short.by, _row(member))
}

_listed contains {"i": i, "member": "dependency", "by": "sbom.dependency_references"} if {
	max_share := input.parameters.sbom.dependency_references.max_share
	some i, sbom in input.sboms
	sbom.facts.graph.dangling_references > max_share * sbom.facts.graph.edges
	_weighs("sbom.dependency_references", _row("dependency"))
}

_listed contains {"i": i, "member": "licence", "by": "sbom.licences_valid"} if {
	max_share := input.parameters.sbom.licences_valid.max_share
	some i, sbom in input.sboms
	tally := sbom.facts.fields.licence_spdx.software
	tally.invalid > max_share * (tally.stated + tally.invalid)
	_weighs("sbom.licences_valid", _row("licence"))
}

_listed contains {"i": i, "member": "value", "by": by} if {
	some i, _ in input.sboms
	fields := {placeholder.field | some placeholder in _placeholders_of[i]}
	tellers := {field: by | some field in fields; by := _teller(i, field)}
	count(tellers) == count(fields)
	some by in tellers
}

_placeholders contains {"i": i, "field": field, "n": n} if {
	some i, sbom in input.sboms
	some field, _ in _filled
	n := count(sbom.facts[field].all.placeholder)
	n > 0
}

_placeholders_of := {i: found |
	some i, _ in input.sboms
	found := {placeholder | some placeholder in _placeholders; placeholder.i == i}
	count(found) > 0
}

# SBOMs with more placeholders than the requirement on them lets through.
_many contains i if {
	max_share := input.parameters.sbom.placeholders.max_share
	some i, sbom in input.sboms
	n := sum([p.n | some p in _placeholders_of[i]])
	n > max_share * (n + sum([sbom.facts[field].all.stated | some field, _ in _filled]))
}

# The finding that lists the placeholders of a field already.
_teller(i, field) := "sbom.placeholders" if {
	i in _many
	_weighs("sbom.placeholders", _row("value"))
} else := by if {
	by := _short_by[[i, field]]
	_weighs(by, _row("value"))
} else := _row(member) if {
	member := _filled[field]
	member in {"name", "version", "identifier"}
	count(coverage.share(i, _fact(i, field)).placeholder) > 0
	_weighs(_row(member), _row("value"))
}

_tells(i, member) if [i, member] in _told

_told := {[listed.i, listed.member] | some listed in _listed}

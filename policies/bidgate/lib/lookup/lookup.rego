# METADATA
# scope: package
# title: Look-ups in buyer data
# description: |
#   Says of each SBOM how many of the delivered components could be looked up in
#   the buyer's data, and why the others could not. A component that was not
#   looked up is never clean. Kinds are "advisory" and "lifecycle".
package bidgate.lib.lookup

# METADATA
# description: How many components each SBOM delivers, and how they were looked up, by kind.
counted := {
	"advisory": {i: {
		"total": found.coverage.total,
		"by": {
			"looked_up": count(found.coverage.advisory.looked_up),
			"by_name": count(found.coverage.advisory.by_name),
			"no_identifier": count(found.coverage.advisory.no_identifier),
			"no_version": count(found.coverage.advisory.no_version),
			"bad_version": count(found.coverage.advisory.bad_version),
			"not_covered": count(found.coverage.advisory.not_covered),
		},
	} |
		some i, found in input.matches
	},
	"lifecycle": {i: {
		"total": found.coverage.total,
		"by": {
			"looked_up": count(found.coverage.lifecycle.looked_up),
			"by_name": count(found.coverage.lifecycle.by_name),
			"no_identifier": count(found.coverage.lifecycle.no_identifier),
			"no_version": count(found.coverage.lifecycle.no_version),
			"bad_version": count(found.coverage.lifecycle.bad_version),
			"not_covered": count(found.coverage.lifecycle.not_covered),
		},
	} |
		some i, found in input.matches
	},
}

# METADATA
# description: |
#   The ways of a look that count. One by CPE or name alone is weaker, and counts
#   where the buyer takes it.
ways(by_name) := {"looked_up", "by_name"} if by_name

ways(by_name) := {"looked_up"} if not by_name

# METADATA
# description: SBOMs of which enough components were looked up, and at least one was.
enough(kind, min_share, by_name) := {i: {"looked_up": reached, "total": counts.total} |
	some i, counts in counted[kind]
	reached := sum([n | some way, n in counts.by; way in ways(by_name)])
	reached > 0
	reached >= min_share * counts.total
}

# METADATA
# description: SBOMs of which too few components were looked up, with each way in which they were not.
gaps(kind, min_share, by_name) := {gap |
	looked_up := object.keys(enough(kind, min_share, by_name))
	some i, counts in counted[kind]
	not i in looked_up
	some way, n in counts.by
	not way in ways(by_name)
	n > 0
	gap := {"i": i, "way": way, "n": n, "total": counts.total, "at": ["matches", i, "coverage", kind, way]}
}

# METADATA
# description: SBOMs of which too few components were looked up, with the number that was not.
short(kind, min_share, by_name) := {{"i": i, "n": n, "total": counts.total} |
	looked_up := object.keys(enough(kind, min_share, by_name))
	some i, counts in counted[kind]
	not i in looked_up
	counts.total > 0
	n := counts.total - sum([n | some way, n in counts.by; way in ways(by_name)])
}

# METADATA
# description: SBOMs that deliver no software, so that nothing can be looked up.
nothing := {i |
	some i, sbom in input.sboms
	sbom.facts.components.third_party + count(sbom.facts.components.first_party) == 0
}

# METADATA
# description: |
#   SBOMs with components on which the buyer's advisories have records that
#   cannot be compared with a version, such as those that give only commits.
#   Whether they are about the component is not known, so it is not clean.
blind := {{"n": n, "at": ["matches", i, "coverage", "blind", "rows"]} |
	some i, found in input.matches
	n := found.coverage.blind.records
	n > 0
}

# METADATA
# description: How many records would have matched, and were withdrawn by their source.
withdrawn(i) := input.matches[i].coverage.withdrawn.records

# METADATA
# description: The data sets of these kinds with their dates and how many records they have, as a pass names them.
sets(kinds) := sort([sprintf("%s (%s)", [trim_space(sprintf("%s %s", [data_set.name, data_set.date.text])), _records(data_set.records)]) |
	some data_set in input.data_sets
	data_set.kind in kinds
])

_records(n) := "1 record" if n == 1

_records(n) := sprintf("%d records", [n]) if n != 1

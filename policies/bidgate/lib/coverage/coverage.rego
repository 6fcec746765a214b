# METADATA
# scope: package
# title: Coverage
# description: |
#   Judges how far the components of each SBOM state a field. A fact is named by
#   its field and population, as in ["component_version", "software"]. Of the
#   values that are not stated, those declared unknown or withheld, and those
#   that the format cannot say, are told: an honest answer.
package bidgate.lib.coverage

import data.bidgate.lib.states

# METADATA
# description: |
#   One of "empty" (nobody to ask), "met" (enough state it), "told" (enough
#   state it or say that they cannot) and "short" (too few do either).
outcome(total, stated, told, min_share) := "empty" if {
	total == 0
} else := "met" if {
	stated > 0
	stated >= min_share * total
} else := "told" if {
	stated + told >= min_share * total
} else := "short"

# METADATA
# description: What the components in row i of the SBOMs state of a fact.
share(i, fact) := input.sboms[i].facts.component_name.software if {
	fact == ["component_name", "software"]
} else := input.sboms[i].facts.component_version.software if {
	fact == ["component_version", "software"]
} else := input.sboms[i].facts.component_identifier.software if {
	fact == ["component_identifier", "software"]
} else := input.sboms[i].facts.component_firmware_identifier.software if {
	fact == ["component_firmware_identifier", "software"]
} else := input.sboms[i].facts.component_producer.software if {
	fact == ["component_producer", "software"]
} else := input.sboms[i].facts.component_supplier.software if {
	fact == ["component_supplier", "software"]
} else := input.sboms[i].facts.component_hash.software if {
	fact == ["component_hash", "software"]
} else := input.sboms[i].facts.component_hash.executable if {
	fact == ["component_hash", "executable"]
} else := input.sboms[i].facts.component_licence.software if {
	fact == ["component_licence", "software"]
}

# METADATA
# description: The fact that each SBOM is judged by, where it is the same for all.
every_sbom(fact) := {i: fact | some i, _ in input.sboms}

# METADATA
# description: The outcome for each SBOM, by the fact that it is judged by.
outcomes(facts, min_share) := {i: result |
	some i, fact in facts
	counted := share(i, fact)
	told := (count(counted.unknown) + count(counted.withheld)) + counted.unsupported
	result := outcome(counted.total, counted.stated, told, min_share)
}

# METADATA
# description: SBOMs that list nothing, neither components nor services.
listing_nothing := {i |
	some i, sbom in input.sboms
	sbom.facts.components.all == 0
	sbom.facts.services == 0
}

# METADATA
# description: SBOMs that list something, and nothing that the fact is asked of.
asking_nobody(facts) := {{"i": i, "components": listed.components.all, "services": listed.services} |
	some i, fact in facts
	share(i, fact).total == 0
	not i in listing_nothing
	listed := input.sboms[i].facts
}

# METADATA
# description: The ways in which too many components do not state the fact.
missing(facts, min_share) := _groups(facts, min_share, "short", states.missing)

# METADATA
# description: The ways in which components tell that they do not state the fact, where that fills the gap.
declared(facts, min_share) := _groups(facts, min_share, "told", {"unknown", "withheld"})

_groups(facts, min_share, judged, wanted) := {group |
	some i, result in outcomes(facts, min_share)
	result == judged
	counted := share(i, facts[i])
	some state in wanted
	n := count(counted[state])
	n > 0
	group := {"n": n, "total": counted.total, "state": state, "at": array.concat(_at(i, facts[i]), [state])}
}

_at(i, fact) := array.concat(["sboms", i, "facts"], fact)

# METADATA
# description: SBOMs whose format has no place for the fact, where that fills the gap.
unsupported(facts, min_share) := {{"i": i, "n": counted.unsupported, "total": counted.total} |
	some i, "told" in outcomes(facts, min_share)
	counted := share(i, facts[i])
	counted.unsupported > 0
}

# METADATA
# description: SBOMs of which enough components state the fact.
met(facts, min_share) := {{"i": i, "stated": counted.stated, "total": counted.total} |
	some i, "met" in outcomes(facts, min_share)
	counted := share(i, facts[i])
}

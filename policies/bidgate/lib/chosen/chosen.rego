# METADATA
# scope: package
# title: What is chosen
# description: |
#   What follows from the profile, the day and the catalogue alone, whatever the
#   bundle holds. No rule here reads anything else of the input, so that a
#   program that screens many bundles by one profile works it out once.
package bidgate.lib.chosen

# METADATA
# description: What every finding says of itself, whatever is found, by its id.
heads := {id: {
	"id": id,
	"requirement": selected.requirement,
	"member": selected.member,
	"severity": selected.severity,
	"level_needed": selected.level,
	"part_only": selected.part_only,
	"advisory": selected.requirement in advisory,
} |
	advisory := _advisory
	some id, selected in input.profile.requirements
}

# METADATA
# description: The requirements that are selected, by a finding of theirs at least.
requirements := {selected.requirement | some selected in input.profile.requirements}

# METADATA
# description: What the catalogue has of them; the rest of it is not read.
entries := {rid: entry |
	some rid in requirements
	entry := data.bidgate.catalog.requirements[rid]
}

# METADATA
# description: Those that are not in the catalogue.
unknown := requirements - object.keys(entries)

# METADATA
# description: Those with rules, and the two steps of their package.
ruled := {rid: split(rid, ".") |
	some rid, entry in entries
	entry.composed_of == []
}

# METADATA
# description: Those that only fold others, with what they name.
composes := {rid: entry.composed_of |
	some rid, entry in entries
	entry.composed_of != []
}

# METADATA
# description: The findings of those, with what they name.
folds := {id: named |
	some id, head in heads
	named := composes[head.requirement]
}

# METADATA
# description: The findings of each requirement, gathered in one pass.
findings := {rid: ids |
	some rid in requirements
	ids := {id |
		some id, head in heads
		head.requirement == rid
	}
}

# METADATA
# description: |
#   What each finding with rules needs and is asked over: many need the same, so
#   that what there is of it is worked out once for all of them.
asks := {id: asks_of[head.requirement] |
	asks_of := {rid: {"evidence": entry.evidence, "over": entry.over} |
		some rid, entry in entries
		entry.composed_of == []
	}
	some id, head in heads
}

# METADATA
# description: Requirements with members.
tables := {rid |
	some rid, entry in entries
	entry.members != {}
}

# METADATA
# description: Findings of requirements with members, and of which member they are.
parts := {id: [head.requirement, head.member] |
	some id, head in heads
	head.requirement in tables
}

# Outside its dates a requirement only advises.
_advisory := {rid |
	some rid, entry in entries
	entry.effective_from.set
	input.as_of.day < entry.effective_from.day
} | {rid |
	some rid, entry in entries
	entry.effective_to.set
	input.as_of.day > entry.effective_to.day
}

# METADATA
# description: Findings that weigh, in force and not only there to be folded.
weighing := {id |
	some id, head in heads
	not head.advisory
	not head.part_only
}

# METADATA
# description: Those that reject where they are not met.
rejecting := {id |
	severities := _at_or_above[input.profile.reject_at]
	some id, head in heads
	head.severity in severities
} & weighing

# METADATA
# description: Those that must be clear.
clarifying := {id |
	severities := _at_or_above[input.profile.clarify_at]
	some id, head in heads
	head.severity in severities
} & weighing

# METADATA
# description: Those that tell of the bundle, and not of the screening itself.
telling := {id |
	some id in weighing
	not startswith(id, "screening.")
}

_at_or_above := {
	"blocking": {"blocking"},
	"major": {"blocking", "major"},
	"minor": {"blocking", "major", "minor"},
	"info": {"blocking", "major", "minor", "info"},
}

# METADATA
# scope: package
# title: Threats to what a row is about
# description: |
#   Finds the threats of the models that are about a row of a table, by kinds of
#   threat and words (columns kinds and patterns), or by weaknesses (column
#   weaknesses).
package bidgate.lib.concern

import data.bidgate.lib.states

# METADATA
# description: |
#   One row for each member of the requirement and threat that is about it, with
#   how the threat stands. One that does not say how it stands counts as open.
threats(requirement) := by_words | by_weakness if {
	members := data.bidgate.catalog.requirements[requirement].members
	by_words := {{"member": member, "threat": threat.key, "status": _status(threat.status.state, threat.status.value)} |
		some member, row in members
		some model in input.threat_models
		some threat in model.threats.items
		count({category.name.value | some category in threat.categories.items} & {kind | some kind in row.columns.kinds}) > 0
		some pattern in row.columns.patterns
		regex.match(pattern, lower(concat(" ", [threat.title.value, threat.statement.value])))
	}
	by_weakness := {{"member": member, "threat": threat.key, "status": _status(threat.status.state, threat.status.value)} |
		some member, row in members
		some model in input.threat_models
		some threat in model.threats.items
		count({upper(weakness) | some weakness in threat.weaknesses.items} & {weakness | some weakness in row.columns.weaknesses}) > 0
	}
}

_status(state, value) := "open" if {
	state in states.missing
} else := value

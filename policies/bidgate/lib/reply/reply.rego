# METADATA
# scope: package
# title: Replies to questionnaires
# description: |
#   Finds the answers of declarations to each row of a table-driven requirement:
#   answers to the row's own id or one of its other ids (column also), else those
#   to its family, without regard to case. A clause that nobody answers has a row
#   of its own.
package bidgate.lib.reply

import data.bidgate.lib.states

# METADATA
# description: |
#   One row for each answer to a member of the requirement, and for each member
#   that a declaration does not answer. The outcome is "met", "does_not_apply",
#   "not_met", "unanswered", "no_status", "no_statement", "no_reason", "partial",
#   "partial_with_plan", "unknown" or "untold"; args are those of its message.
of(requirement) := (own | inherited) | unanswered if {
	own := _said(_names(requirement))
	answered := {[row.i, row.member] | some row in own}
	inherited := {row | some row in _said(_families(requirement)); not [row.i, row.member] in answered}
	heard := answered | {[row.i, row.member] | some row in inherited}
	unanswered := {row |
		some i, _ in input.declarations
		some member in object.keys(data.bidgate.catalog.requirements[requirement].members)
		not [i, member] in heard
		row := {"i": i, "member": member, "outcome": "unanswered", "args": {}, "at": ["declarations", i], "level": "asserted"}
	}
}

# METADATA
# description: |
#   Answers to clauses of other standards that count for members of the
#   requirement, as its rows list them: declaration, member and answer.
under_others(requirement) := {[i, member, a] |
	others := {[lower(name), id] |
		some id, row in data.bidgate.catalog.requirements[requirement].members
		some name in object.get(row.columns, "also", [])
	}
	some i, declaration in input.declarations
	some a, answer in declaration.answers
	some [name, member] in others
	lower(answer.requirement.value) == name
}

# METADATA
# description: |
#   The worst answer counts: declarations and members with an answer that is
#   neither met nor not applicable with a reason.
worse(rows) := {[row.i, row.member] |
	some row in rows
	not row.outcome in {"met", "does_not_apply"}
}

# METADATA
# description: What an answer comes to.
outcome(i, a) := "no_status" if {
	input.declarations[i].answers[a].status.state in states.missing
} else := "untold" if {
	input.declarations[i].answers[a].status.state in states.told
} else := _needing(input.declarations[i].answers[a].statement.state, "met", "no_statement") if {
	input.declarations[i].answers[a].status.value == "met"
} else := _needing(input.declarations[i].answers[a].justification.state, "does_not_apply", "no_reason") if {
	input.declarations[i].answers[a].status.value == "not_applicable"
} else := "partial_with_plan" if {
	input.declarations[i].answers[a].status.value == "partial"
	input.declarations[i].answers[a].plan.state == "stated"
	input.declarations[i].answers[a].due.state == "stated"
} else := input.declarations[i].answers[a].status.value

# METADATA
# description: How strong an answer is; a document of the stated digest in the bundle is evidence.
level(i, a) := "evidenced" if {
	some proof in input.declarations[i].answers[a].evidence
	proof.outcome == "same"
} else := "asserted"

_needing(state, with_text, _) := with_text if state == "stated"

_needing(state, _, _) := "untold" if state in states.told

_needing(state, _, without) := without if state in states.missing

# Members by the ids, in lower case, that an answer to them may have. Few have
# other ids than their own.
_names(requirement) := named if {
	members := data.bidgate.catalog.requirements[requirement].members
	own := {lower(id): {id} | some id, _ in members}
	others := {[lower(name), id] | some id, row in members; some name in object.get(row.columns, "also", [])}
	also := {name: {id | some [n, id] in others; n == name} | some [name, _] in others}
	named := {name: ids |
		some name in (object.keys(own) | object.keys(also))
		ids := object.get(own, name, set()) | object.get(also, name, set())
	}
}

_families(requirement) := {lower(family): members |
	some family in {row.family | some row in data.bidgate.catalog.requirements[requirement].members}
	members := {id | some id, row in data.bidgate.catalog.requirements[requirement].members; row.family == family}
}

_said(names) := {row |
	some i, declaration in input.declarations
	some a, answer in declaration.answers
	some member in names[lower(answer.requirement.value)]
	row := {
		"i": i,
		"member": member,
		"outcome": outcome(i, a),
		"args": _args(i, a),
		"at": ["declarations", i, "answers", a],
		"level": level(i, a),
	}
}

# The day of a plan, where there is one, and the state of the answer.
_args(i, a) := {
	"state": input.declarations[i].answers[a].status.state,
	"due": input.declarations[i].answers[a].due.value.day,
}

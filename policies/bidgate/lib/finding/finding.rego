# METADATA
# scope: package
# title: Findings
# description: |
#   Gives every selected finding its status. A pass needs a basis for every
#   subject that speaks; silence, absence and doubt end as review or
#   not_supplied.
package bidgate.lib.finding

import data.bidgate.lib.chosen
import data.bidgate.lib.statement
import data.bidgate.lib.supply

# METADATA
# description: |
#   Every finding by id, composed ones included, with the outcome that it has
#   where nobody has recorded anything.
findings := object.union(_simple, _composed)

# What leads to the status of a requirement with rules, by finding id.
_simple := object.union(object.union(_quiet, _heard), _faulty)

# Findings of which no rule spoke: one thing is said of all that ask the same.
_quiet := {id: object.union(heads[id], silences[ask]) |
	heads := chosen.heads
	silences := _silences
	some id, ask in object.remove(chosen.asks, object.keys(statement.by_finding) | object.keys(_errors))
}

_silences := {ask: object.union(_nothing, {
	"status": status,
	"outcome": "open",
	"not_supplied": there.missing,
	"notes": [note |
		status == "review"
		some note in sort(_document_notes(there) | _silent_notes(ask.over, there, there.subjects))
	],
}) |
	some ask, there in supply.by_ask
	status := {true: "review", false: "not_supplied"}[there.missing == []]
}

# Findings of which a rule spoke.
_heard := {id: object.union(heads[id], {
	"status": status,
	"outcome": outcomes[status],
	"errors": [],
	"violations": object.get(said, "violation", []),
	"basis": basis,
	"reviews": object.get(said, "review", []),
	"not_applicable": object.get(said, "not_applicable", []),
	"notes": object.get(notes, id, []),
	"not_supplied": needs[asks[id]].missing,
	"composed_of": [],
	"level": weakest[{s.level | some s in basis}],
	"exception": exception,
	"determination": determination,
}) |
	# Names of this rule's own: each look at another rule's value takes a
	# microsecond, as does a step, and this is done for each finding.
	asks := chosen.asks
	heads := chosen.heads
	needs := supply.by_ask
	notes := _notes
	outcomes := _outcomes
	weakest := _weakest
	exception := _nothing.exception
	determination := _nothing.determination
	statuses := _statuses
	some id, said in object.remove(statement.by_finding, _contradicts)
	status := object.get(statuses, id, "review")
	basis := object.get(said, "basis", [])
}

# Findings that could not be judged.
_faulty := {id: object.union_n([chosen.heads[id], _nothing, {"status": "error", "outcome": "error", "errors": errors}]) |
	some id, errors in _errors
}

_nothing := {
	"errors": [],
	"violations": [],
	"basis": [],
	"reviews": [],
	"not_applicable": [],
	"notes": [],
	"not_supplied": [],
	"composed_of": [],
	"level": "",
	"exception": {"exceptions": [], "covered": 0, "places": 0, "excuses": false},
	"determination": {"determination": -1, "outcome": ""},
}

# What a status counts as where nobody has recorded anything.
_outcomes := {"error": "error", "pass": "met", "not_applicable": "not_applicable", "fail": "not_met", "review": "open", "not_supplied": "open"}

# Errors of the requirement, and of a finding alone: one subject that has both
# a basis and a violation.
_errors := object.union({id: ["basis_and_violation"] | some id in _contradicts}, {id: errors |
	statement.errors != {}
	some id, head in chosen.heads
	errors := statement.errors[head.requirement]
})

# The status of each finding of which a rule spoke.
_statuses := object.union(_plain, {id: status |
	some id, _ in _unsettled
	status := _weighed(id)
})

_weighed(id) := _status(id, _judged[id])

_weighed(id) := "not_supplied" if not _judged[id]

# Most findings are plain: one rule alone spoke, and of every subject, and
# nothing that is needed is missing or in doubt. The others are weighed.
_plain := {id: status |
	asks := chosen.asks
	expected := supply.expected
	some id, said in statement.by_finding
	count(said) == 1
	some rule, statements in said
	expected[asks[id]] - {s.at[1] | some s in statements} == set()
	status := _alone(id, rule, {s.level | some s in statements})
}

# The status of a finding by the one rule that spoke of it.
_alone(_, "violation", _) := "fail"

_alone(_, "review", _) := "review"

_alone(id, "basis", levels) := "pass" if _ranks[_weakest[levels]] >= _ranks[chosen.heads[id].level_needed]

_alone(_, "not_applicable", levels) := "not_applicable" if not "asserted" in levels

_alone(id, "not_applicable", _) := "not_applicable" if input.profile.requirements[id].accept_not_applicable

# Subjects that the rules of each other finding spoke of; the bundle is subject 0.
_spoken := object.union(
	{id: {rule: {0 | some _ in statements} | some rule, statements in said} |
		some id, said in _unsettled
		chosen.asks[id].over == "bundle"
	},
	{id: {rule: {s.at[1] | some s in statements} | some rule, statements in said} |
		some id, said in _unsettled
		chosen.asks[id].over != "bundle"
	},
)

_unsettled := {id: object.union(_silence, said) | some id, said in object.remove(statement.by_finding, _plain)}

_silence := {"violation": [], "basis": [], "review": [], "not_applicable": []}

# Findings that have both a basis and a violation for one subject.
_contradicts := {id |
	some id, by in _spoken
	by.basis & by.violation != set()
}

# Whether what each of them needs is there, and what there is of it.
_judged := {id: there |
	some id, _ in _unsettled
	there := supply.by_ask[chosen.asks[id]]
	there.missing == []
}

# Subjects of which no rule of the finding spoke.
_silent := {id: silent |
	some id, there in _judged
	silent := there.subjects - union({subjects | some subjects in _spoken[id]})
}

# The order of design section 5, but for what is not supplied and for what is
# plain, such as one that does not apply; the first that holds is the status.
_status(id, there) := "review" if {
	count(there.candidates) > 0
} else := "fail" if {
	count(_spoken[id].violation) > 0
} else := "review" if {
	count(there.unreadable) > 0
} else := "review" if {
	count(_spoken[id].review) > 0
} else := "review" if {
	count(_silent[id]) > 0
} else := "review" if {
	id in _weak
} else := "review" if {
	_on_word_alone[id]
} else := "pass" if {
	count(_spoken[id].basis) > 0
	_spoken[id].basis | _spoken[id].not_applicable == there.subjects
}

_ranks := {"": 0, "asserted": 1, "evidenced": 2, "verified": 3}

# The weakest of the levels that statements have, by what levels they are.
_weakest := {levels: level |
	some level, several in {
		"": [set()],
		"asserted": [{"asserted"}, {"asserted", "evidenced"}, {"asserted", "verified"}, {"asserted", "evidenced", "verified"}],
		"evidenced": [{"evidenced"}, {"evidenced", "verified"}],
		"verified": [{"verified"}],
	}
	some levels in several
}

# Findings with a basis that is weaker than the profile asks.
_weak := {id |
	some id, said in _unsettled
	some s in said.basis
	_ranks[s.level] < _ranks[chosen.heads[id].level_needed]
}

# Statements that a requirement does not apply which rest on the vendor's word,
# where the profile does not take it.
_on_word_alone := {id: statements |
	some id, said in _unsettled
	not input.profile.requirements[id].accept_not_applicable
	statements := [s | some s in said.not_applicable; s.level == "asserted"]
	statements != []
}

# What the decision itself has to say about a finding, beside the statements.
_notes := {id: sort(notes) |
	some id, there in _judged
	notes := (_document_notes(there) | _silent_notes(chosen.asks[id].over, there, _silent[id])) | _level_notes(id)
}

_document_notes(there) := {note |
	some code in ["candidate", "unreadable"]
	some row in there[_rows_of[code]]
	note := {"code": code, "args": {}, "at": ["bundle", "documents", row]}
}

_rows_of := {"candidate": "candidates", "unreadable": "unreadable"}

_silent_notes(over, there, silent) := {{"code": "silent", "args": {}, "at": _at(over, subject)} |
	there.candidates == set()
	some subject in silent
}

_at(over, subject) := {true: ["bundle"], false: [over, subject]}[over == "bundle"]

_level_notes(id) := _weak_notes(id) | {note |
	some s in object.get(_on_word_alone, id, [])
	note := {"code": "word_alone", "args": {}, "at": s.at}
}

# No comprehension here asks whether a finding is weak: of a comprehension in a
# function, OPA makes an index over the argument, and cannot then ask.
_weak_notes(id) := {{"code": "weak_basis", "at": ["bundle"], "args": {
	"level": _weakest[{s.level | some s in _unsettled[id].basis}],
	"needed": chosen.heads[id].level_needed,
}}} if {
	id in _weak
} else := set()

# Composed requirements fold the findings that they name.
_composed := {id: object.union_n([heads[id], _nothing, {
	"status": status,
	"outcome": _outcomes[status],
	"composed_of": parts,
	"level": _weakest[{part.level | some part in parts; part.level != ""}],
}]) |
	heads := chosen.heads
	some id, named in chosen.folds
	parts := [{"id": part, "status": _simple[part].status, "level": _simple[part].level} | some part in sort(_parts(named))]
	status := _fold(parts)
}

# A table-driven part stands for all its members.
_parts(named) := [id |
	some requirement in {part | some part in named}
	some id in chosen.findings[requirement]
]

_fold(parts) := [status | some status in _order; status in {part.status | some part in parts}][0] if {
	count(parts) > 0
} else := "review"

_order := ["error", "fail", "not_supplied", "review", "pass", "not_applicable"]

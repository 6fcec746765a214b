# METADATA
# scope: package
# title: Findings
# description: |
#   Gives every selected finding its status. A pass needs a basis for every
#   subject that speaks; silence, absence and doubt end as review or
#   not_supplied.
package bidgate.lib.finding

import data.bidgate.lib.statement

# Every finding by id, composed ones included.
findings := object.union(_simple, _composed)

# What leads to the status of a requirement with rules, by finding id.
_simple := object.union(
	{id: object.union(_heads[id], {
		"status": object.get(_statuses, id, "not_supplied"),
		"errors": [],
		"violations": said.violation,
		"basis": said.basis,
		"reviews": said.review,
		"not_applicable": said.not_applicable,
		"notes": object.get(_notes, id, []),
		"not_supplied": _asked[selected.requirement].missing,
		"composed_of": [],
		"level": _weakest(said.basis),
	}) |
		some id, said in statement.by_finding
		not id in _contradicts
		selected := input.profile.requirements[id]
	},
	{id: object.union_n([_heads[id], _silent_body, {"status": "error", "errors": errors}]) | some id, errors in _errors},
)

_heads := {id: {
	"id": id,
	"requirement": selected.requirement,
	"member": selected.member,
	"severity": selected.severity,
	"level_needed": selected.level,
	"part_only": selected.part_only,
	"advisory": selected.requirement in _advisory,
} |
	some id, selected in input.profile.requirements
}

# Errors of the requirement, and of a finding alone: one subject that has both
# a basis and a violation.
_errors := object.union({id: ["basis_and_violation"] | some id in _contradicts}, {id: errors |
	count(_erring) > 0
	some id, selected in input.profile.requirements
	errors := _erring[selected.requirement]
})

# Requirements with rules that could not be judged, and why.
_erring := {rid: errors |
	some rid, errors in statement.errors
	errors != []
	not _composes[rid]
}

# Outside its dates a requirement only advises.
_advisory := {rid |
	some rid, entry in statement.entries
	entry.effective_from.set
	input.as_of.day < entry.effective_from.day
} | {rid |
	some rid, entry in statement.entries
	entry.effective_to.set
	input.as_of.day > entry.effective_to.day
}

# What is asked of a requirement, and of no single finding, by requirement.
_asked := {rid: object.union(_supply(entry.evidence), {
	"over": entry.over,
	"subjects": statement.subjects[entry.over],
}) |
	some rid, entry in statement.entries
	not _composes[rid]
}

# What there is of the evidence that is needed. Many requirements need the same,
# so that it is worked out for few of them.
_supply(needs) := {
	"missing": _missing(needs),
	"candidates": _candidates(needs),
	"unreadable": _unreadable(needs),
}

# Those that only fold others, with what they name.
_composes := {rid: entry.composed_of |
	some rid, entry in statement.entries
	count(entry.composed_of) > 0
}

_silent_body := {
	"violations": [],
	"basis": [],
	"reviews": [],
	"not_applicable": [],
	"notes": [],
	"not_supplied": [],
	"composed_of": [],
	"level": "",
}

# Subjects that the rules of each finding spoke of, where they said anything;
# the bundle is subject 0.
_spoken := object.union(
	{id: {rule: {0 | some _ in statements} | some rule, statements in said} |
		some id, said in _saying
		_of(id).over == "bundle"
	},
	{id: {rule: {s.at[1] | some s in statements} | some rule, statements in said} |
		some id, said in _saying
		_of(id).over != "bundle"
	},
)

_saying := {id: said |
	some id, said in statement.by_finding
	said != {"violation": [], "basis": [], "review": [], "not_applicable": []}
}

# What is asked of the requirement of a finding.
_of(id) := _asked[input.profile.requirements[id].requirement]

# Findings that have both a basis and a violation for one subject.
_contradicts := {id |
	some id, by in _spoken
	count(by.basis & by.violation) > 0
}

# Findings that can be judged, as the evidence that they need is there.
_judged := {id: asked |
	some id, _ in statement.by_finding
	asked := _of(id)
	asked.missing == []
}

# Subjects of which no rule of the finding spoke.
_silent := {id: silent |
	some id, asked in _judged
	silent := asked.subjects - union({subjects | some subjects in _spoken[id]})
}

# A finding is open, unless something was said of it that leads elsewhere.
_statuses := object.union({id: "review" | some id, _ in _judged}, {id: _status(id, _judged[id]) |
	some id, _ in _spoken
	_judged[id]
})

# The order of design section 5, but for what is not supplied; the first that
# holds is the status.
_status(id, asked) := "review" if {
	count(asked.candidates) > 0
} else := "fail" if {
	count(_spoken[id].violation) > 0
} else := "review" if {
	count(asked.unreadable) > 0
} else := "review" if {
	count(_spoken[id].review) > 0
} else := "review" if {
	count(_silent[id]) > 0
} else := "review" if {
	id in _weak
} else := "review" if {
	_on_word_alone[id]
} else := "not_applicable" if {
	count(asked.subjects) > 0
	_spoken[id].not_applicable - _spoken[id].basis == asked.subjects
} else := "pass" if {
	count(_spoken[id].basis) > 0
	_spoken[id].basis | _spoken[id].not_applicable == asked.subjects
}

# Kinds of evidence that are wholly absent, with who owes them. A kind that an
# unread document may be is doubt (a candidate), not absence.
_missing(needs) := sort(array.concat(
	[{"kind": kind, "from": "vendor"} | some kind in _owed(needs)],
	[{"kind": name, "from": "buyer"} | some name in needs.buyer; not name in _data_sets],
))

_owed(needs) := array.concat([kind | some kind in needs.all; kind in _absent; not kind in _possible], [kind |
	some kind in needs.any
	_none_of(needs.any)
	count({other | some other in needs.any} & _possible) == 0
])

_data_sets := {data_set.kind | some data_set in input.data_sets}

_absent := {kind |
	some kind, there in input.bundle.kinds
	there.readable + there.unreadable == 0
}

_possible := {kind |
	some kind, there in input.bundle.kinds
	count(there.candidates) > 0
}

_none_of(any) if count({kind | some kind in any} - _absent) == 0

# Documents that may be a needed kind which is otherwise absent.
_candidates(needs) := {row |
	some kind in _lacking(needs)
	some row in input.bundle.kinds[kind].candidates
}

_lacking(needs) := {kind | some kind in needs.all; kind in _absent} | {kind |
	some kind in needs.any
	_none_of(needs.any)
}

# Documents of a needed kind that cannot be read.
_unreadable(needs) := {row |
	some kind in array.concat(needs.all, needs.any)
	some row in _unreadable_of[kind]
}

# Documents that cannot be read, by the kind that they claim.
_unreadable_of := {kind: rows |
	some kind, _ in input.bundle.kinds
	rows := {row |
		some row, document in input.bundle.documents
		not document.readable
		kind in document.kinds
	}
}

_ranks := {"asserted": 1, "evidenced": 2, "verified": 3}

_levels := ["", "asserted", "evidenced", "verified"]

_weakest(statements) := _levels[min([_ranks[s.level] | some s in statements])] if {
	statements != []
} else := ""

# Findings with a basis that is weaker than the profile asks.
_weak := {id |
	some id, said in _saying
	some s in said.basis
	_ranks[s.level] < _ranks[input.profile.requirements[id].level]
}

# Statements that a requirement does not apply which rest on the vendor's word,
# where the profile does not take it.
_on_word_alone := {id: statements |
	some id, said in _saying
	not input.profile.requirements[id].accept_not_applicable
	statements := [s | some s in said.not_applicable; s.level == "asserted"]
	statements != []
}

# What the decision itself has to say about a finding, beside the statements.
_notes := {id: sort(notes) |
	some id, asked in _judged
	notes := (_document_notes("candidate", asked.candidates) | _document_notes("unreadable", asked.unreadable)) | (_silent_notes(id, asked) | _level_notes(id))
}

_document_notes(code, rows) := {note |
	some row in rows
	note := {"code": code, "args": {}, "at": ["bundle", "documents", row]}
}

_silent_notes(id, asked) := {note |
	count(asked.candidates) == 0
	some subject in _silent[id]
	note := {"code": "silent", "args": {}, "at": _at(asked.over, subject)}
}

_at(over, _) := ["bundle"] if over == "bundle"

_at(over, subject) := [over, subject] if over != "bundle"

_level_notes(id) := _weak_notes(id) | {note |
	some s in object.get(_on_word_alone, id, [])
	note := {"code": "word_alone", "args": {}, "at": s.at}
}

# No comprehension here asks whether a finding is weak: of a comprehension in a
# function, OPA makes an index over the argument, and cannot then ask.
_weak_notes(id) := {{"code": "weak_basis", "at": ["bundle"], "args": {
	"level": _weakest(statement.by_finding[id].basis),
	"needed": input.profile.requirements[id].level,
}}} if {
	id in _weak
} else := set()

# Composed requirements fold the findings that they name.
_composed := {id: object.union_n([_heads[id], _silent_body, {
	"status": _fold(parts),
	"errors": [],
	"composed_of": parts,
	"level": _weakest([part | some part in parts; part.level != ""]),
}]) |
	some id, selected in input.profile.requirements
	named := _composes[selected.requirement]
	parts := [{"id": part, "status": _simple[part].status, "level": _simple[part].level} | some part in sort(_parts(named))]
}

# A table-driven part stands for all its members.
_parts(named) := [id |
	some requirement in {part | some part in named}
	some id in _ids[requirement]
]

# The findings of each requirement, made in one pass.
_ids := _by_requirement

_by_requirement[selected.requirement] contains id if {
	some id, selected in input.profile.requirements
}

_fold(parts) := [status | some status in _order; status in {part.status | some part in parts}][0] if {
	count(parts) > 0
} else := "review"

_order := ["error", "fail", "not_supplied", "review", "pass", "not_applicable"]

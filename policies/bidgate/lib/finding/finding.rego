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
_simple := {id: object.union(_head(id), _body(id)) |
	some id, selected in input.profile.requirements
	count(_entry(selected.requirement, "composed_of", [])) == 0
}

_entry(rid, key, default_value) := object.get(data.bidgate.catalog.requirements, [rid, key], default_value)

_head(id) := {
	"id": id,
	"requirement": selected.requirement,
	"member": selected.member,
	"severity": selected.severity,
	"level_needed": selected.level,
	"part_only": selected.part_only,
	"advisory": _advisory(selected.requirement),
} if {
	selected := input.profile.requirements[id]
}

# Outside its dates a requirement only advises.
_advisory(rid) if {
	from := _entry(rid, "effective_from", {"set": false})
	from.set
	input.as_of.day < from.day
} else if {
	to := _entry(rid, "effective_to", {"set": false})
	to.set
	input.as_of.day > to.day
} else := false

_body(id) := object.union(_silent_body, {"status": "error", "errors": errors}) if {
	errors := _errors(id)
	errors != []
}

_body(id) := {
	"status": status,
	"errors": [],
	"violations": said.violation,
	"basis": said.basis,
	"reviews": said.review,
	"not_applicable": said.not_applicable,
	"notes": _notes(id, missing),
	"not_supplied": missing,
	"composed_of": [],
	"level": _weakest(said.basis),
} if {
	_errors(id) == []
	said := statement.by_finding[id]
	missing := _missing(input.profile.requirements[id].requirement)
	status := _status(id, missing)
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

# Errors of the requirement, and of this finding alone: one subject that has
# both a basis and a violation.
_errors(id) := statement.errors[rid] if {
	rid := input.profile.requirements[id].requirement
	statement.errors[rid] != []
} else := ["basis_and_violation"] if {
	count(_subjects(id, "basis") & _subjects(id, "violation")) > 0
} else := []

_over(id) := _entry(input.profile.requirements[id].requirement, "over", "bundle")

_all(id) := statement.subjects[_over(id)]

# Subjects that a rule of the finding spoke of.
_subjects(id, rule) := {subject |
	some s in statement.by_finding[id][rule]
	subject := statement.subject(_over(id), s.at)
}

_speaking(id) := ((_subjects(id, "violation") | _subjects(id, "basis")) | _subjects(id, "review")) | _subjects(id, "not_applicable")

# The order of design section 5; the first that holds is the status.
_status(id, missing) := "not_supplied" if {
	count(missing) > 0
} else := "review" if {
	count(_candidates(id)) > 0
} else := "fail" if {
	count(_subjects(id, "violation")) > 0
} else := "review" if {
	count(_unreadable(id)) > 0
} else := "review" if {
	count(_subjects(id, "review")) > 0
} else := "review" if {
	count(_all(id) - _speaking(id)) > 0
} else := "review" if {
	_weak(id)
} else := "review" if {
	_on_word_alone(id)
} else := "not_applicable" if {
	count(_all(id)) > 0
	_subjects(id, "not_applicable") - _subjects(id, "basis") == _all(id)
} else := "pass" if {
	count(_subjects(id, "basis")) > 0
	_subjects(id, "basis") | _subjects(id, "not_applicable") == _all(id)
} else := "review"

# Kinds of evidence that are wholly absent, with who owes them. A kind that an
# unread document may be is doubt (a candidate), not absence.
_missing(rid) := sort(array.concat(
	array.concat(
		[{"kind": kind, "from": "vendor"} | some kind in _needs(rid, "all"); _absent(kind); not _possible(kind)],
		[{"kind": kind, "from": "vendor"} | some kind in _needs(rid, "any"); _none_of_any(rid); not _any_possible(rid)],
	),
	[{"kind": name, "from": "buyer"} | some name in _needs(rid, "buyer"); not name in _data_sets],
))

_needs(rid, group) := object.get(data.bidgate.catalog.requirements, [rid, "evidence", group], [])

_data_sets := {data_set.kind | some data_set in input.data_sets}

_absent(kind) if input.bundle.kinds[kind].readable + input.bundle.kinds[kind].unreadable == 0

_possible(kind) if count(input.bundle.kinds[kind].candidates) > 0

_none_of_any(rid) if {
	kinds := _needs(rid, "any")
	count([kind | some kind in kinds; not _absent(kind)]) == 0
}

_any_possible(rid) if {
	some kind in _needs(rid, "any")
	_possible(kind)
}

# Documents that may be a needed kind which is otherwise absent.
_candidates(id) := {row |
	some kind in _lacking(input.profile.requirements[id].requirement)
	some row in input.bundle.kinds[kind].candidates
}

_lacking(rid) := {kind | some kind in _needs(rid, "all"); _absent(kind)} | {kind |
	some kind in _needs(rid, "any")
	_none_of_any(rid)
}

# Documents of a needed kind that cannot be read.
_unreadable(id) := {row |
	some group in ["all", "any"]
	some kind in _needs(input.profile.requirements[id].requirement, group)
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

_weakest(statements) := level if {
	lowest := min([_ranks[s.level] | some s in statements])
	some level, rank in _ranks
	rank == lowest
} else := ""

_weak(id) if {
	some s in statement.by_finding[id].basis
	_ranks[s.level] < _ranks[input.profile.requirements[id].level]
}

_on_word_alone(id) if {
	not input.profile.requirements[id].accept_not_applicable
	some s in statement.by_finding[id].not_applicable
	s.level == "asserted"
}

# What the decision itself has to say about a finding, beside the statements.
_notes(id, missing) := sort([note |
	count(missing) == 0
	some note in ((_candidate_notes(id) | _unreadable_notes(id)) | (_silent_notes(id) | _level_notes(id)))
])

_candidate_notes(id) := {note |
	some row in _candidates(id)
	note := {"code": "candidate", "args": {}, "at": ["bundle", "documents", row]}
}

_unreadable_notes(id) := {note |
	some row in _unreadable(id)
	note := {"code": "unreadable", "args": {}, "at": ["bundle", "documents", row]}
}

_silent_notes(id) := {note |
	count(_candidates(id)) == 0
	over := _over(id)
	some subject in (_all(id) - _speaking(id))
	note := {"code": "silent", "args": {}, "at": _at(over, subject)}
}

_at(over, _) := ["bundle"] if over == "bundle"

_at(over, subject) := [over, subject] if over != "bundle"

_level_notes(id) := _weak_notes(id) | _word_notes(id)

# No comprehension here asks _weak or _on_word_alone: in a function, OPA gives
# the first true answer of such a question to every later argument.
_weak_notes(id) := {{"code": "weak_basis", "args": args, "at": ["bundle"]}} if {
	_weak(id)
	args := {
		"level": _weakest(statement.by_finding[id].basis),
		"needed": input.profile.requirements[id].level,
	}
} else := set()

_word_notes(id) := notes if {
	_on_word_alone(id)
	notes := {{"code": "word_alone", "args": {}, "at": s.at} |
		some s in statement.by_finding[id].not_applicable
		s.level == "asserted"
	}
} else := set()

# Composed requirements fold the findings that they name.
_composed := {id: object.union(_head(id), object.union(_silent_body, {
	"status": _fold(parts),
	"errors": [],
	"composed_of": parts,
	"level": _weakest([part | some part in parts; part.level != ""]),
})) |
	some id, selected in input.profile.requirements
	named := _entry(selected.requirement, "composed_of", [])
	count(named) > 0
	parts := [{"id": part, "status": _simple[part].status, "level": _simple[part].level} | some part in sort(_parts(named))]
}

# A table-driven part stands for all its members.
_parts(named) := [id |
	some id, selected in input.profile.requirements
	selected.requirement in named
]

_fold(parts) := [status | some status in _order; status in {part.status | some part in parts}][0] if {
	count(parts) > 0
} else := "review"

_order := ["error", "fail", "not_supplied", "review", "pass", "not_applicable"]

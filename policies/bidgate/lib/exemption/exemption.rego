# METADATA
# scope: package
# title: Exceptions and determinations
# description: |
#   Applies the buyer's recorded exceptions and determinations to the findings.
#   Neither hides anything: the status stays, the outcome says what it counts as.
package bidgate.lib.exemption

import data.bidgate.lib.finding

# METADATA
# description: Every finding by id, with its outcome and what was applied to it.
findings := finding.findings if {
	count(_applying) == 0
	count(_in_force) == 0
} else := {id: object.union(found, {
	"outcome": _outcome(id, found),
	"exception": object.get(_exceptions, id, _none),
	"determination": object.get(_determinations, id, _undetermined),
}) |
	some id, found in finding.findings
}

# Each exception's state on the day decided for.
exceptions := [{"state": _state(i), "used": i in _used} | some i, _ in input.exceptions]

determinations := [{"used": i in _used_determinations} | some i, _ in input.determinations]

_state(i) := "other_offer" if {
	not input.exceptions[i].applies
} else := "not_yet" if {
	input.exceptions[i].from.day > input.as_of.day
} else := "expired" if {
	input.exceptions[i].until.day < input.as_of.day
} else := "in_force"

_used := {i |
	some applied in _exceptions
	some i in applied.exceptions
}

_used_determinations := {applied.determination | some applied in _determinations}

# What a finding counts as: met, not_applicable, not_met, excused, open or error.
_outcome(id, found) := {"error": "error", "pass": "met", "not_applicable": "not_applicable"}[found.status] if {
	not found.status in {"fail", "review", "not_supplied"}
} else := "met" if {
	_determinations[id].outcome == "met"
} else := "met" if {
	_parts_met(found)
} else := "excused" if {
	_exceptions[id].excuses
} else := "excused" if {
	_parts_excuse(found)
} else := "not_met" if {
	found.status == "fail"
} else := "not_met" if {
	_determinations[id].outcome == "not_met"
} else := "open"

# A composed finding is settled when each part that stands in its way is: met
# where a person found each of them met, else excused.
_parts_met(found) if {
	found.composed_of != []
	bad := _in_the_way(found)
	count(bad) > 0
	met := [part |
		some part in bad
		_determinations[part].outcome == "met"
	]
	count(met) == count(bad)
}

_parts_excuse(found) if {
	found.composed_of != []
	bad := _in_the_way(found)
	count(bad) > 0
	settled := [part |
		some part in bad
		_settled(part)
	]
	count(settled) == count(bad)
}

_in_the_way(found) := [part.id |
	some part in found.composed_of
	not part.status in {"pass", "not_applicable"}
]

_settled(id) if _determinations[id].outcome == "met"

_settled(id) if _exceptions[id].excuses

# Determinations settle only what a person must look at or what was not supplied;
# one that says "not met" goes before one that says "met".
_determinations := {id: applied |
	count(_applying) > 0
	some id, found in finding.findings
	found.status in {"review", "not_supplied"}
	fitting := [{"determination": i, "outcome": input.determinations[i].outcome} |
		some i in _applying
		input.determinations[i].requirement == found.requirement
		input.determinations[i].member in {"", found.member}
	]
	some applied in _before(fitting)
}

# The first of those that go before the others, in a list of one.
_before(fitting) := array.slice([f | some f in fitting; f.outcome == "not_met"], 0, 1) if {
	some f in fitting
	f.outcome == "not_met"
} else := array.slice(fitting, 0, 1)

_undetermined := {"determination": -1, "outcome": ""}

_applying := [i |
	some i, determination in input.determinations
	determination.applies
	determination.date.day <= input.as_of.day
]

# Exceptions cover a failure place by place; doubt and absence as a whole.
_exceptions := {id: applied |
	count(_in_force) > 0
	some id, found in finding.findings
	found.status in {"fail", "review", "not_supplied"}
	fitting := [i |
		some i in _in_force
		input.exceptions[i].requirement == found.requirement
		input.exceptions[i].member in {"", found.member}
	]
	fitting != []
	applied := _exception(id, found.status, fitting)
}

_none := {"exceptions": [], "covered": 0, "places": 0, "excuses": false}

_exception(id, status, fitting) := {
	"exceptions": fitting,
	"covered": covered,
	"places": total,
	"excuses": covered == total,
} if {
	status == "fail"
	counted := [_covered(place, fitting) | some place in _places(id)]
	total := count(counted)
	covered := count([1 | some is_covered in counted; is_covered])
}

_exception(_, status, fitting) := {
	"exceptions": fitting,
	"covered": covered,
	"places": 1,
	"excuses": covered == 1,
} if {
	status != "fail"
	whole := [i | some i in fitting; not input.exceptions[i].limited_to_document; not input.exceptions[i].limited_to_components]
	covered := min([count(whole), 1])
}

_in_force := [i |
	some i, _ in input.exceptions
	_state(i) == "in_force"
]

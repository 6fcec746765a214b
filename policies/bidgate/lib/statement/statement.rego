# METADATA
# scope: package
# title: Statements
# description: |
#   Reads what the selected requirements said, checks every object for the
#   shape that the contract asks, and sorts the objects by finding. What is
#   malformed is an error of its requirement and never counts as a statement.
package bidgate.lib.statement

# Requirements that are evaluated: selected, with rules, and without an error.
evaluated := {rid: selected.name |
	some selected in input.profile.requirements
	rid := selected.requirement
	not rid in _errored
	count(data.bidgate.catalog.requirements[rid].composed_of) == 0
}

# What each requirement's rules said, as lists in the order of the sets.
said := {rid: {
	"violation": [s | some s in data.bidgate.requirement[area][name].violation],
	"basis": [s | some s in data.bidgate.requirement[area][name].basis],
	"review": [s | some s in data.bidgate.requirement[area][name].review],
	"not_applicable": [s | some s in data.bidgate.requirement[area][name].not_applicable],
} |
	some rid, name in evaluated
	area := data.bidgate.catalog.requirements[rid].area
}

# Why a requirement could not be judged, by requirement; empty for a sound one.
errors := {rid: sort(array.concat(_failed(rid), _malformed(rid))) |
	some selected in input.profile.requirements
	rid := selected.requirement
}

# The statements of each finding, by rule.
by_finding := {id: {rule: statements |
	some rule in ["violation", "basis", "review", "not_applicable"]
	statements := [s |
		some s in said[selected.requirement][rule]
		object.get(s, "member", "") == selected.member
	]
} |
	some id, selected in input.profile.requirements
	_sound(selected.requirement)
}

# Subjects that a requirement is asked over, as numbers; the bundle is subject 0.
subjects := {
	"sboms": {i | some i, _ in input.sboms},
	"threat_models": {i | some i, _ in input.threat_models},
	"declarations": {i | some i, _ in input.declarations},
	"attestations": {i | some i, _ in input.attestations},
	"vex": {i | some i, _ in input.vex},
	"lifecycle": {i | some i, _ in input.lifecycle},
	"attachments": {i | some i, _ in input.attachments},
	"bundle": {0},
}

# Tables whose first index is that of the subject.
tables := {
	"sboms": {"sboms", "components", "dependencies", "services", "crypto", "model_cards", "properties", "pedigree", "component_evidence", "compositions", "extras", "matches"},
	"threat_models": {"threat_models"},
	"declarations": {"declarations"},
	"attestations": {"attestations"},
	"vex": {"vex", "vex_statements"},
	"lifecycle": {"lifecycle"},
	"attachments": {"attachments"},
}

subject(over, _) := 0 if over == "bundle"

subject(over, at) := at[1] if over != "bundle"

_errored := {rid | some rid in input.errored}

_sound(rid) if {
	errors[rid] == []
	said[rid]
}

_failed(rid) := ["evaluation"] if rid in _errored

_failed(rid) := ["unknown_requirement"] if {
	not rid in _errored
	not data.bidgate.catalog.requirements[rid]
}

_failed(rid) := [] if {
	not rid in _errored
	data.bidgate.catalog.requirements[rid]
}

_malformed(rid) := [] if not said[rid]

_malformed(rid) := sort([problem |
	some problem in {problem |
		some rule, statements in said[rid]
		some s in statements
		some problem in _problems(rid, rule, s)
	}
]) if {
	said[rid]
}

_problems(_, _, s) := {"not_an_object"} if not is_object(s)

_problems(rid, rule, s) := ({"unknown_code" | not _known_code(rid, s)} | {"args_not_an_object" | not is_object(object.get(s, "args", 0))}) | (({"unknown_subject" | not _known_subject(rid, s)} | {"unknown_member" | not _known_member(rid, s)}) | ({"unknown_level" | not _known_level(rule, s)} | {"unknown_key" | not _known_keys(s)})) if {
	is_object(s)
}

_known_code(rid, s) if data.bidgate.catalog.requirements[rid].messages[s.code]

_known_keys(s) if object.keys(s) - {"code", "args", "at", "level", "member"} == set()

_known_subject(rid, s) if {
	data.bidgate.catalog.requirements[rid].over == "bundle"
	is_array(s.at)
	is_string(s.at[0])
}

_known_subject(rid, s) if {
	over := data.bidgate.catalog.requirements[rid].over
	is_array(s.at)
	s.at[0] in tables[over]
	s.at[1] in subjects[over]
}

_known_member(rid, s) if {
	count(data.bidgate.catalog.requirements[rid].members) == 0
	not s.member
}

_known_member(rid, s) if data.bidgate.catalog.requirements[rid].members[s.member]

_known_level(rule, s) if {
	rule in {"basis", "not_applicable"}
	s.level in {"asserted", "evidenced", "verified"}
}

_known_level(rule, s) if {
	rule in {"violation", "review"}
	not s.level
}

# METADATA
# scope: package
# title: Statements
# description: |
#   Reads what the selected requirements said, checks every object for the
#   shape that the contract asks, and sorts the objects by finding. What is
#   malformed is an error of its requirement and never counts as a statement.
package bidgate.lib.statement

# The names of the selected requirements. What is asked of a requirement is
# worked out once, and not for each of its members.
_names := {selected.requirement: selected.name | some selected in input.profile.requirements}

# What the catalogue has of the selected requirements; the rest of it is not read.
entries := {rid: entry |
	some rid, _ in _names
	entry := data.bidgate.catalog.requirements[rid]
}

# Requirements that are evaluated: selected, with rules, and without an error.
evaluated := {rid: name |
	some rid, name in _names
	not rid in _errored
	count(entries[rid].composed_of) == 0
}

# What each requirement's rules said, as lists in the order of the sets.
said := {rid: {
	"violation": [s | some s in data.bidgate.requirement[area][name].violation],
	"basis": [s | some s in data.bidgate.requirement[area][name].basis],
	"review": [s | some s in data.bidgate.requirement[area][name].review],
	"not_applicable": [s | some s in data.bidgate.requirement[area][name].not_applicable],
} |
	some rid, name in evaluated
	area := entries[rid].area
}

# Why a requirement could not be judged, by requirement; empty for a sound one.
errors := object.union({rid: [] | some rid, _ in _names}, object.union(_failed, _malformed))

# The statements of each finding, by rule.
by_finding := object.union(
	{id: said[selected.requirement] |
		some id, selected in input.profile.requirements
		_sound[selected.requirement] == "whole"
	},
	{id: object.union(_silence, object.get(_of_members, [selected.requirement, selected.member], {})) |
		some id, selected in input.profile.requirements
		_sound[selected.requirement] == "members"
	},
)

_silence := {"violation": [], "basis": [], "review": [], "not_applicable": []}

# Requirements without an error, and whether they are asked for each member.
_sound := {rid: kind |
	some rid, _ in said
	errors[rid] == []
	kind := _asked_for(rid)
}

_asked_for(rid) := "whole" if {
	count(entries[rid].members) == 0
} else := "members"

# What is said of each member, and nothing of those that nothing is said of.
_of_members := {rid: {member: {rule: [said[rid][rule][i] | some i in at] | some rule, at in rules} | some member, rules in members} |
	some rid, members in _spread
}

# Where the statements of each member stand in those of its requirement. It is
# made in one pass: to look through them for each member takes the square.
_spread[rid][member][rule] contains i if {
	some rid, "members" in _sound
	some rule, statements in said[rid]
	some i, s in statements
	member := s.member
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

_errored := {rid | some rid in input.errored}

_failed := object.union(
	{rid: ["evaluation"] | some rid in _errored; _names[rid]},
	{rid: ["unknown_requirement"] | some rid in ((object.keys(_names) - object.keys(entries)) - _errored)},
)

_malformed := {rid: sort(problems) |
	some rid, rules in said
	problems := {problem |
		some rule, statements in rules
		some s in statements
		not _well_formed(rid, rule, s)
		some problem in _problems(rid, rule, s)
	}
	problems != set()
}

# Nearly all are; what is wrong with one is only then worked out.
_well_formed(rid, rule, s) if {
	is_object(s)
	_known_code(rid, s)
	is_object(s.args)
	_known_subject(rid, s)
	_known_member(rid, s)
	_known_level(rule, s)
	_known_keys(s)
}

_problems(_, _, s) := {"not_an_object"} if not is_object(s)

_problems(rid, rule, s) := ({"unknown_code" | not _known_code(rid, s)} | {"args_not_an_object" | not is_object(object.get(s, "args", 0))}) | (({"unknown_subject" | not _known_subject(rid, s)} | {"unknown_member" | not _known_member(rid, s)}) | ({"unknown_level" | not _known_level(rule, s)} | {"unknown_key" | not _known_keys(s)})) if {
	is_object(s)
}

_known_code(rid, s) if entries[rid].messages[s.code]

_known_keys(s) if object.keys(s) - {"code", "args", "at", "level", "member"} == set()

_known_subject(rid, s) if {
	entries[rid].over == "bundle"
	is_array(s.at)
	is_string(s.at[0])
}

_known_subject(rid, s) if {
	over := entries[rid].over
	is_array(s.at)
	s.at[0] in tables[over]
	s.at[1] in subjects[over]
}

_known_member(rid, s) if {
	count(entries[rid].members) == 0
	not s.member
}

_known_member(rid, s) if entries[rid].members[s.member]

_known_level(rule, s) if {
	rule in {"basis", "not_applicable"}
	s.level in {"asserted", "evidenced", "verified"}
}

_known_level(rule, s) if {
	rule in {"violation", "review"}
	not s.level
}

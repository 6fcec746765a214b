# METADATA
# scope: package
# title: Statements
# description: |
#   Reads what the selected requirements said, checks every object for the
#   shape that the contract asks, and sorts the objects by finding. What is
#   malformed is an error of its requirement and never counts as a statement.
package bidgate.lib.statement

import data.bidgate.lib.chosen

# Requirements that are evaluated: selected, with rules, and without an error.
_evaluated := object.remove(chosen.ruled, input.errored)

# What requirements said, by the rules that said anything, as lists in the order
# of the sets.
_speaking := {rid: said |
	some rid, [area, name] in _evaluated
	said := {rule: [s | some s in statements] |
		some rule in {"violation", "basis", "review", "not_applicable"}
		statements := data.bidgate.requirement[area][name][rule]
		statements != set()
	}
	said != {}
}

# METADATA
# description: Why a requirement could not be judged, by requirement; a sound one is not here.
errors := object.union(_failed, _malformed)

# METADATA
# description: |
#   The statements of each finding of which a rule said anything, by the rules
#   that did. A requirement without members is one finding, of its own name.
by_finding := object.union(
	object.remove(_sound, chosen.tables),
	{id: of_members[rid][member] |
		of_members := _of_members
		some id, [rid, member] in chosen.parts
	},
)

# What was said by requirements without an error.
_sound := object.remove(_speaking, errors)

# What is said of each member, and nothing of those that nothing is said of.
_of_members := {rid: {member: {rule: [_sound[rid][rule][i] | some i in at] | some rule, at in rules} | some member, rules in members} |
	some rid, members in _spread
}

# Where the statements of each member stand in those of its requirement. It is
# made in one pass: to look through them for each member takes the square.
_spread[rid][member][rule] contains i if {
	some rid in chosen.tables
	some rule, statements in _sound[rid]
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

_failed := object.union(
	{rid: ["evaluation"] | some rid in input.errored; rid in chosen.requirements; not chosen.composes[rid]},
	{rid: ["unknown_requirement"] | some rid in chosen.unknown; not rid in input.errored},
)

_malformed := {rid: sort(problems) |
	some rid, rules in object.remove(_speaking, _well_formed)
	problems := {problem |
		some rule, statements in rules
		some s in statements
		some problem in _problems(rid, rule, s)
	}
	problems != set()
}

# Nearly all are: requirements of which each statement has all that it must
# have, and nothing else, and names a member that there is. What is wrong with
# the others is only then worked out.
_well_formed := {rid |
	some rid, rules in object.remove(_speaking, _strangers)
	entry := chosen.entries[rid]
	messages := entry.messages
	forms := _forms[entry.members == {}]
	all := [s | some statements in rules; some s in statements]
	count(all) == count([1 |
		some rule, statements in rules
		form := forms[rule]
		some s in statements
		is_object(s)
		[object.keys(s), object.get(s, "level", "")] in form
		messages[s.code]
		is_object(s.args)
	])
	_placed(entry.over, [s.at | some s in all])
}

# Requirements with members of which a statement names none that there is.
_strangers := {rid |
	some rid in chosen.tables
	members := chosen.entries[rid].members
	some statements in _speaking[rid]
	some s in statements
	not members[s.member]
}

# The keys of a statement by its rule, each with a level that it may then have,
# where its requirement has no members and where it has.
_forms := {
	true: {
		"violation": {[{"code", "args", "at"}, ""]},
		"review": {[{"code", "args", "at"}, ""]},
		"basis": {[{"code", "args", "at", "level"}, level] | some level in _levels},
		"not_applicable": {[{"code", "args", "at", "level"}, level] | some level in _levels},
	},
	false: {
		"violation": {[{"code", "args", "at", "member"}, ""]},
		"review": {[{"code", "args", "at", "member"}, ""]},
		"basis": {[{"code", "args", "at", "level", "member"}, level] | some level in _levels},
		"not_applicable": {[{"code", "args", "at", "level", "member"}, level] | some level in _levels},
	},
}

_levels := {"asserted", "evidenced", "verified"}

_placed("bundle", places) if {
	every i, _ in places {
		is_array(places[i])
		is_string(places[i][0])
	}
}

_placed(over, places) if {
	subjects_of := _subjects_of[over]
	every i, _ in places {
		is_array(places[i])
		subjects_of[places[i][0]][places[i][1]]
	}
}

# The subjects by table that a place of a statement may begin with.
_subjects_of := {over: {table: subjects[over] | some table in names} |
	some over, names in tables
}

_problems(_, _, s) := {"not_an_object"} if not is_object(s)

_problems(rid, rule, s) := ({"unknown_code" | not _known_code(rid, s)} | {"args_not_an_object" | not is_object(object.get(s, "args", 0))}) | (({"unknown_subject" | not _known_subject(rid, s)} | {"unknown_member" | not _known_member(rid, s)}) | ({"unknown_level" | not _known_level(rule, s)} | {"unknown_key" | not _known_keys(s)})) if {
	is_object(s)
}

_known_code(rid, s) if chosen.entries[rid].messages[s.code]

_known_keys(s) if object.keys(s) - {"code", "args", "at", "level", "member"} == set()

_known_subject(rid, s) if {
	chosen.entries[rid].over == "bundle"
	is_array(s.at)
	is_string(s.at[0])
}

_known_subject(rid, s) if {
	over := chosen.entries[rid].over
	is_array(s.at)
	s.at[0] in tables[over]
	s.at[1] in subjects[over]
}

_known_member(rid, s) if {
	count(chosen.entries[rid].members) == 0
	not s.member
}

_known_member(rid, s) if chosen.entries[rid].members[s.member]

_known_level(rule, s) if {
	rule in {"basis", "not_applicable"}
	s.level in _levels
}

_known_level(rule, s) if {
	rule in {"violation", "review"}
	not s.level
}

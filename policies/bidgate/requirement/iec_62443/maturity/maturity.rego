# METADATA
# title: Each practice of IEC 62443-4-1 has the maturity that you set
# description: |
#   Compares the level of maturity (ML) that the declaration states for each of
#   the eight practices of IEC 62443-4-1 with the level that the buyer sets in
#   min_level. The maker answers by level: iec62443-4-1-SM-ML-3 says "met" where
#   the practice SM is at level 3, iec62443-4-1-ML-3 says so of all practices, and
#   the highest level that is met counts. A level that rests on a certificate points to it
#   in the evidence of the answer, by its digest; scheme, body, scope and last
#   day of it are judged with all certificates. While the buyer sets no level,
#   nothing is judged. "Partial" and "unknown", and answers declared unknown or
#   withheld, are for a person. This cannot tell whether the level is reached,
#   nor what the certificate says of it: a person reads that.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: IEC 62443-4-1, edition: "2018", clause: "Levels of maturity", confidence: secondary}
#   parameters:
#     min_level: {type: integer, default: 0, min: 0, max: 4, description: "Level of maturity that each practice must have; 0 judges none."}
#   messages:
#     not_asked: "You set no level of maturity, so none is judged."
#     too_low: "The declaration states level {level} of maturity, and you ask for {asked}."
#     unanswered: "The declaration does not state a level of maturity, and you ask for {asked}."
#     open: "The answer on level {level} of maturity leaves it open whether the practice is there, so a person must ask."
#     reached: "The declaration states level {level} of maturity, and you ask for {asked}."
#   remedy: Answer each practice with its level of maturity, such as iec62443-4-1-SM-ML-3, and point to the certificate by its digest.
#   question: At which level of maturity is this practice, and which certificate says so?
#   tags: [core_area:software_assurance, csf:PR, csf2:PR.PS-06]
package bidgate.requirement.iec_62443.maturity

import data.bidgate.lib.reply

_asked := input.parameters.iec_62443.maturity.min_level

_members := data.bidgate.catalog.requirements["iec_62443.maturity"].members

# Which practice and level each clause states. What is said of all practices
# counts where nothing is said of one.
_own[lower(id)] contains [member, level] if {
	some member, row in _members
	some level, id in row.columns.levels
	level > 0
}

_for_all[lower(id)] := level if {
	some row in _members
	some level, id in row.columns.for_all
	level > 0
}

_said contains {"i": i, "a": a, "member": member, "level": level, "outcome": reply.outcome(i, a), "proof": reply.level(i, a)} if {
	some i, declaration in input.declarations
	some a, answer in declaration.answers
	some [member, level] in _own[lower(answer.requirement.value)]
}

_single := {[said.i, said.member] | some said in _said}

_stated contains said if some said in _said

_stated contains {"i": i, "a": a, "member": member, "level": level, "outcome": reply.outcome(i, a), "proof": reply.level(i, a)} if {
	some i, declaration in input.declarations
	some a, answer in declaration.answers
	level := _for_all[lower(answer.requirement.value)]
	some member, _ in _members
	not [i, member] in _single
}

_met[[i, member]] := max(levels) if {
	some i, _ in input.declarations
	some member, _ in _members
	levels := [said.level | some said in _stated; [said.i, said.member, said.outcome] == [i, member, "met"]]
	count(levels) > 0
}

_open contains said if {
	some said in _stated
	said.level >= _asked
	said.outcome in {"partial", "partial_with_plan", "unknown", "untold"}
	not _reached(said.i, said.member)
}

_reached(i, member) if _met[[i, member]] >= _asked

_left_open := {[said.i, said.member] | some said in _open}

violation contains {"member": member, "code": "too_low", "args": {"level": level, "asked": _asked}, "at": ["declarations", i, "answers"]} if {
	some [i, member], level in _met
	level < _asked
	not [i, member] in _left_open
}

violation contains {"member": member, "code": "unanswered", "args": {"asked": _asked}, "at": ["declarations", i]} if {
	_asked > 0
	some i, _ in input.declarations
	some member, _ in _members
	not _met[[i, member]]
	not [i, member] in _left_open
}

review contains {"member": said.member, "code": "open", "args": {"level": said.level}, "at": ["declarations", said.i, "answers", said.a]} if {
	_asked > 0
	some said in _open
}

not_applicable contains {"member": member, "code": "not_asked", "args": {}, "at": ["declarations", i], "level": "verified"} if {
	_asked == 0
	some i, _ in input.declarations
	some member, _ in _members
}

basis contains {
	"member": said.member,
	"code": "reached",
	"args": {"level": said.level, "asked": _asked},
	"at": ["declarations", said.i, "answers", said.a],
	"level": said.proof,
} if {
	_asked > 0
	some said in _stated
	said.outcome == "met"
	said.level >= _asked
	said.level == _met[[said.i, said.member]]
}

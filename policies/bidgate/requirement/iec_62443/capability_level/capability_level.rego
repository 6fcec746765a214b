# METADATA
# title: The component reaches the security level that you set
# description: |
#   Compares the level of capability (SL-C) that the declaration states for each
#   of the seven foundational requirements of IEC 62443-4-2 with the level that the buyer sets in
#   sl_t. The maker answers by level: iec62443-4-2-FR-1-SL-2 says "met" where
#   FR 1 is reached at level 2, and the highest level that is met counts. Where a
#   requirement needs another level than the others, the buyer names it in levels.
#   While the buyer sets no level, nothing is judged. "Partial" and "unknown", and answers declared
#   unknown or withheld, are for a person. This cannot tell whether the level is
#   reached.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: IEC 62443-4-2, edition: "2019", clause: "FR 1 to FR 7", confidence: secondary}
#   parameters:
#     sl_t: {type: integer, default: 0, min: 0, max: 4, description: "Level that each foundational requirement must reach; 0 judges none."}
#     levels: {type: strings, default: [], description: "Levels of single requirements where they differ, by the ids of their answers, such as iec62443-4-2-FR-5-SL-1."}
#   messages:
#     not_asked: "You set no security level, so none is judged."
#     too_low: "The declaration states level {level}, and you ask for {asked}."
#     unanswered: "The declaration does not state a level, and you ask for {asked}."
#     open: "The answer on level {level} leaves it open whether it is reached, so a person must ask."
#     reached: "The declaration states level {level}, and you ask for {asked}."
#   remedy: Answer each foundational requirement with the level that it reaches, such as iec62443-4-2-FR-1-SL-2.
#   question: Which security level does the component reach for this foundational requirement?
#   tags: [core_area:system_engineering, csf:PR, csf2:PR.IR-01]
package bidgate.requirement.iec_62443.capability_level

import data.bidgate.lib.reply

_parameters := input.parameters.iec_62443.capability_level

_members := data.bidgate.catalog.requirements["iec_62443.capability_level"].members

# The level that each requirement must reach; 0 where none is set.
_asked := {member: level |
	some member, row in _members
	own := {at |
		some at, id in row.columns.levels
		some name in _parameters.levels
		lower(name) == lower(id)
	}
	level := max(own | {of | some of in {_parameters.sl_t}; count(own) == 0})
}

# Answers that state a level, with what each comes to.
_stated contains {"i": i, "a": a, "member": member, "level": level, "outcome": reply.outcome(i, a), "proof": reply.level(i, a)} if {
	some i, declaration in input.declarations
	some a, answer in declaration.answers
	some member, row in _members
	_asked[member] > 0
	some level, id in row.columns.levels
	lower(answer.requirement.value) == lower(id)
}

_met[[i, member]] := max(levels) if {
	some i, _ in input.declarations
	some member, _ in _members
	levels := [said.level | some said in _stated; [said.i, said.member, said.outcome] == [i, member, "met"]]
	count(levels) > 0
}

_open contains said if {
	some said in _stated
	said.level >= _asked[said.member]
	said.outcome in {"partial", "partial_with_plan", "unknown", "untold"}
	not _reached(said.i, said.member)
}

_reached(i, member) if _met[[i, member]] >= _asked[member]

# What is asked of each declaration, once a level is set.
_asks contains [i, member] if {
	some i, _ in input.declarations
	some member, level in _asked
	level > 0
}

violation contains {"member": member, "code": "too_low", "args": {"level": level, "asked": _asked[member]}, "at": ["declarations", i, "answers"]} if {
	some [i, member], level in _met
	level < _asked[member]
	not [i, member] in _with_open
}

_with_open := {[said.i, said.member] | some said in _open}

violation contains {"member": member, "code": "unanswered", "args": {"asked": _asked[member]}, "at": ["declarations", i]} if {
	some [i, member] in _asks
	not _met[[i, member]]
	not [i, member] in _with_open
}

review contains {"member": said.member, "code": "open", "args": {"level": said.level}, "at": ["declarations", said.i, "answers", said.a]} if {
	some said in _open
}

not_applicable contains {"member": member, "code": "not_asked", "args": {}, "at": ["declarations", i], "level": "verified"} if {
	some i, _ in input.declarations
	some member, 0 in _asked
}

basis contains {
	"member": said.member,
	"code": "reached",
	"args": {"level": said.level, "asked": _asked[said.member]},
	"at": ["declarations", said.i, "answers", said.a],
	"level": said.proof,
} if {
	some said in _stated
	said.outcome == "met"
	said.level >= _asked[said.member]
	said.level == _met[[said.i, said.member]]
}

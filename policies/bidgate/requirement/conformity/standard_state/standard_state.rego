# METADATA
# title: Claimed standards are current, and neither drafts nor withdrawn
# description: |
#   Looks each standard that the declaration claims up in a table of standards
#   and editions with their state on the day of the screening. A withdrawn edition,
#   after its last day, and a draft fail; until that day the edition is in
#   transition and counts. A superseded edition, one that the table does not have,
#   a standard that it does not have and a claim without an edition are for a
#   person. Where a newer edition is known, it is named. A declaration that claims
#   no standard has nothing to judge here. This cannot tell whether the product
#   meets the standard, nor whether something changed after the table was reviewed.
# custom:
#   contract: 1
#   severity: major
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: OMB Circular A-119, edition: "2016", clause: "Section 5", confidence: secondary}
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Article 27", confidence: secondary}
#   messages:
#     withdrawn: "The declaration claims {standard} of {body} in the edition {edition}, which is withdrawn; the newest is {newest}."
#     draft: "The declaration claims {standard} of {body} in the edition {edition}, which is a draft; the newest final one is {newest}."
#     superseded: "The declaration claims {standard} of {body} in the edition {edition}, which {newest} replaces, so a person must decide whether it is taken."
#     other_edition: "The declaration claims {standard} of {body} in the edition {edition}, which the table does not have, so a person must look it up; the newest there is {newest}."
#     no_edition: "The declaration claims {standard}, and its edition is {state}, so a person must ask for it."
#     not_known: "The declaration claims {standard}, which the table does not have, so a person must look up its body and state."
#     no_name: "A standard that the declaration claims has no name; the entry is {state}, so a person must ask."
#     declared: "The list of standards is declared {state}, so a person must ask for it."
#     none: "The declaration claims no standard."
#     in_transition: "The declaration claims {standard} of {body} in the edition {edition}, which counts until {until}; the newest is {newest}."
#     current: "{n:standard claimed counts|standards claimed each count} today: {standards}."
#   remedy: Claim the current edition in `standards`, or say why an older one still counts.
#   question: Which edition of each standard does the product follow?
#   tags: [core_area:security_evaluation, csf:GV, csf2:GV.OC-03]
package bidgate.requirement.conformity.standard_state

import data.bidgate.lib.standard
import data.bidgate.lib.states

_listed := {i: states.list(declaration.standards.state, count(declaration.standards.items)) |
	some i, declaration in input.declarations
}

_claims contains claim if {
	some claim in standard.claims
	_listed[claim.i] == "stated"
}

_at(claim) := ["declarations", claim.i, "standards", "items", claim.row]

violation contains {"code": claim.state, "args": claim.args, "at": _at(claim)} if {
	some claim in _claims
	claim.state in {"withdrawn", "draft"}
}

review contains {"code": claim.state, "args": claim.args, "at": _at(claim)} if {
	some claim in _claims
	claim.state in {"superseded", "other_edition", "no_edition", "not_known", "no_name"}
}

review contains {"code": "declared", "args": {"state": state}, "at": ["declarations", i, "standards"]} if {
	some i, state in _listed
	state in states.told
}

not_applicable contains {"code": "none", "args": {}, "at": ["declarations", i, "standards"], "level": "verified"} if {
	some i, state in _listed
	state in states.missing_list
}

# Declarations all of whose claims count today.
_sound contains i if {
	some i, "stated" in _listed
	found := {claim.state | some claim in _claims; claim.i == i}
	found - {"current", "in_transition"} == set()
}

basis contains {"code": "in_transition", "args": claim.args, "at": _at(claim), "level": "asserted"} if {
	some claim in _claims
	claim.state == "in_transition"
	claim.i in _sound
}

basis contains {
	"code": "current",
	"args": {"n": count(claims), "standards": concat(", ", sort({claim.args.standard | some claim in claims}))},
	"at": ["declarations", i, "standards"],
	"level": "asserted",
} if {
	some i in _sound
	claims := {claim | some claim in _claims; claim.i == i}
}

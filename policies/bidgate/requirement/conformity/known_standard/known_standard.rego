# METADATA
# title: Which known standards the declaration claims
# description: |
#   Takes down which of the standards in its table a declaration claims. The table
#   says who made each standard, of which kind it is (voluntary consensus, industry,
#   government or law), and which editions are current, superseded, drafts or
#   withdrawn; other requirements look things up in it. The state told is that on
#   the day of the screening. A standard that is not
#   claimed does not apply. A claim without an edition fails; one whose edition is
#   declared unknown or withheld is for a person. It is for information.
# custom:
#   contract: 1
#   severity: info
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: OMB Circular A-119, edition: "2016", clause: "Section 5", confidence: secondary}
#   messages:
#     claimed: "The declaration claims this standard of {body} ({kind}) in the edition {edition}, which is {is}."
#     no_edition: "The declaration claims this standard of {body} and gives no edition; the entry is {state}."
#     declared: "The edition of this standard of {body} is declared {state}, so a person must ask for it."
#     not_claimed: "The declaration does not claim this standard."
#   remedy: Name each standard that the product follows in `standards`, with its edition.
#   question: Which standards does the product follow, and in which editions?
#   tags: [core_area:security_evaluation, csf:GV, csf2:GV.OC-03]
package bidgate.requirement.conformity.known_standard

import data.bidgate.lib.standard
import data.bidgate.lib.states

# The args say what the table has of the standard, and how its edition stands.
_claims contains {"i": claim.i, "row": claim.row, "member": claim.id, "state": input.declarations[claim.i].standards.items[claim.row].edition.state, "args": claim.args} if {
	some claim in standard.claims
	claim.id != ""
}

basis contains {
	"member": claim.member,
	"code": "claimed",
	"args": claim.args,
	"at": _at(claim),
	"level": "asserted",
} if {
	some claim in _claims
	claim.state == "stated"
}

violation contains {"member": claim.member, "code": "no_edition", "args": claim.args, "at": _at(claim)} if {
	some claim in _claims
	claim.state in states.missing
	not [claim.i, claim.member] in _with_claims
}

_with_claims := {[other.i, other.member] | some other in _claims; other.state == "stated"}

review contains {"member": claim.member, "code": "declared", "args": claim.args, "at": _at(claim)} if {
	some claim in _claims
	claim.state in states.told
}

_at(claim) := ["declarations", claim.i, "standards", "items", claim.row]

not_applicable contains {"member": id, "code": "not_claimed", "args": {}, "at": ["declarations", i, "standards"], "level": "verified"} if {
	some i, _ in input.declarations
	some id, _ in data.bidgate.catalog.requirements["conformity.known_standard"].members
	not [i, id] in _claimed
}

_claimed := {[claim.i, claim.member] | some claim in _claims}

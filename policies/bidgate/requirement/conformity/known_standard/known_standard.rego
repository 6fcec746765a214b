# METADATA
# title: Which known standards the declaration claims
# description: |
#   Takes down which of the standards in its table a declaration claims. The table
#   says who made each standard, of which kind it is (voluntary consensus, industry,
#   government or law), and which editions are current, superseded, drafts or
#   withdrawn; other requirements look things up in it. A standard that is not
#   claimed does not apply. This judges nothing: it is for information.
# custom:
#   contract: 1
#   severity: info
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: OMB Circular A-119, edition: "2016", clause: "Section 5", confidence: secondary}
#   messages:
#     claimed: "The declaration claims this standard of {body}, in the edition {edition}."
#     not_claimed: "The declaration does not claim this standard."
#   remedy: Name each standard that the product follows in `standards`, with its edition.
#   question: Which standards does the product follow, and in which editions?
#   tags: [core_area:security_evaluation, csf:GV, csf2:GV.OC-03]
package bidgate.requirement.conformity.known_standard

_claims contains {"i": i, "row": j, "member": id, "body": known.columns.body, "edition": standard.edition.value} if {
	some i, declaration in input.declarations
	some j, standard in declaration.standards.items
	standard.id.state == "stated"
	some id, known in data.bidgate.catalog.requirements["conformity.known_standard"].members
	lower(standard.id.value) in known.columns.names
}

basis contains {
	"member": claim.member,
	"code": "claimed",
	"args": {"body": claim.body, "edition": claim.edition},
	"at": ["declarations", claim.i, "standards", "items", claim.row],
	"level": "asserted",
} if {
	some claim in _claims
}

not_applicable contains {"member": id, "code": "not_claimed", "args": {}, "at": ["declarations", i, "standards"], "level": "verified"} if {
	some i, _ in input.declarations
	some id, _ in data.bidgate.catalog.requirements["conformity.known_standard"].members
	not [i, id] in {[claim.i, claim.member] | some claim in _claims}
}

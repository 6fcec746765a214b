# METADATA
# title: Standards of consensus bodies come before those of a government
# description: |
#   Says of each standard that the declaration claims of which kind its body is,
#   after OMB Circular A-119. A publication of a government for which the table
#   has a voluntary consensus standard on the same subject, of which the
#   declaration claims none, is for a person: a buyer who asks for the publication
#   writes down why, and names it in reasons. A standard that the table does not
#   have is for a person too; a claim that names none fails. A declaration that
#   claims no standard has nothing to judge here. This cannot tell whether two
#   standards ask the same.
# custom:
#   contract: 1
#   severity: info
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: OMB Circular A-119, edition: "2016", clause: "Section 5", confidence: secondary}
#     - {standard: National Technology Transfer and Advancement Act, edition: "1996", clause: "Section 12(d)", confidence: memory}
#   parameters:
#     reasons: {type: strings, default: [], description: "Publications of governments for whose use you have written down a reason, by a name that the table has, such as ir8425."}
#   messages:
#     reason_asked: "The declaration claims {standard} of {body}, a publication of a government, and not {others} on the same subject, so a person must write down why."
#     not_known: "The declaration claims {standard}, which the table does not have, so a person must find out what kind of body made it."
#     no_name: "A standard that the declaration claims has no name; the entry is {state}."
#     name_declared: "The name of a standard that the declaration claims is declared {state}, so a person must ask."
#     declared: "The list of standards is declared {state}, so a person must ask for it."
#     none: "The declaration claims no standard."
#     consensus: "The declaration claims {standard} of {body}, a {kind}."
#     no_other: "The declaration claims {standard} of {body}, a {kind} for which the table has no consensus standard on the same subject."
#     with_other: "The declaration claims {standard} of {body}, a {kind}, and a consensus standard on the same subject too."
#     reason_given: "The declaration claims {standard} of {body}, a {kind}, and you have written down why it is used."
#   remedy: Claim a voluntary consensus standard on the same subject as well, or say why only the publication of the government fits.
#   question: Do you follow a voluntary consensus standard on the same subject, and if not, why not?
#   tags: [core_area:security_evaluation, csf:GV, csf2:GV.OC-03]
package bidgate.requirement.conformity.consensus_first

import data.bidgate.lib.standard
import data.bidgate.lib.states

_listed := {i: states.list(declaration.standards.state, count(declaration.standards.items)) |
	some i, declaration in input.declarations
}

_reasons contains lower(name) if some name in input.parameters.conformity.consensus_first.reasons

# How each claim stands, by the kind of its body.
_claims contains {"i": claim.i, "row": claim.row, "outcome": _outcome(claim), "args": object.union(claim.args, {"others": _others(claim.id)})} if {
	some claim in standard.claims
	_listed[claim.i] == "stated"
}

_outcome(claim) := "name_declared" if {
	claim.state == "no_name"
	claim.args.state in states.told
} else := claim.state if {
	claim.state in {"no_name", "not_known"}
} else := "consensus" if {
	standard.known(claim.id).kind != "government"
} else := "no_other" if {
	count(_instead(claim.id)) == 0
} else := "with_other" if {
	count(_ids[claim.i] & {other | some other in _instead(claim.id)}) > 0
} else := "reason_given" if {
	some name in standard.known(claim.id).names
	name in _reasons
} else := "reason_asked"

_ids[claim.i] contains claim.id if some claim in standard.claims

_instead(id) := object.get(standard.known(id), "instead", [])

_others(id) := concat(" or ", [standard.title(other) | some other in _instead(id)]) if {
	id != ""
} else := ""

_at(claim) := ["declarations", claim.i, "standards", "items", claim.row]

_open := {"name_declared", "not_known", "reason_asked"}

violation contains {"code": "no_name", "args": claim.args, "at": _at(claim)} if {
	some claim in _claims
	claim.outcome == "no_name"
}

review contains {"code": claim.outcome, "args": claim.args, "at": _at(claim)} if {
	some claim in _claims
	claim.outcome in _open
}

review contains {"code": "declared", "args": {"state": state}, "at": ["declarations", i, "standards"]} if {
	some i, state in _listed
	state in states.told
}

not_applicable contains {"code": "none", "args": {}, "at": ["declarations", i, "standards"], "level": "verified"} if {
	some i, state in _listed
	state in states.missing_list
}

# With a claim of which nothing is known, nothing passes.
_nameless contains claim.i if {
	some claim in _claims
	claim.outcome == "no_name"
}

basis contains {"code": claim.outcome, "args": claim.args, "at": _at(claim), "level": "asserted"} if {
	some claim in _claims
	not claim.outcome in (_open | {"no_name"})
	not claim.i in _nameless
}

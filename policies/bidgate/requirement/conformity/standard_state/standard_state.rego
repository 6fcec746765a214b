# METADATA
# title: Claimed standards are current, and neither drafts nor withdrawn
# description: |
#   Looks each standard that the declaration claims up in a table of standards
#   and editions with their state on the day of the screening. A withdrawn edition,
#   after its last day, and a draft fail. A superseded edition, one that the table
#   does not have, a standard that it does not have and a claim without an
#   edition are for a person. A declaration that claims no standard has nothing
#   to judge here. This cannot tell whether the product meets the standard, nor
#   whether something changed after the table was reviewed.
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
#     withdrawn: "The declaration claims {standard} of {body} in the edition {edition}, which is withdrawn."
#     draft: "The declaration claims {standard} of {body} in the edition {edition}, which is a draft."
#     superseded: "The declaration claims {standard} of {body} in the edition {edition}, which a newer one replaces, so a person must decide whether it is taken."
#     other_edition: "The declaration claims {standard} of {body} in the edition {edition}, which the table does not have, so a person must look it up."
#     no_edition: "The declaration claims {standard}, and its edition is {state}, so a person must ask for it."
#     not_known: "The declaration claims {standard}, which the table does not have, so a person must look up its body and state."
#     no_name: "A standard that the declaration claims has no name; the entry is {state}, so a person must ask."
#     declared: "The list of standards is declared {state}, so a person must ask for it."
#     none: "The declaration claims no standard."
#     current: "{n:standard claimed is|standards claimed are each} current: {standards}."
#   remedy: Claim the current edition in `standards`, or say why an older one still counts.
#   question: Which edition of each standard does the product follow?
#   tags: [core_area:security_evaluation, csf:GV, csf2:GV.OC-03]
package bidgate.requirement.conformity.standard_state

import data.bidgate.lib.states

_table := data.bidgate.catalog.requirements["conformity.known_standard"].members

_listed := {i: states.list(declaration.standards.state, count(declaration.standards.items)) |
	some i, declaration in input.declarations
}

_claims contains {"i": i, "row": j, "outcome": outcome, "args": object.union(_args(i, j), {"body": _body(i, j)})} if {
	some i, "stated" in _listed
	some j, _ in input.declarations[i].standards.items
	outcome := _outcome(i, j)
}

_args(i, j) := {
	"standard": input.declarations[i].standards.items[j].id.value,
	"edition": input.declarations[i].standards.items[j].edition.value,
	"state": _unstated(i, j),
}

_unstated(i, j) := input.declarations[i].standards.items[j].id.state if {
	input.declarations[i].standards.items[j].id.state != "stated"
} else := input.declarations[i].standards.items[j].edition.state

_known := {[i, j]: columns |
	some i, "stated" in _listed
	some j, standard in input.declarations[i].standards.items
	some row in _table
	lower(standard.id.value) in row.columns.names
	columns := row.columns
}

_body(i, j) := _known[[i, j]].body if {
	_known[[i, j]]
} else := ""

_outcome(i, j) := "no_name" if {
	input.declarations[i].standards.items[j].id.state != "stated"
} else := "not_known" if {
	not _known[[i, j]]
} else := "no_edition" if {
	input.declarations[i].standards.items[j].edition.state != "stated"
} else := "withdrawn" if {
	_in(i, j, "withdrawn")
	_known[[i, j]].withdrawn_on <= input.as_of.text
} else := "current" if {
	_in(i, j, "current")
} else := "draft" if {
	_in(i, j, "draft")
} else := "superseded" if {
	some list in ["superseded", "withdrawn"]
	_in(i, j, list)
} else := "other_edition"

_in(i, j, list) if {
	some beginning in _known[[i, j]][list]
	_begins(input.declarations[i].standards.items[j].edition.value, beginning)
}

_begins(_, "*")

_begins(edition, beginning) if startswith(lower(edition), lower(beginning))

_at(claim) := ["declarations", claim.i, "standards", "items", claim.row]

violation contains {"code": claim.outcome, "args": claim.args, "at": _at(claim)} if {
	some claim in _claims
	claim.outcome in {"withdrawn", "draft"}
}

review contains {"code": claim.outcome, "args": claim.args, "at": _at(claim)} if {
	some claim in _claims
	claim.outcome in {"superseded", "other_edition", "no_edition", "not_known", "no_name"}
}

review contains {"code": "declared", "args": {"state": state}, "at": ["declarations", i, "standards"]} if {
	some i, state in _listed
	state in states.told
}

not_applicable contains {"code": "none", "args": {}, "at": ["declarations", i, "standards"], "level": "verified"} if {
	some i, state in _listed
	state in states.missing_list
}

basis contains {
	"code": "current",
	"args": {"n": count(claims), "standards": concat(", ", sort({claim.args.standard | some claim in claims}))},
	"at": ["declarations", i, "standards"],
	"level": "asserted",
} if {
	some i, "stated" in _listed
	claims := {claim | some claim in _claims; claim.i == i}
	{claim.outcome | some claim in claims} == {"current"}
}

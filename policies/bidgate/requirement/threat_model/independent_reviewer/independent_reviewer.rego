# METADATA
# title: Someone other than the authors has reviewed the threat model
# description: |
#   Asks that each threat model names who wrote it, and a reviewer who is none of
#   the authors. People miss gaps in their own work. A model without such a
#   reviewer is for a person, and so are names that are declared unknown or
#   withheld; authors that are left out, are placeholders or have a wrong form
#   count as not stated. Names are compared without regard to case. This cannot
#   tell how closely the reviewer looked.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: NIST SP 800-218, edition: "1.1", clause: PW.2.1, confidence: source}
#   messages:
#     no_author: "The threat model names no author; the entry is {state}."
#     authors_declared: "An author of the threat model is declared {state}, so a person must ask who wrote it."
#     no_reviewer: "The threat model names no reviewer besides its authors, so a person must ask who has reviewed it."
#     reviewed: "The threat model was reviewed by {reviewers}, who did not write it."
#   remedy: Let someone who did not write the threat model review it, and name authors and reviewers in it.
#   question: Who wrote the threat model, and who else has reviewed it?
#   tags: [core_area:security_evaluation, csf:ID, csf2:ID.RA-03]
package bidgate.requirement.threat_model.independent_reviewer

import data.bidgate.lib.states

# By model, what is said of who wrote it: of the list, else of each name in it.
_authors := {i: found |
	some i, model in input.threat_models
	listed := states.list(model.authors.state, count(model.authors.items))
	found := {state | some state in {listed}; state != "stated"} | {author.name.state | some author in model.authors.items}
}

_wrote contains {"model": i, "name": lower(author.name.value)} if {
	some i, model in input.threat_models
	some author in model.authors.items
}

# By model, the reviewers who are none of its authors.
_independent := {i: names |
	some i, model in input.threat_models
	model.reviewers.state == "stated"
	names := {reviewer.name.value |
		some reviewer in model.reviewers.items
		reviewer.name.state == "stated"
		count({{"model": i, "name": lower(reviewer.name.value)}} & _wrote) == 0
	}
}

_reviewed contains i if {
	some i, names in _independent
	count(names) > 0
}

violation contains {"code": "no_author", "args": {"state": state}, "at": ["threat_models", i, "authors"]} if {
	some i, found in _authors
	some state in found
	state in states.missing_list
}

review contains {"code": "authors_declared", "args": {"state": state}, "at": ["threat_models", i, "authors"]} if {
	some i, found in _authors
	some state in found
	state in states.told
}

review contains {"code": "no_reviewer", "args": {}, "at": ["threat_models", i, "reviewers"]} if {
	some i in ({j | some j, _ in input.threat_models} - _reviewed)
}

basis contains {
	"code": "reviewed",
	"args": {"reviewers": sort(_independent[i])},
	"at": ["threat_models", i, "reviewers"],
	"level": "asserted",
} if {
	some i in _reviewed
	_authors[i] == {"stated"}
}

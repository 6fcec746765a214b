# METADATA
# title: A summary and the threat model that it completes agree
# description: |
#   A summary may fill in what the format of a threat model has no place for.
#   Asks that it does not say otherwise where the model speaks for itself: of two
#   answers a buyer can rely on neither. Something that the summary says and that
#   could not be taken, such as an entry that the model does not have or a path
#   that leads nowhere, is for a person. Without such a summary there is nothing
#   to compare. This cannot tell which of two answers is right; the word of the
#   model is the one that is judged elsewhere.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model]}
#   over: bundle
#   sources:
#     - {standard: bidgate, edition: "1", clause: Documents do not contradict each other, confidence: source}
#   messages:
#     differs: "A threat model and the summary that completes it do not agree: {problem}."
#     not_taken: "Something in a summary that completes a threat model was not taken: {problem}."
#     no_supplement: "No summary completes a threat model, so there is nothing to compare."
#     agrees: "{n:threat model is|threat models are} completed by a summary that does not contradict it."
#   remedy: Correct the summary or the threat model, so that both say the same.
#   question: Which of the two is right, the threat model or the summary?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-06]
package bidgate.requirement.threat_model.supplement_agrees

_codes := {"supplement_differs", "supplement"}

_told contains {"document": i, "row": j, "code": problem.code, "problem": problem.message} if {
	some i, document in input.bundle.documents
	some j, problem in document.problems
	problem.code in _codes
}

_completed contains i if {
	some i, model in input.threat_models
	model.supplemented_by.state == "stated"
}

violation contains {
	"code": "differs",
	"args": {"problem": told.problem},
	"at": ["bundle", "documents", told.document, "problems", told.row],
} if {
	some told in _told
	told.code == "supplement_differs"
}

review contains {
	"code": "not_taken",
	"args": {"problem": told.problem},
	"at": ["bundle", "documents", told.document, "problems", told.row],
} if {
	some told in _told
	told.code == "supplement"
}

not_applicable contains {"code": "no_supplement", "args": {}, "at": ["bundle"], "level": "verified"} if {
	count(_told) == 0
	count(_completed) == 0
}

basis contains {"code": "agrees", "args": {"n": n}, "at": ["threat_models"], "level": "verified"} if {
	count(_told) == 0
	n := count(_completed)
	n > 0
}

# METADATA
# title: Every document that claims a known kind can be read
# description: |
#   Asks that the bundle holds at least one document, and that each document
#   which claims to be an SBOM, a threat model or another known kind can be
#   read, and that nothing was refused before it could be looked at: a name that
#   systems read in different ways, a link, a file over a limit, a damaged
#   archive. What cannot be read cannot be judged, and may hide something. So it
#   is with a document in a machine-readable form that bidgate knows and does
#   not read, and with JSON so broken that its form cannot be told: a person
#   must look, unless the manifest says that the document is an attachment. A
#   document for people, such as a PDF, is not counted here; it is looked at
#   where it may be the evidence that is asked for. This cannot tell whether a
#   document that can be read is right.
# custom:
#   contract: 1
#   severity: major
#   section: governance
#   evidence: {}
#   over: bundle
#   sources:
#     - {standard: bidgate, edition: "1", clause: No pass by silence, confidence: source}
#   messages:
#     empty_bundle: "The bundle holds no document, so there is nothing to judge."
#     unreadable: "The document {path} cannot be read, so a person must look at it."
#     not_read: "The document {path} is in the form {format}, which bidgate does not read, so a person must look at it."
#     refused: "Something that was sent was not looked at, so a person must: {problem}."
#     readable: "The bundle holds {documents:document|documents}, and all that claim a known kind can be read."
#   remedy: Send the documents listed again in a form that is read and follows its format, or list what is no evidence as an attachment in the manifest.
#   question: Please send the documents listed again; they cannot be read.
#   tags: [core_area:security_evaluation, csf:GV]
package bidgate.requirement.screening.documents_readable

violation contains {"code": "empty_bundle", "args": {}, "at": ["bundle"]} if {
	count(input.bundle.documents) == 0
}

review contains {
	"code": "unreadable",
	"args": {"path": document.path},
	"at": ["bundle", "documents", i],
} if {
	some i, document in input.bundle.documents
	not document.readable
}

review contains {
	"code": "not_read",
	"args": {"path": input.bundle.documents[i].path, "format": input.bundle.documents[i].format},
	"at": ["bundle", "documents", i],
} if {
	some i in _not_read
}

review contains {
	"code": "refused",
	"args": {"problem": problem.message},
	"at": ["bundle"],
} if {
	some problem in _refused
}

# What was refused, not what the manifest lists otherwise: that has its own requirement.
_refused contains problem if {
	some problem in input.bundle.problems
	not problem.code in {"manifest_missing", "manifest_differs", "manifest_kind"}
}

basis contains {"code": "readable", "args": {"documents": readable}, "at": ["bundle"], "level": "verified"} if {
	readable := count([1 | some document in input.bundle.documents; document.readable])
	readable > 0
	readable == count(input.bundle.documents)
	count(_refused) == 0
	count(_not_read) == 0
}

# Documents in a known form that no reader takes.
_not_read contains i if {
	some i, document in input.bundle.documents
	some problem in document.problems
	problem.code == "not_read"
}

# METADATA
# title: Nothing in a document contradicts itself or counts for nothing
# description: |
#   Lists what readers find while they read a document that can be read as a
#   whole: a status that the document itself does not bear out, a reference that
#   leads nowhere, an entry or answer that stands twice, a value or a field that
#   the format does not have. Such a statement counts for nothing or may mean two
#   things, and nobody would learn of it. What breaks the schema of an SBOM, and
#   digests that differ, are judged by requirements of their own. Where a
#   document has more problems than are listed, a person looks at it. This cannot
#   tell which of two statements is right.
# custom:
#   contract: 1
#   severity: minor
#   section: governance
#   evidence: {}
#   over: bundle
#   sources:
#     - {standard: bidgate, edition: "1", clause: No pass by silence, confidence: source}
#   messages:
#     found: "{path}: {text}."
#     unlisted: "The document {path} has more problems than are listed, so a person must look at it."
#     none_read: "The bundle has no document that readers look into, so nothing can be found in one."
#     none_found: "In {documents:document|documents} nothing of this kind was found."
#   remedy: Correct the places listed.
#   question: What is meant at the places listed?
#   tags: [core_area:security_evaluation, csf:GV]
package bidgate.requirement.screening.documents_sound

_rows := data.bidgate.catalog.requirements["screening.documents_sound"].members

_members[code] contains member if {
	some member, row in _rows
	some code in row.columns.codes
}

_read contains row if {
	some row, document in input.bundle.documents
	document.readable
	count({kind | some kind in document.kinds; kind != "attachment"}) > 0
}

# Values of another type than the schema's are told with the schema of an SBOM.
_elsewhere contains [row, "wrong_type"] if {
	some row in _read
	"sbom" in input.bundle.documents[row].kinds
}

_found contains {"member": member, "path": document.path, "text": problem.message, "at": at} if {
	some row in _read
	document := input.bundle.documents[row]
	some k, problem in document.problems
	not [row, problem.code] in _elsewhere
	some code, members in _members
	code == problem.code
	some member in members
	not _told(member, problem.at.pointer)
	at := ["bundle", "documents", row, "problems", k]
}

_found contains {"member": member, "path": path, "text": warning.text, "at": ["threat_models", i, "warnings", k]} if {
	some i, model in input.threat_models
	path := input.bundle.documents[model.document].path
	some k, warning in model.warnings
	some code, members in _members
	code == warning.code
	some member in members
	not _told(member, warning.location)
}

# Places of which another requirement tells.
_told(member, pointer) if {
	some pattern in _rows[member].columns.elsewhere
	regex.match(pattern, pointer)
}

_unlisted contains row if {
	some row in _read
	some problem in input.bundle.documents[row].problems
	problem.limit != ""
}

violation contains {"member": f.member, "code": "found", "args": {"path": f.path, "text": f.text}, "at": f.at} if some f in _found

review contains {"member": member, "code": "unlisted", "args": {"path": path}, "at": ["bundle", "documents", row]} if {
	some row in _unlisted
	path := input.bundle.documents[row].path
	some member, _ in _rows
}

basis contains {"member": member, "code": "none_found", "args": {"documents": n}, "at": ["bundle"], "level": "verified"} if {
	n := count(_read)
	n > 0
	count(_unlisted) == 0
	some member, _ in _rows
	count([1 | some f in _found; f.member == member]) == 0
}

not_applicable contains {"member": member, "code": "none_read", "args": {}, "at": ["bundle"], "level": "verified"} if {
	count(_read) == 0
	some member, _ in _rows
}

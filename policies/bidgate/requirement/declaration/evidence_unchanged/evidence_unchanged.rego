# METADATA
# title: Evidence is the file that the declaration means
# description: |
#   A declaration may name the files that it rests on, each with the digest of
#   its bytes. Asks that no file in the bundle has another digest than the
#   declaration states for it: an answer that rests on another file than the one
#   that was sent rests on nothing. A file of the bundle that is named without a
#   digest is for a person: nothing shows that it is the one that is meant. Files
#   that are not in the bundle or lie elsewhere cannot be compared here; another
#   requirement looks for them. This cannot tell what the file shows.
# custom:
#   contract: 1
#   severity: major
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: CISA Software Acquisition Guide, edition: "2024", clause: Answers agree with evidence, confidence: secondary}
#     - {standard: bidgate, edition: "1", clause: Digests of evidence, confidence: source}
#   messages:
#     other_file: "The declaration states another digest for {path} than the file in the bundle has."
#     other_signature: "The declaration states another digest for the signature {path} than the file in the bundle has."
#     no_digest: "The declaration names {path} without a digest, so a person must see that the file in the bundle is the one that is meant."
#     nothing_to_compare: "The declaration names no file of the bundle, so there is nothing to compare."
#     same: "The files that the declaration names with a digest are those in the bundle: {n}."
#   remedy: Send the files that the declaration means, or correct their digests in it.
#   question: Which file is the one that the declaration rests on?
#   tags: [core_area:security_evaluation, csf:ID, csf2:ID.RA-09]
package bidgate.requirement.declaration.evidence_unchanged

_files contains {"declaration": i, "file": item.file, "at": ["declarations", i, "evidence", "items", j, "file"], "signature": false} if {
	some i, declaration in input.declarations
	some j, item in declaration.evidence.items
}

_files contains {
	"declaration": i,
	"file": signatory.signature,
	"at": ["declarations", i, "affirmation", "signatories", "items", j, "signature"],
	"signature": true,
} if {
	some i, declaration in input.declarations
	some j, signatory in declaration.affirmation.signatories.items
}

_compared[i] := {
	"same": count(array.concat(_files_that(i, "same"), _signatures_that(i, "same"))),
	"differs": count(array.concat(_files_that(i, "differs"), _signatures_that(i, "differs"))),
	"no_digest": count(_files_that(i, "no_digest")),
} if {
	some i, _ in input.declarations
}

_files_that(i, outcome) := [j | some j, item in input.declarations[i].evidence.items; item.file.outcome == outcome]

_signatures_that(i, outcome) := [j | some j, signatory in input.declarations[i].affirmation.signatories.items; signatory.signature.outcome == outcome]

violation contains {"code": "other_file", "args": {"path": f.file.path.value}, "at": f.at} if {
	some f in _files
	f.file.outcome == "differs"
	not f.signature
}

violation contains {"code": "other_signature", "args": {"path": f.file.path.value}, "at": f.at} if {
	some f in _files
	f.file.outcome == "differs"
	f.signature
}

review contains {"code": "no_digest", "args": {"path": f.file.path.value}, "at": f.at} if {
	some f in _files
	f.file.outcome == "no_digest"
	not f.signature
}

not_applicable contains {
	"code": "nothing_to_compare",
	"args": {},
	"at": ["declarations", i, "evidence"],
	"level": "verified",
} if {
	some i, n in _compared
	(n.same + n.differs) + n.no_digest == 0
}

basis contains {"code": "same", "args": {"n": n.same}, "at": ["declarations", i, "evidence"], "level": "verified"} if {
	some i, n in _compared
	n.same > 0
	n.differs + n.no_digest == 0
}

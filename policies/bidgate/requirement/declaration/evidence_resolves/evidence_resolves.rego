# METADATA
# title: The evidence behind answers can be found
# description: |
#   Asks that what an answer names as its evidence can be found in the bundle: the
#   id is that of a listed piece of evidence, the file is there and is the very
#   file where a digest is stated, and the place in it exists. A promise of
#   evidence that cannot be opened is worth no more than the answer alone. A web
#   address is not opened, so a person looks. A declaration whose answers name no
#   evidence owes nothing here; which answers need evidence is asked elsewhere. An
#   empty file shows nothing. This cannot tell whether the evidence shows what the
#   answer says.
# custom:
#   contract: 1
#   severity: minor
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: CISA Software Acquisition Guide, edition: "2024", clause: Answers agree with evidence, confidence: secondary}
#     - {standard: CycloneDX, edition: "1.7", clause: declarations.evidence, confidence: source}
#   messages:
#     no_such_evidence: "The answer to {clause} names the evidence {ref}, and the declaration lists none of that name."
#     not_sent: "The answer to {clause} rests on the evidence {ref}, whose file is not in the bundle."
#     other_file: "The answer to {clause} rests on the evidence {ref}, whose file has another digest than the declaration states."
#     no_such_place: "The answer to {clause} points to {pointer} in the evidence {ref}, and there is nothing."
#     empty_file: "The answer to {clause} rests on the evidence {ref}, whose file is empty."
#     not_opened: "The answer to {clause} rests on the evidence {ref}, which lies at a web address, so a person must open it."
#     no_evidence: "No answer names evidence, so there is nothing to look for."
#     found: "The evidence that answers name was found: {n}; of it without a digest: {plain}."
#   remedy: Add the files listed to the bundle, or correct how the answers name them.
#   question: Please send the evidence that the answers listed name.
#   tags: [core_area:security_evaluation, csf:ID, csf2:ID.RA-09]
package bidgate.requirement.declaration.evidence_resolves

_proofs contains {"declaration": i, "outcome": outcome, "at": ["declarations", i, "answers", a, "evidence", p]} if {
	some i, declaration in input.declarations
	some a, answer in declaration.answers
	some p, proof in answer.evidence
	outcome := {true: proof.outcome, false: "none"}[proof.ref.state == "stated"]
}

# What a message says of a proof, by its place.
_args(at) := {"clause": answer.requirement.value, "ref": answer.evidence[at[5]].ref.value} if {
	answer := input.declarations[at[1]].answers[at[3]]
}

_found := {"same", "no_digest"}

_codes := {
	"dangling": "no_such_evidence",
	"none": "no_such_evidence",
	"missing": "not_sent",
	"differs": "other_file",
}

violation contains {"code": "no_such_evidence", "args": _args(proof.at), "at": proof.at} if {
	some proof in _proofs
	_codes[proof.outcome] == "no_such_evidence"
}

violation contains {"code": "not_sent", "args": _args(proof.at), "at": proof.at} if {
	some proof in _proofs
	_codes[proof.outcome] == "not_sent"
}

violation contains {"code": "other_file", "args": _args(proof.at), "at": proof.at} if {
	some proof in _proofs
	_codes[proof.outcome] == "other_file"
}

violation contains {
	"code": "no_such_place",
	"args": object.union(_args(at), {"pointer": pointer}),
	"at": at,
} if {
	some proof in _proofs
	proof.outcome == "pointer"
	at := proof.at
	pointer := input.declarations[at[1]].answers[at[3]].evidence[at[5]].pointer.value
}

# Answers whose evidence is a file without a byte.
_empty contains proof if {
	some proof in _proofs
	at := proof.at
	document := input.declarations[at[1]].answers[at[3]].evidence[at[5]].document
	document >= 0
	input.bundle.documents[document].size == 0
}

violation contains {"code": "empty_file", "args": _args(proof.at), "at": proof.at} if some proof in _empty

review contains {"code": "not_opened", "args": _args(proof.at), "at": proof.at} if {
	some proof in _proofs
	proof.outcome == "url"
}

_naming := {proof.declaration | some proof in _proofs}

not_applicable contains {
	"code": "no_evidence",
	"args": {},
	"at": ["declarations", i, "answers"],
	"level": "verified",
} if {
	some i in ({j | some j, _ in input.declarations} - _naming)
}

basis contains {
	"code": "found",
	"args": {"n": count(found), "plain": count(plain)},
	"at": ["declarations", i, "answers"],
	"level": "verified",
} if {
	some i in _naming
	proofs := {proof | some proof in _proofs; proof.declaration == i}
	found := {proof | some proof in proofs; proof.outcome in _found}
	count(found) == count(proofs)
	count(proofs & _empty) == 0
	plain := {proof | some proof in found; proof.outcome == "no_digest"}
}

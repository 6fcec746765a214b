# METADATA
# title: The SBOM carries a signature
# description: |
#   Asks that each SBOM is signed: inside the document, or by a signature in the
#   bundle that names it. A signature lets a buyer tell who signed the list and
#   that nobody changed it since. A file in the bundle whose name begins with
#   that of the SBOM, such as `app.cdx.json.pem`, may belong to a signature, and
#   a person looks at it. That there is a signature is the word of the vendor,
#   until it is verified with a key that you trust; whether it holds is the
#   question of sbom.signature_verified.
# custom:
#   contract: 1
#   severity: info
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: CISA Minimum Elements for an SBOM, edition: "2026", clause: "Author Signature", confidence: secondary}
#   messages:
#     not_signed: "The SBOM carries no signature; the entry is {state}."
#     declared: "The signature of the SBOM is declared {state}, so a person must ask for it."
#     beside: "The file {path} lies beside the SBOM and may hold its signature, so a person must look at it."
#     signed: "The SBOM carries a signature."
#     covered: "The SBOM is named by the signature in {path}."
#     verified: "The SBOM is signed with a key that you trust: {owner}."
#   remedy: Sign the SBOM, and put the signature into `signature` or into a file beside it.
#   question: Please send the SBOM with the signature of its author.
#   tags: [core_area:cryptographic_techniques, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.author_signature

import data.bidgate.lib.signature
import data.bidgate.lib.states

# Files whose names are that of an SBOM and a further ending, and that are not
# known as its signature.
_beside contains {"i": i, "document": row, "path": document.path} if {
	some i, sbom in input.sboms
	name := concat("", [input.bundle.documents[sbom.document].path, "."])
	some row, document in input.bundle.documents
	startswith(document.path, name)
	not i in _covered
}

_with_file := {file.i | some file in _beside}

_covered := {pair.i | some pair in signature.over_sboms; pair.says == "covers"}

_verified := signature.verified(signature.over_sboms)

violation contains {"code": "not_signed", "args": {"state": state}, "at": ["sboms", i]} if {
	some i, sbom in input.sboms
	state := sbom.facts.document.signature
	state in states.missing
	not i in _with_file
	not i in _covered
}

review contains {"code": "declared", "args": {"state": state}, "at": ["sboms", i]} if {
	some i, sbom in input.sboms
	state := sbom.facts.document.signature
	state in states.told
	not i in _covered
}

review contains {"code": "beside", "args": {"path": file.path}, "at": ["sboms", file.i]} if {
	some file in _beside
	input.sboms[file.i].facts.document.signature in states.missing
}

basis contains {"code": "signed", "args": {}, "at": ["sboms", i], "level": "asserted"} if {
	some i, sbom in input.sboms
	sbom.facts.document.signature == "stated"
	not i in _verified
}

basis contains {"code": "covered", "args": {"path": signature.holder(pair.row)}, "at": ["sboms", pair.i], "level": "asserted"} if {
	some pair in signature.over_sboms
	pair.says == "covers"
	input.signatures[pair.row].form != "jsf"
	not pair.i in _verified
}

basis contains {"code": "verified", "args": {"owner": signature.owner(pair.row)}, "at": ["sboms", pair.i], "level": "verified"} if {
	some pair in signature.over_sboms
	pair.says == "covers"
	input.signatures[pair.row].outcome == "verified"
}

# METADATA
# title: The SBOM carries a signature
# description: |
#   Asks that each SBOM carries a signature inside the document. A signature
#   lets a buyer tell who signed the list and that nobody changed it since. A
#   file in the bundle whose name begins with that of the SBOM, such as
#   `app.cdx.json.sig`, may be a signature beside it, and a person looks at it.
#   Nothing here checks the signature itself: that it is there is the word of
#   the vendor, and this cannot tell whether it is valid or whose it is.
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
#     signed: "The SBOM carries a signature, which is not checked here."
#   remedy: Sign the SBOM, and put the signature into `signature`.
#   question: Please send the SBOM with the signature of its author.
#   tags: [core_area:cryptographic_techniques, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.author_signature

import data.bidgate.lib.states

# Files whose names are that of an SBOM and a further ending.
_beside contains {"i": i, "document": row, "path": document.path} if {
	some i, sbom in input.sboms
	name := concat("", [input.bundle.documents[sbom.document].path, "."])
	some row, document in input.bundle.documents
	startswith(document.path, name)
}

_with_file := {file.i | some file in _beside}

violation contains {"code": "not_signed", "args": {"state": state}, "at": ["sboms", i]} if {
	some i, sbom in input.sboms
	state := sbom.facts.document.signature
	state in states.missing
	not i in _with_file
}

review contains {"code": "declared", "args": {"state": state}, "at": ["sboms", i]} if {
	some i, sbom in input.sboms
	state := sbom.facts.document.signature
	state in states.told
}

review contains {"code": "beside", "args": {"path": file.path}, "at": ["sboms", file.i]} if {
	some file in _beside
	input.sboms[file.i].facts.document.signature in states.missing
}

basis contains {"code": "signed", "args": {}, "at": ["sboms", i], "level": "asserted"} if {
	some i, sbom in input.sboms
	sbom.facts.document.signature == "stated"
}

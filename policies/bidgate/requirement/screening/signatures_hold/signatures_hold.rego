# METADATA
# title: Nothing that was signed has been changed
# description: |
#   Asks that no signature in the bundle contradicts it: that none names a key
#   which you trust and was not made by it, and that documents which a trusted
#   key signed still have the bytes that were signed. It judges only signatures
#   that your keys (`--keys`) can speak of, also those with a key that counts no
#   longer; whether there is a signature, and whether its key counts, others ask.
#   A bundle in which nothing is signed with a key of yours owes nothing here.
#   This cannot tell who changed what was signed, or when.
# custom:
#   contract: 1
#   severity: major
#   section: supply-chain
#   evidence: {}
#   over: bundle
#   sources:
#     - {standard: NIST SP 800-218, edition: "1.1", clause: PS.2.1, confidence: secondary}
#     - {standard: bidgate, edition: "1", clause: Signatures, confidence: source}
#   messages:
#     broken: "The signature in {path} names the key of {owner}, which did not make it, or what it was made over has been changed."
#     changed: "The document {path} is not the one that {owner} signed."
#     removed: "{owner} signed the file {path}, and the bundle does not hold it."
#     added: "The file {path} came into the bundle after {owner} had signed it."
#     no_keys: "You gave no keys, so no signature in the bundle could be held against what was signed."
#     none: "No signature in the bundle was made with a key that you trust."
#     hold: "Nothing that was signed has been changed: {n:signature|signatures} of keys that you trust looked at."
#   remedy: Send the documents as they were signed, or sign them again.
#   question: Who changed what was signed, and which documents are the right ones?
#   tags: [core_area:cryptographic_techniques, csf:PR, csf2:PR.DS-01]
package bidgate.requirement.screening.signatures_hold

import data.bidgate.lib.signature

_held contains row if {
	some row, s in input.signatures
	s.outcome in signature.held
}

_broken contains row if {
	some row, s in input.signatures
	s.outcome == "broken"
}

_contradicted contains {"row": row, "code": "changed", "path": input.bundle.documents[document].path} if {
	some row in _held
	some document in input.signatures[row].changed
}

_contradicted contains {"row": row, "code": "added", "path": input.bundle.documents[document].path} if {
	some row in _held
	some document in input.signatures[row].added
}

_contradicted contains {"row": row, "code": "removed", "path": path} if {
	some row in _held
	some path in input.signatures[row].removed
}

_unspoken contains code if {
	count(_held) + count(_broken) == 0
	code := _why
}

_why := "no_keys" if {
	some s in input.signatures
	s.outcome == "not_checked"
} else := "none"

violation contains {
	"code": "broken",
	"args": {"path": signature.holder(row), "owner": signature.owner(row)},
	"at": ["signatures", row],
} if {
	some row in _broken
}

violation contains {
	"code": c.code,
	"args": {"path": c.path, "owner": signature.owner(c.row)},
	"at": ["signatures", c.row],
} if {
	some c in _contradicted
}

not_applicable contains {"code": code, "args": {}, "at": ["bundle"], "level": "verified"} if {
	some code in _unspoken
}

basis contains {"code": "hold", "args": {"n": count(_held)}, "at": ["bundle"], "level": "verified"} if {
	count(_held) > 0
	count(_broken) == 0
	count(_contradicted) == 0
}

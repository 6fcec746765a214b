# METADATA
# title: The signature of the declaration verifies
# description: |
#   Asks that a key which you trust made a signature over the very bytes of each
#   declaration: in a file beside it or one that it names as its detached
#   signature, in an envelope (DSSE) that names it by its digest, or over the
#   whole bundle. You give the keys with `--keys`. Without keys, by an unknown or
#   expired key, or in a form that is not verified here, a signature shows
#   nothing, and a person must look at it. One that is broken, or over other
#   bytes, fails. A declaration without a signature fails only where you require
#   one. This cannot tell whether the owner of the key may sign for the maker.
# custom:
#   contract: 1
#   severity: major
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: ISO/IEC 17050-1, edition: "2004", clause: "6", confidence: memory}
#     - {standard: CISA Software Acquisition Guide, edition: "2024", clause: "Signature page", confidence: source}
#   parameters:
#     required: {type: boolean, default: false, description: Whether each declaration must be signed so that it can be verified.}
#   messages:
#     broken: "The signature in {path} does not hold for this declaration: it or the signature was changed, or another key made it."
#     not_signed: "You ask for a signature that can be verified, and none is over this declaration."
#     not_checked: "The declaration is signed, and no keys were given to verify the signature in {path}."
#     unknown_key: "No key that you trust made the signature in {path}, so a person must find out whose it is."
#     expired: "The signature in {path} was made with the key of {owner}, which counts no longer."
#     not_yet_valid: "The signature in {path} was made with the key of {owner}, which does not count yet."
#     unsupported: "The signature in {path} is in a form that bidgate does not verify, so a person must."
#     none: "No signature is over the declaration, and you do not require one."
#     verified: "The declaration is signed with a key that you trust: {owner}."
#   remedy: Send your public key to the buyer apart from the bundle; where the declaration was changed after signing, sign it again.
#   question: With which key is the declaration signed, and how can we get its public half from you?
#   tags: [core_area:cryptographic_techniques, csf:GV, csf2:GV.SC-06]
package bidgate.requirement.declaration.signature_verified

import data.bidgate.lib.signature

_required := input.parameters.declaration.signature_verified.required

# What becomes of signatures that show nothing, and of those whose key does not
# count on the day.
_shows_nothing := {"not_checked": "not_checked", "unknown_key": "unknown_key", "unsupported": "unsupported"}

_does_not_count := {"expired": "expired", "not_yet_valid": "not_yet_valid"}

_verified := signature.verified(signature.over_declarations)

_broken := signature.broken(signature.over_declarations)

_signed := {pair.i | some pair in signature.over_declarations}

_at(i) := ["declarations", i, "affirmation"]

_without contains i if {
	some i, _ in input.declarations
	not i in _signed
}

violation contains {"code": "broken", "args": {"path": signature.holder(pair.row)}, "at": _at(pair.i)} if {
	some pair in _broken
	not pair.i in _verified
}

violation contains {"code": "not_signed", "args": {}, "at": _at(i)} if {
	_required
	some i in _without
}

review contains {"code": code, "args": {"path": signature.holder(pair.row)}, "at": _at(pair.i)} if {
	some pair in (signature.over_declarations - _broken)
	not pair.i in _verified
	code := _shows_nothing[input.signatures[pair.row].outcome]
}

review contains {
	"code": code,
	"args": {"path": signature.holder(pair.row), "owner": signature.owner(pair.row)},
	"at": _at(pair.i),
} if {
	some pair in (signature.over_declarations - _broken)
	not pair.i in _verified
	code := _does_not_count[input.signatures[pair.row].outcome]
}

not_applicable contains {"code": "none", "args": {}, "at": _at(i), "level": "verified"} if {
	not _required
	some i in _without
}

basis contains {"code": "verified", "args": {"owner": signature.owner(pair.row)}, "at": ["declarations", pair.i], "level": "verified"} if {
	some pair in signature.over_declarations
	pair.says == "covers"
	input.signatures[pair.row].outcome == "verified"
}

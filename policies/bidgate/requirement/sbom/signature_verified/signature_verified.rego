# METADATA
# title: The signature of the SBOM verifies
# description: |
#   Asks that a key which you trust made a signature over the very bytes of each
#   SBOM: inside the document (JSF with Ed25519 or ES256), in a file beside it,
#   in an envelope (DSSE) that names it by its digest, or over the whole bundle.
#   You give the keys with `--keys`. Without keys, by an unknown or expired key,
#   or in a form that is not verified here, such as OpenPGP or sigstore, a
#   signature shows nothing, and a person must look at it. One that is broken, or
#   over other bytes, fails. An SBOM without a signature fails only where you
#   require one. This cannot tell whether the key was stolen, or when it was used.
# custom:
#   contract: 1
#   severity: major
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: CISA Minimum Elements for an SBOM, edition: "2026", clause: "Author Signature", confidence: secondary}
#   parameters:
#     required: {type: boolean, default: false, description: Whether each SBOM must be signed.}
#   messages:
#     broken: "The signature in {path} does not hold for this SBOM: the SBOM or the signature was changed, or another key made it."
#     not_signed: "You ask for a signature, and the SBOM has none; the entry is {state}."
#     not_checked: "The SBOM is signed, and no keys were given to verify the signature in {path}."
#     unknown_key: "No key that you trust made the signature in {path}, so a person must find out whose it is."
#     expired: "The signature in {path} was made with the key of {owner}, which counts no longer."
#     not_yet_valid: "The signature in {path} was made with the key of {owner}, which does not count yet."
#     unsupported: "The signature in {path} is in a form that bidgate does not verify, so a person must."
#     declared: "The signature of the SBOM is declared {state}, so a person must ask for it."
#     none: "The SBOM has no signature, and you do not require one."
#     verified: "The SBOM is signed with a key that you trust: {owner}."
#   remedy: Send your public key to the buyer apart from the bundle; where the SBOM was changed after signing, sign it again.
#   question: With which key is the SBOM signed, and how can we get its public half from you?
#   tags: [core_area:cryptographic_techniques, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.signature_verified

import data.bidgate.lib.signature
import data.bidgate.lib.states

_required := input.parameters.sbom.signature_verified.required

# What becomes of signatures that show nothing, and of those whose key does not
# count on the day.
_shows_nothing := {"not_checked": "not_checked", "unknown_key": "unknown_key", "unsupported": "unsupported"}

_does_not_count := {"expired": "expired", "not_yet_valid": "not_yet_valid"}

_verified := signature.verified(signature.over_sboms)

_broken := signature.broken(signature.over_sboms)

_signed := {pair.i | some pair in signature.over_sboms}

_at(i) := ["sboms", i, "facts", "document", "signature"]

_without contains i if {
	some i, _ in input.sboms
	not i in _signed
}

violation contains {"code": "broken", "args": {"path": signature.holder(pair.row)}, "at": _at(pair.i)} if {
	some pair in _broken
	not pair.i in _verified
}

violation contains {"code": "not_signed", "args": {"state": state}, "at": _at(i)} if {
	_required
	some i in _without
	state := input.sboms[i].facts.document.signature
	not state in states.told
}

review contains {"code": code, "args": {"path": signature.holder(pair.row)}, "at": _at(pair.i)} if {
	some pair in (signature.over_sboms - _broken)
	not pair.i in _verified
	code := _shows_nothing[input.signatures[pair.row].outcome]
}

review contains {
	"code": code,
	"args": {"path": signature.holder(pair.row), "owner": signature.owner(pair.row)},
	"at": _at(pair.i),
} if {
	some pair in (signature.over_sboms - _broken)
	not pair.i in _verified
	code := _does_not_count[input.signatures[pair.row].outcome]
}

review contains {"code": "declared", "args": {"state": state}, "at": _at(i)} if {
	_required
	some i in _without
	state := input.sboms[i].facts.document.signature
	state in states.told
}

not_applicable contains {"code": "none", "args": {}, "at": _at(i), "level": "verified"} if {
	not _required
	some i in _without
}

basis contains {"code": "verified", "args": {"owner": signature.owner(pair.row)}, "at": ["sboms", pair.i], "level": "verified"} if {
	some pair in signature.over_sboms
	pair.says == "covers"
	input.signatures[pair.row].outcome == "verified"
}

# METADATA
# title: The bundle is signed as it arrived
# description: |
#   Asks that a key which you trust made a signature over the list of all files
#   of the bundle, and that these are the files which arrived. The signature is a
#   file at the root of the bundle or comes beside it (`--bundle-signature`), and
#   `bidgate sign` writes it. You give the keys with `--keys`.
#   Without keys, or by an unknown or expired key, it shows nothing, and a person
#   must look at it. The owner of the key, in the words of your list, should be
#   the vendor of the offer. A bundle without a signature fails only where you
#   require one. This cannot tell what happened before the bundle was signed.
# custom:
#   contract: 1
#   severity: minor
#   section: supply-chain
#   evidence: {}
#   over: bundle
#   sources:
#     - {standard: NIST SP 800-218, edition: "1.1", clause: PS.2.1, confidence: secondary}
#     - {standard: bidgate, edition: "1", clause: Signature of a bundle, confidence: source}
#   parameters:
#     required: {type: boolean, default: false, description: Whether the bundle must be signed.}
#   messages:
#     changed: "The bundle is not what {owner} signed: {changed:file|files} changed, {added:file|files} added and {removed:file|files} removed since."
#     broken: "The signature of the bundle in {path} is broken: it names the key of {owner}, which did not make it."
#     not_signed: "You ask for a signature over the bundle, and there is none."
#     not_checked: "The bundle is signed, and no keys were given to verify the signature in {path}."
#     unknown_key: "No key that you trust made the signature of the bundle in {path}, so a person must find out whose it is."
#     expired: "The signature of the bundle was made with the key of {owner}, which counts no longer."
#     not_yet_valid: "The signature of the bundle was made with the key of {owner}, which does not count yet."
#     unsupported: "The signature of the bundle in {path} is one more than bidgate verifies, so a person must look at it."
#     other_owner: "The bundle is signed with the key of {owner}, and {vendor} offers it, so a person must see that both are one."
#     none: "The bundle has no signature, and you do not require one."
#     verified: "The bundle is signed with the key of {owner}, and holds every file that was signed, {n} in all."
#   remedy: Sign the bundle as you send it with `bidgate sign`, and send your public key to the buyer apart from the bundle.
#   question: With which key is the bundle signed, and how can we get its public half from you?
#   tags: [core_area:cryptographic_techniques, csf:PR, csf2:PR.DS-01]
package bidgate.requirement.screening.bundle_signature

import data.bidgate.lib.signature

_required := input.parameters.screening.bundle_signature.required

# What becomes of signatures that show nothing, and of those whose key does not
# count on the day.
_shows_nothing := {"not_checked": "not_checked", "unknown_key": "unknown_key", "unsupported": "unsupported"}

_does_not_count := {"expired": "expired", "not_yet_valid": "not_yet_valid"}

_rows contains row if {
	some row, s in input.signatures
	s.form == "bundle"
	s.whole
}

_differs contains row if {
	some row in _rows
	s := input.signatures[row]
	(count(s.changed) + count(s.added)) + count(s.removed) > 0
}

_same contains row if {
	some row in (_rows - _differs)
	count(input.signatures[row].covers) > 0
}

_good contains row if {
	some row in _same
	input.signatures[row].outcome == "verified"
}

_changed contains row if {
	some row in _differs
	input.signatures[row].outcome in signature.held
}

# The key is the vendor's where the list of keys names nobody, or nobody is named
# as the one who offers.
_others contains row if {
	some row in _good
	input.offer.vendor != ""
	input.signatures[row].owner != ""
	lower(input.signatures[row].owner) != lower(input.offer.vendor)
}

_open(row) if {
	count(_good) == 0
	not row in _changed
}

violation contains {
	"code": "changed",
	"args": {"owner": signature.owner(row), "changed": count(s.changed), "added": count(s.added), "removed": count(s.removed)},
	"at": ["signatures", row],
} if {
	some row in _changed
	count(_good) == 0
	s := input.signatures[row]
}

violation contains {
	"code": "broken",
	"args": {"path": signature.holder(row), "owner": signature.owner(row)},
	"at": ["signatures", row],
} if {
	some row in _rows
	count(_good) == 0
	input.signatures[row].outcome == "broken"
}

violation contains {"code": "not_signed", "args": {}, "at": ["bundle"]} if {
	_required
	count(_rows) == 0
}

review contains {"code": code, "args": {"path": signature.holder(row)}, "at": ["signatures", row]} if {
	some row in _rows
	_open(row)
	code := _shows_nothing[input.signatures[row].outcome]
}

review contains {"code": code, "args": {"owner": signature.owner(row)}, "at": ["signatures", row]} if {
	some row in _rows
	_open(row)
	code := _does_not_count[input.signatures[row].outcome]
}

review contains {
	"code": "other_owner",
	"args": {"owner": signature.owner(row), "vendor": input.offer.vendor},
	"at": ["signatures", row],
} if {
	some row in _others
	count(_good - _others) == 0
}

not_applicable contains {"code": "none", "args": {}, "at": ["bundle"], "level": "verified"} if {
	not _required
	count(_rows) == 0
}

basis contains {
	"code": "verified",
	"args": {"owner": signature.owner(row), "n": count(input.signatures[row].covers)},
	"at": ["signatures", row],
	"level": "verified",
} if {
	some row in (_good - _others)
}

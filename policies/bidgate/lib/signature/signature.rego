# METADATA
# scope: package
# title: Signatures
# description: |
#   Sorts what is known of the signatures over a document. A signature holds when
#   a trusted key made it, also one that counts no longer or not yet; only a
#   verified one shows anything. What no key was given for, what no trusted key
#   made and what is in a form that nothing here verifies is for a person.
package bidgate.lib.signature

# METADATA
# description: The outcomes of signatures that a trusted key made.
held := {"verified", "expired", "not_yet_valid"}

# METADATA
# description: The signatures over each SBOM, as rows, with what the signature says of it.
over_sboms contains {"i": i, "row": row, "says": "covers"} if {
	some row, signature in input.signatures
	some document in signature.covers
	i := _sboms[document]
}

over_sboms contains {"i": i, "row": row, "says": "changed"} if {
	some row, signature in input.signatures
	some document in signature.changed
	i := _sboms[document]
}

# METADATA
# description: The signatures over each declaration, likewise.
over_declarations contains {"i": i, "row": row, "says": "covers"} if {
	some row, signature in input.signatures
	some document in signature.covers
	i := _declarations[document]
}

over_declarations contains {"i": i, "row": row, "says": "changed"} if {
	some row, signature in input.signatures
	some document in signature.changed
	i := _declarations[document]
}

_sboms := {sbom.document: i | some i, sbom in input.sboms}

_declarations := {declaration.document: i | some i, declaration in input.declarations}

# METADATA
# description: The subjects with a verified signature over their very bytes.
verified(pairs) := {pair.i |
	some pair in pairs
	pair.says == "covers"
	input.signatures[pair.row].outcome == "verified"
}

# METADATA
# description: The pairs in which a signature is broken, or holds over other bytes.
broken(pairs) := {pair |
	some pair in pairs
	_broken(pair.row, pair.says)
}

_broken(row, _) if input.signatures[row].outcome == "broken"

_broken(row, "changed") if input.signatures[row].outcome in held

# METADATA
# description: What holds a signature, in words.
holder(row) := input.bundle.documents[document].path if {
	document := input.signatures[row].document
	document >= 0
} else := "the signature given beside the bundle"

# METADATA
# description: Whose key made a signature, in words.
owner(row) := input.signatures[row].owner if {
	input.signatures[row].owner != ""
} else := concat(" ", ["the owner of", input.signatures[row].key_id]) if {
	input.signatures[row].key_id != ""
} else := "somebody unnamed"

# METADATA
# title: The documents are not those of another bid
# description: |
#   Compares the bundle with the other bids of the procurement, as far as the
#   buyer names them. A product that another bidder offers and this one does not,
#   and an SBOM with the serial number or the bytes of another bid's, belong to
#   something else than what is on the table. Where both offer the same product,
#   as two resellers do, or where both bids are of one vendor, a person looks at
#   it. Bytes that name what is offered here and not what the other one offers
#   are this vendor's own. A bid that is screened alone has nothing to be
#   compared with. This cannot tell which of two bidders wrote a document.
# custom:
#   contract: 1
#   severity: major
#   section: governance
#   evidence: {any: [sbom, threat_model, declaration]}
#   over: bundle
#   sources:
#     - {standard: CycloneDX, edition: "1.7", clause: serialNumber, confidence: source}
#     - {standard: bidgate, edition: "1", clause: Other bids, confidence: source}
#   messages:
#     other_product: "This document is about {product}, which {vendor} offers and this bid does not."
#     shared_sbom: "The {field} of this SBOM is also that of an SBOM in the bid of {vendor}."
#     both_offer: "The {field} of this SBOM is also that of an SBOM in the bid of {vendor}, which may be about the same product, so a person must decide."
#     not_named: "This document is about {product}, which {vendor} offers, and the buyer has not named what is offered here, so a person must decide."
#     no_other_bids: "The buyer has named no other bid, so there is nothing to compare."
#     own: "No document of this bid is that of another; compared were {documents:document|documents} with {others:other bid|other bids}."
#   remedy: Send the documents of the product that you offer, each SBOM with a serial number of its own.
#   question: Whose documents are these, and why does another bid hold the same?
#   tags: [core_area:scrm, csf:ID, csf2:ID.RA-10]
package bidgate.requirement.product.not_another_bid

_tables := {"sbom": "sboms", "threat_model": "threat_models", "declaration": "declarations"}

_fields := {"digest": "digest", "serial_number": "serial number"}

_documents := (count(input.sboms) + count(input.threat_models)) + count(input.declarations)

_shared contains {"j": j, "k": k, "by": shared.by, "vendor": other.vendor, "at": at} if {
	some j, other in input.others
	some k, shared in other.shared
	at := [_tables[shared.document.kind], shared.document.index]
}

# A product of another bid that is one of this bid, too, is for no one to wonder at.
_foreign contains row if {
	some row in _shared
	row.by == "product"
	not input.others[row.j].shared[row.k].ours
}

# The very bytes, where they name what is offered here alone, are this vendor's own.
_copies contains row if {
	some row in _shared
	row.by in object.keys(_fields)
	shared := input.others[row.j].shared[row.k]
	[row.by, shared.ours, shared.theirs] != ["digest", true, false]
}

_alike contains row if {
	some row in _copies
	shared := input.others[row.j].shared[row.k]
	shared.ours
	shared.theirs
}

_alike contains row if {
	some row in _copies
	row.vendor != ""
	lower(trim_space(row.vendor)) == lower(trim_space(input.offer.vendor))
}

violation contains {
	"code": "other_product",
	"args": {"product": input.others[row.j].shared[row.k].value, "vendor": row.vendor},
	"at": row.at,
} if {
	some row in _foreign
	count(input.offer.items) > 0
}

violation contains {"code": "shared_sbom", "args": {"field": _fields[row.by], "vendor": row.vendor}, "at": row.at} if {
	some row in (_copies - _alike)
}

review contains {"code": "both_offer", "args": {"field": _fields[row.by], "vendor": row.vendor}, "at": row.at} if {
	some row in _alike
}

review contains {
	"code": "not_named",
	"args": {"product": input.others[row.j].shared[row.k].value, "vendor": row.vendor},
	"at": row.at,
} if {
	some row in _foreign
	count(input.offer.items) == 0
}

not_applicable contains {"code": "no_other_bids", "args": {}, "at": ["offer"], "level": "verified"} if {
	count(input.others) == 0
}

basis contains {
	"code": "own",
	"args": {"documents": _documents, "others": others},
	"at": ["bundle"],
	"level": "verified",
} if {
	others := count(input.others)
	others > 0
	_documents > 0
	count(_foreign | _copies) == 0
}

# METADATA
# title: The documents are about the product offered
# description: |
#   Compares what the buyer says is offered with the product that each document
#   names. Each item offered needs at least one document with its name and
#   version; a document about the same name and another version is about
#   something else than what is on the table. Where the buyer has not named the
#   offer, there is nothing to compare. An item that no document names, and a
#   document that states no version, are for a person: names are written in many
#   ways. This cannot tell whether the product delivered is the one offered.
# custom:
#   contract: 1
#   severity: major
#   section: governance
#   evidence: {any: [sbom, threat_model, declaration]}
#   over: bundle
#   sources:
#     - {standard: BSI TR-03183-2, edition: "2.1.0", clause: "3.1", confidence: source}
#     - {standard: NTIA Minimum Elements for an SBOM, edition: "2021", clause: Frequency, confidence: source}
#   messages:
#     other_version: "The offer names {product} version {offered}, and this document is about version {stated}."
#     not_named: "No document names the product offered, {product}, so a person must decide which ones belong to it."
#     no_version: "This document names {product} without a version to compare with the one offered, {offered}."
#     offer_not_named: "The buyer has not named the product offered, so the documents are not compared with it."
#     as_offered: "This document is about {product} version {offered}, as offered."
#   remedy: Send documents for the version that is offered, or correct the offer.
#   question: Which product and version is offered, and which documents belong to it?
#   tags: [core_area:scrm, csf:ID, csf2:ID.RA-10]
package bidgate.requirement.product.offered

import data.bidgate.lib.place

_tables := {"sbom": "sboms", "threat_model": "threat_models", "declaration": "declarations"}

# The documents that name an item offered, by the outcome of comparing versions.
_named contains {"item": offered.item, "at": at, "outcome": offered.version.outcome, "stated": offered.version.left} if {
	some offered in input.links.offered
	offered.item >= 0
	at := [_tables[offered.document.kind], offered.document.index]
}

_matched := {named.item | some named in _named; named.outcome == "equal"}

_mismatched contains named if {
	some named in _named
	named.outcome == "unequal"
}

violation contains {
	"code": "other_version",
	"args": {"product": item.product, "offered": item.version, "stated": named.stated},
	"at": place.version(named.at[0], named.at[1]),
} if {
	some named in _mismatched
	item := input.offer.items[named.item]
}

review contains {"code": "not_named", "args": {"product": item.product}, "at": ["offer", "items", j]} if {
	some j, item in input.offer.items
	count([1 | some named in _named; named.item == j]) == 0
}

review contains {
	"code": "no_version",
	"args": {"product": item.product, "offered": item.version},
	"at": named.at,
} if {
	some named in _named
	named.outcome == "not_comparable"
	count(_matched & {named.item}) == 0
	item := input.offer.items[named.item]
}

not_applicable contains {"code": "offer_not_named", "args": {}, "at": ["offer"], "level": "verified"} if {
	count(input.offer.items) == 0
}

basis contains {
	"code": "as_offered",
	"args": {"product": item.product, "offered": item.version},
	"at": named.at,
	"level": "verified",
} if {
	count(_mismatched) == 0
	_matched == {j | some j, _ in input.offer.items}
	some named in _named
	named.outcome == "equal"
	item := input.offer.items[named.item]
}

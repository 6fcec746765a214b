# METADATA
# title: All documents are about the same product
# description: |
#   Compares the SBOM, the threat model and the declaration with each other. Two
#   documents belong together by a stated link: a digest, a serial number, a path,
#   a package URL, a CPE or an equal name. Where they do, another version, digest
#   or serial number is a contradiction. Where the declaration lists the threat
#   model, and the two name different products, or where it gives the product and
#   the part that has its name two versions, a person must ask; a device may have
#   a version of its own. The requirement is met when one of the documents has a
#   link to each other one, and version, digest or serial number are equal on it.
#   Different names without a link, and values that one side does not state, are
#   for a person. Bundles with only two of the three kinds are judged too, so that
#   leaving a document out never hides a contradiction between the others; a kind
#   that stands alone has nothing to be compared with and is for a person. Package
#   URLs are not compared part by part. Package URLs of one type that differ are
#   for a person. This cannot tell whether the statements are true.
# custom:
#   contract: 1
#   severity: blocking
#   section: governance
#   evidence: {any: [sbom, threat_model, declaration]}
#   over: bundle
#   sources:
#     - {standard: BSI TR-03183-2, edition: "2.1.0", clause: "3.1", confidence: source}
#     - {standard: EU Cyber Resilience Act, edition: (EU) 2024/2847, clause: Annex II(3), confidence: source}
#     - {standard: NTIA Minimum Elements for an SBOM, edition: "2021", clause: Frequency, confidence: source}
#   messages:
#     version_differs: "This document is about version {own}, and {document}, which is about the same product, about version {other}."
#     reference_differs: "The {field} that this document states for its SBOM is {own}; that of {document} is {other}."
#     listed_differs: "The digest of this document is {own}, and {document} lists it with {other}."
#     names_differ: "This document is about {own}, and {document}, which lists it, is about {other}, so a person must decide."
#     purl_differs: "This document gives the product the purl {own}, and {document} gives it {other}, so a person must ask which is right."
#     other_maker: "The SBOM names {own} as maker of the product, and the declaration {other}, so a person must ask who makes it."
#     part_version: "The product has the version {own}, and its part of the same name {other}, so a person must decide which one is offered."
#     one_kind_only: "The bundle holds only one kind of document, so there is nothing to compare it with."
#     not_linked: "Nothing in this document shows that it is about the same product as another one, so a person must decide."
#     not_comparable: "This document and {document} are about the same product by {link}, but not both state a version, so a person must decide."
#     no_common_document: "The documents agree two by two, but no document has a link to every other one, so a person must decide."
#     documents_agree: "This document names the same product and version as {others:other document|other documents}."
#   remedy: Send documents made for the same product version, and let each name the SBOM by its SHA-256 digest.
#   question: Which product version is each document about, and where they differ, why?
#   tags: [core_area:scrm, csf:ID, csf2:ID.RA-09]
package bidgate.requirement.product.same_product

import data.bidgate.lib.place

_tables := {"sbom": "sboms", "threat_model": "threat_models", "declaration": "declarations"}

_documents contains ["sboms", i] if some i, _ in input.sboms

_documents contains ["threat_models", i] if some i, _ in input.threat_models

_documents contains ["declarations", i] if some i, _ in input.declarations

_several if count({at[0] | some at in _documents}) > 1

# Each comparison seen from both of its sides.
_views contains {"pair": i, "own": own, "other": other, "at": at, "to": to} if {
	some i, pair in input.links.pairs
	some own, other in {"left": "right", "right": "left"}
	at := [_tables[pair[own].kind], pair[own].index]
	to := [_tables[pair[other].kind], pair[other].index]
}

_agreeing contains view if {
	some view in _views
	pair := input.links.pairs[view.pair]
	pair.link != "none"
	some field in {"version", "digest", "serial"}
	pair[field].outcome == "equal"
}

_partners[view.at] contains view.to if some view in _agreeing

_other_versions contains view if {
	some view in _views
	pair := input.links.pairs[view.pair]
	pair.link != "none"
	pair.version.outcome == "unequal"
}

# A document that names one SBOM rightly does not contradict the others that it
# does not name; one that points at a file by path and states another digest does.
_right_references := {[view.at, field] |
	some view in _views
	view.to[0] == "sboms"
	some field in {"digest", "serial"}
	input.links.pairs[view.pair][field].outcome == "equal"
}

_other_references contains [view, field] if {
	some view in _views
	view.at[0] != "sboms"
	view.to[0] == "sboms"
	pair := input.links.pairs[view.pair]
	some field in {"digest", "serial"}
	pair[field].outcome == "unequal"
	count([1 | [view.at, field] in _right_references; pair.link != "path"]) == 0
}

# Threat models that a declaration lists with another digest, or under another name.
_models contains view if {
	some view in _views
	view.at[0] == "threat_models"
	view.to[0] == "declarations"
}

_listed_otherwise contains view if {
	some view in _models
	input.links.pairs[view.pair].digest.outcome == "unequal"
}

_renamed contains view if {
	some view in _models
	pair := input.links.pairs[view.pair]
	pair.link in {"digest", "serial_number", "path"}
	pair.name.outcome == "unequal"
	pair.purl.outcome != "equal"
}

# Parts that are called as the product is, with another version.
_namesakes contains {"i": i, "own": product.version.value, "other": part.version.value, "at": at} if {
	some i, declaration in input.declarations
	product := declaration.product
	some j, part in declaration.product_details.parts.items
	lower(part.name.value) == lower(product.name.value)
	{product.version.state, part.version.state} == {"stated"}
	_plain(part.version.value) != _plain(product.version.value)
	not _within_device(i, part.kind.value)
	at := ["declarations", i, "product_details", "parts", "items", j]
}

_plain(version) := trim_prefix(lower(trim_space(version)), "v")

_within_device(i, kind) if {
	input.declarations[i].product_details.type.value == "device"
	kind != "device"
}

# Where a document states what its SBOM is.
_reference_at(table, i, field) := [table, i, "sbom_ref", name] if {
	name := {"digest": "digest", "serial": "serial_number"}[field]
}

violation contains {
	"code": "version_differs",
	"args": {"own": pair.version[view.own], "other": pair.version[view.other], "document": document},
	"at": place.version(view.at[0], view.at[1]),
} if {
	some view in _other_versions
	pair := input.links.pairs[view.pair]
	document := input.bundle.documents[pair[view.other].document].path
}

violation contains {
	"code": "reference_differs",
	"args": {"field": field, "own": pair[field][view.own], "other": pair[field][view.other], "document": document},
	"at": _reference_at(view.at[0], view.at[1], field),
} if {
	some [view, field] in _other_references
	pair := input.links.pairs[view.pair]
	document := input.bundle.documents[pair[view.other].document].path
}

violation contains {
	"code": "listed_differs",
	"args": {"own": pair.digest[view.own], "other": pair.digest[view.other], "document": document},
	"at": view.at,
} if {
	some view in _listed_otherwise
	pair := input.links.pairs[view.pair]
	document := input.bundle.documents[pair[view.other].document].path
}

review contains {
	"code": "names_differ",
	"args": {"own": pair.name[view.own], "other": pair.name[view.other], "document": document},
	"at": array.concat(view.at, ["product"]),
} if {
	some view in _renamed
	pair := input.links.pairs[view.pair]
	document := input.bundle.documents[pair[view.other].document].path
}

# Package URLs of one type that name another thing or version. One of another
# type may name the same thing where it is kept elsewhere.
_other_purls contains view if {
	some view in _views
	pair := input.links.pairs[view.pair]
	pair.link != "none"
	pair.version.outcome != "unequal"
	pair.purl.outcome == "unequal"
	_purl_type(pair.purl.left) == _purl_type(pair.purl.right)
	_purl_core(pair.purl.left) != _purl_core(pair.purl.right)
}

_purl_type(purl) := split(lower(purl), "/")[0]

_purl_core(purl) := split(split(lower(purl), "?")[0], "#")[0]

review contains {
	"code": "purl_differs",
	"args": {"own": pair.purl[view.own], "other": pair.purl[view.other], "document": document},
	"at": array.concat(view.at, ["product"]),
} if {
	some view in _other_purls
	pair := input.links.pairs[view.pair]
	document := input.bundle.documents[pair[view.other].document].path
}

# SBOMs of the declared product that name another maker, by no common word. A
# supplier may be a dealer or the project whose software the product is.
_other_makers contains {"sbom": pair.left.index, "own": own.value, "other": maker.value} if {
	some pair in input.links.pairs
	pair.left.kind == "sbom"
	pair.right.kind == "declaration"
	pair.right.part == ""
	pair.link != "none"
	own := input.sboms[pair.left.index].subject.manufacturer
	own.state == "stated"
	maker := input.declarations[pair.right.index].manufacturer.name
	maker.state == "stated"
	count(_words(own.value) & _words(maker.value)) == 0
}

_words(name) := {word | some word in regex.split(`[^\pL\pN]+`, lower(name)); count(word) > 0}

review contains {"code": "other_maker", "args": {"own": other.own, "other": other.other}, "at": ["sboms", other.sbom, "subject"]} if {
	some other in _other_makers
}

review contains {"code": "part_version", "args": {"own": same.own, "other": same.other}, "at": same.at} if {
	some same in _namesakes
}

_contradicted := ({view.at | some view in _other_versions} | {view.at | some [view, _] in _other_references}) | {view.at | some view in _listed_otherwise}

_alone := (_documents - {at | some at, _ in _partners}) - _contradicted

_not_comparable contains view if {
	some view in _views
	view.at in _alone
	input.links.pairs[view.pair].link != "none"
}

review contains {"code": "one_kind_only", "args": {}, "at": at} if {
	not _several
	some at in _documents
}

review contains {
	"code": "not_comparable",
	"args": {"link": pair.link, "document": document},
	"at": view.at,
} if {
	_several
	some view in _not_comparable
	pair := input.links.pairs[view.pair]
	document := input.bundle.documents[pair[view.other].document].path
}

review contains {"code": "not_linked", "args": {}, "at": at} if {
	_several
	some at in (_alone - {view.at | some view in _not_comparable})
}

_hubs[at] := partners if {
	_several
	some at, partners in _partners
	partners == _documents - {at}
}

review contains {"code": "no_common_document", "args": {}, "at": at} if {
	_several
	count(_hubs) == 0
	count(_alone | _contradicted) == 0
	some at in _documents
}

basis contains {
	"code": "documents_agree",
	"args": {"others": count(partners)},
	"at": at,
	"level": "verified",
} if {
	(((count(_contradicted) + count(_renamed)) + count(_namesakes)) + count(_other_purls)) + count(_other_makers) == 0
	some at, partners in _hubs
}

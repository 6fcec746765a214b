# METADATA
# title: All documents are about the same product
# description: |
#   Compares the SBOM, the threat model and the declaration with each other.
#   Two documents belong together by a stated link: a digest, a serial number, a
#   path, a package URL, a CPE or an equal name. Where they do, another version,
#   digest or serial number is a contradiction. The requirement is met when one
#   of the documents has a link to each other one, and version, digest or serial
#   number are equal on it. Different names without a link, and values that one
#   side does not state, are for a person. Bundles with only two of the three
#   kinds are judged too, so that leaving a document out never hides a
#   contradiction between the others; a kind that stands alone has nothing to be
#   compared with and is for a person. Package URLs are not compared part by
#   part. This cannot tell whether the statements are true.
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
#     one_kind_only: "The bundle holds only one kind of document, so there is nothing to compare it with."
#     not_linked: "Nothing in this document shows that it is about the same product as another one, so a person must decide."
#     not_comparable: "This document and {document} are about the same product by {link}, but not both state a version, so a person must decide."
#     no_common_document: "The documents agree two by two, but no document has a link to every other one, so a person must decide."
#     documents_agree: "This document names the same product and version as {others:other document|other documents}."
#   remedy: Send documents made for the same product version, and let each name the SBOM by its SHA-256 digest.
#   question: Which product version is each document about, and why do they differ?
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
	some field in {"digest", "serial"}
	input.links.pairs[view.pair][field].outcome == "equal"
}

_other_references contains [view, field] if {
	some view in _views
	view.at[0] != "sboms"
	pair := input.links.pairs[view.pair]
	some field in {"digest", "serial"}
	pair[field].outcome == "unequal"
	count([1 | [view.at, field] in _right_references; pair.link != "path"]) == 0
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

_contradicted := {view.at | some view in _other_versions} | {view.at | some [view, _] in _other_references}

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
	count(_contradicted) == 0
	some at, partners in _hubs
}

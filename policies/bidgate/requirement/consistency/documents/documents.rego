# METADATA
# title: Documents agree on makers, versions, flows and weaknesses
# description: |
#   Holds documents against each other, and what stands side by side in one: a
#   package URL against the version and product, the kind of listed evidence
#   against what the file is, statements and declarations against the files whose
#   digests they give, protocols of flows and services against what is said of
#   them, threats, assumptions and assets of a threat model against VEX, answers
#   and listed data, and an answer that no weakness is known against the
#   statements on weaknesses. Evidence of another kind, a statement on another
#   file, a digest of what was not there yet and a plain protocol that is said to
#   encrypt fail; others that do not fit are for a person, who asks which one
#   holds: a weakness may have been found after the answer. What is not stated is
#   asked for by other requirements, and can be held against nothing. This cannot
#   tell which of two statements is true, and knows only the protocols and words
#   of its table.
# custom:
#   contract: 1
#   severity: minor
#   section: governance
#   evidence: {any: [declaration, threat_model, sbom]}
#   over: bundle
#   sources:
#     - {standard: CISA Software Acquisition Guide, edition: "2024", clause: "Answers agree with evidence", confidence: secondary}
#     - {standard: BSI TR-03183-2, edition: "2.1.0", clause: "3.1", confidence: source}
#   messages:
#     purl_version: "The package URL {purl} is not of the version {version} that stands beside it, so a person must ask which one holds."
#     purl_differs: "The package URL {own} stands for a product that another document gives as {other}, so a person must ask which one holds."
#     other_kind: "The evidence {evidence} is listed as {kind}, and the file is {is}."
#     plain: "The flow {flow} is said to be encrypted and uses {protocol}, which sends in clear."
#     broken: "The flow {flow} uses {protocol}, which is no longer safe, so a person must ask."
#     in_clear: "The service {service} is reached at {endpoint}, in clear, so a person must ask what is sent there."
#     other_file: "This statement is of {name} with another digest than the file of that name in the bundle has."
#     younger: "The SBOM is of {day:date}, and the declaration of {declared:date} gives its digest, which was not there yet."
#     open_threat: "The VEX says of {vulnerability} that it does not affect the product or is mended, and the threat {threat} of it is open, so a person must ask which one holds."
#     password_assumed: "The answer to {clause} denies a password as shipped, and the threat model assumes one in {assumption}, so a person must ask which one holds."
#     not_declared: "The threat model guards {asset}, and no data that the declaration lists is about people, so a person must ask."
#     weakness_told: "The answer to {clause} says that no weakness is known, and statements in the bundle call a product affected in {n:case|cases}, so a person must ask what holds."
#     nothing: "The bundle states nothing here that could cross something else."
#     agrees: "Of {n:statement|statements} looked at, none crosses another one."
#   remedy: Correct whichever of the statements is wrong.
#   question: Which of the statements holds?
#   tags: [core_area:security_evaluation, csf:ID, csf2:ID.RA-09]
package bidgate.requirement.consistency.documents

_members := data.bidgate.catalog.requirements["consistency.documents"].members

_products contains {"product": declaration.product, "at": ["declarations", i, "product"]} if some i, declaration in input.declarations

_products contains {"product": model.product, "at": ["threat_models", i, "product"]} if some i, model in input.threat_models

# Package URLs with a version, and the version beside them.
_versioned contains {"purl": of.product.purl.value, "own": own, "version": of.product.version.value, "at": of.at} if {
	some of in _products
	of.product.purl.state == "stated"
	of.product.version.state == "stated"
	some [_, own] in regex.find_all_string_submatch_n(`^[^?#]*@(v?[0-9][^@?#]*)`, of.product.purl.value, 1)
}

_compared contains {"member": "purl", "at": row.at} if some row in _versioned

_doubt contains {"member": "purl", "code": "purl_version", "args": {"purl": row.purl, "version": row.version}, "at": array.concat(row.at, ["purl"])} if {
	some row in _versioned
	trim_prefix(lower(urlquery.decode(row.own)), "v") != trim_prefix(lower(row.version), "v")
}

_compared contains {"member": "purl", "at": ["links", "pairs", p]} if {
	some p, pair in input.links.pairs
	pair.purl.outcome == "equal"
}

_doubt contains {"member": "purl", "code": "purl_differs", "args": {"own": pair.purl.left, "other": pair.purl.right}, "at": ["links", "pairs", p]} if {
	some p, pair in input.links.pairs
	pair.purl.outcome == "unequal"
	pair.name.outcome == "equal"
	pair.left.part == ""
	pair.right.part == ""
	_bare(pair.purl.left) != _bare(pair.purl.right)
}

# A package URL without its version and what follows it.
_bare(purl) := lower(regex.replace(purl, `[@?#].*$`, ""))

_evidence contains {"i": i, "j": j, "evidence": item.id.value, "kind": item.kind.value, "is": kind} if {
	some i, declaration in input.declarations
	some j, item in declaration.evidence.items
	item.file.document >= 0
	some kind in input.bundle.documents[item.file.document].kinds
	item.kind.value in _members.evidence_kind.columns.proofs
}

_compared contains {"member": "evidence_kind", "at": ["declarations", row.i, "evidence", "items", row.j]} if some row in _evidence

_wrong contains {
	"member": "evidence_kind", "code": "other_kind", "args": {"evidence": row.evidence, "kind": row.kind, "is": row.is},
	"at": ["declarations", row.i, "evidence", "items", row.j],
} if {
	some row in _evidence
	row.is in _members.evidence_kind.columns.others
}

_subjects contains {"name": subject.name.value, "outcome": subject.outcome, "at": ["attachments", a, "subjects", "items", s]} if {
	some a, attachment in input.attachments
	some s, subject in attachment.subjects.items
	subject.outcome in {"same", "differs"}
}

_compared contains {"member": "subject", "at": row.at} if some row in _subjects

_wrong contains {"member": "subject", "code": "other_file", "args": {"name": row.name}, "at": row.at} if {
	some row in _subjects
	row.outcome == "differs"
}

# By document, when the SBOM in it was made.
_made_in[sbom.document] contains [s, sbom.timestamp.value.day] if {
	some s, sbom in input.sboms
	sbom.timestamp.state == "stated"
	sbom.timestamp.value.day <= input.as_of.day
}

_made := {document: made | some document, made in _made_in}

# SBOMs of which a declaration gives the digest. Where the day that is listed
# with it is after the declaration, another requirement tells that.
_digested contains {"day": day, "declared": declaration.date.value.day, "at": ["sboms", s, "timestamp"]} if {
	some declaration in input.declarations
	declaration.date.state == "stated"
	some item in declaration.evidence.items
	item.file.outcome == "same"
	count([1 | item.created.state == "stated"; item.created.value.day > declaration.date.value.day]) == 0
	some [s, day] in _made[item.file.document]
}

_compared contains {"member": "digest_date", "at": row.at} if some row in _digested

# A day more is that of another zone of time.
_wrong contains {"member": "digest_date", "code": "younger", "args": {"day": row.day, "declared": row.declared}, "at": row.at} if {
	some row in _digested
	row.day > row.declared + 1
}

violation contains {"member": wrong.member, "code": wrong.code, "args": wrong.args, "at": wrong.at} if some wrong in _wrong

review contains {"member": doubt.member, "code": doubt.code, "args": doubt.args, "at": doubt.at} if some doubt in _doubt

_doubted := {told.member | some told in (_wrong | _doubt)}

_places[row.member] contains row.at if some row in _compared

_held := {member | some member, _ in _places}

not_applicable contains {"member": member, "code": "nothing", "args": {}, "at": ["bundle"], "level": "verified"} if {
	some member, _ in _members
	not member in _held
	not member in _doubted
}

basis contains {"member": member, "code": "agrees", "args": {"n": count(places)}, "at": ["bundle"], "level": "verified"} if {
	some member, places in _places
	not member in _doubted
}

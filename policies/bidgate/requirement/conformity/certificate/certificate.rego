# METADATA
# title: Certificates are in the bundle and in force
# description: |
#   Asks of each certificate that the declaration lists, that it is in the
#   bundle with the digest stated, that the body which gave it and its last
#   day are stated, and that this day has not passed. A declaration that lists
#   none has nothing to judge here, unless the buyer asks for one. A value
#   that is declared unknown or withheld is an honest answer, and a person
#   looks at it. A certificate that can be read and names another version of
#   the product is for a person. This cannot tell whether the body is
#   accredited or the certificate suspended, which conformity.registers
#   compares with what the buyer looked up, nor whether its scope covers the
#   product: a person must read that.
# custom:
#   contract: 1
#   severity: major
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: ISO/IEC 17065, edition: "2012", clause: "7.7", confidence: memory}
#     - {standard: IEC 62443-4-1, edition: "2018", clause: "Certificates", confidence: secondary}
#   parameters:
#     required: {type: boolean, default: false, description: Whether the declaration must list one.}
#   messages:
#     other_version: "The certificate {id} is about version {version}, and the declaration about another, so a person must compare them."
#     expired: "The certificate {id} ended on {day:date}."
#     not_there: "The bundle does not hold the certificate {id} at the place that the declaration states."
#     differs: "The certificate {id} in the bundle is not the file whose digest the declaration states."
#     outside: "The certificate {id} lies at an address outside the bundle, so a person must fetch it."
#     no_digest: "The declaration states no digest of the certificate {id}, so a person must see that it is the right file."
#     not_stated: "The declaration does not state {field} of the certificate {id}; the entry is {state}."
#     declared: "The declaration gives {field} of the certificate {id} as {state}, so a person must ask for it."
#     list_declared: "The list of evidence is declared {state}, so a person must ask for it."
#     none: "You ask for a certificate, and the declaration lists none."
#     none_needed: "The declaration lists no certificate, and you do not ask for one."
#     current: "{n:certificate listed is|certificates listed are each} in the bundle as stated, with who made it and its date."
#   remedy: Add the certificate to the bundle, and state `author`, `expires`, `path` and `digest` in `evidence`.
#   question: Please send the certificate, and say which body gave it and until when it holds.
#   tags: [core_area:security_evaluation, csf:GV, csf2:GV.SC-06]
package bidgate.requirement.conformity.certificate

import data.bidgate.lib.states

_required := input.parameters.conformity.certificate.required

_papers contains {"i": i, "row": j, "id": item.id.value, "outcome": item.file.outcome} if {
	some i, declaration in input.declarations
	some j, item in declaration.evidence.items
	item.kind.state == "stated"
	item.kind.value in {"certificate"}
}

_fields contains {"i": paper.i, "row": paper.row, "id": paper.id, "field": field, "state": state} if {
	some paper in _papers
	item := input.declarations[paper.i].evidence.items[paper.row]
	some field, state in {"the body": item.author.state, "the last day": item.expires.state}
}

_outcomes := {"differs": "differs", "missing": "not_there", "none": "not_there", "no_digest": "no_digest", "url": "outside"}

_at(found) := ["declarations", found.i, "evidence", "items", found.row]

violation contains {"code": code, "args": {"id": paper.id}, "at": _at(paper)} if {
	some paper in _papers
	code := _outcomes[paper.outcome]
	code in {"differs", "not_there"}
}

violation contains {"code": "not_stated", "args": {"id": f.id, "field": f.field, "state": f.state}, "at": _at(f)} if {
	some f in _fields
	f.state in states.missing
}

violation contains {"code": "none", "args": {}, "at": ["declarations", i, "evidence"]} if {
	_required
	some i in _without
	not input.declarations[i].evidence.state in states.told
}

review contains {"code": code, "args": {"id": paper.id}, "at": _at(paper)} if {
	some paper in _papers
	code := _outcomes[paper.outcome]
	code in {"outside", "no_digest"}
}

review contains {"code": "declared", "args": {"id": f.id, "field": f.field, "state": f.state}, "at": _at(f)} if {
	some f in _fields
	f.state in states.told
}

review contains {"code": "list_declared", "args": {"state": state}, "at": ["declarations", i, "evidence"]} if {
	some i in _without
	state := input.declarations[i].evidence.state
	state in states.told
}

_without contains i if {
	some i, _ in input.declarations
	not i in _with_papers
}

_with_papers := {paper.i | some paper in _papers}

not_applicable contains {"code": "none_needed", "args": {}, "at": ["declarations", i, "evidence"], "level": "verified"} if {
	not _required
	some i in _without
	not input.declarations[i].evidence.state in states.told
}

_old contains paper.i if some paper in _expired

_expired contains object.union(paper, {"day": day}) if {
	some paper in _papers
	input.declarations[paper.i].evidence.items[paper.row].expires.state == "stated"
	day := input.declarations[paper.i].evidence.items[paper.row].expires.value.day
	day < input.as_of.day
}

violation contains {"code": "expired", "args": {"id": paper.id, "day": paper.day}, "at": _at(paper)} if {
	some paper in _expired
}

_elsewhere contains object.union(paper, {"version": attachment.product.version.value}) if {
	some paper in _papers
	paper.outcome in {"same", "no_digest"}
	some attachment in input.attachments
	attachment.document == input.declarations[paper.i].evidence.items[paper.row].file.document
	attachment.product.version.state == "stated"
	input.declarations[paper.i].product.version.state == "stated"
	attachment.product.version.value != input.declarations[paper.i].product.version.value
}

review contains {"code": "other_version", "args": {"id": paper.id, "version": paper.version}, "at": _at(paper)} if {
	some paper in _elsewhere
}

basis contains {"code": "current", "args": {"n": count(papers)}, "at": ["declarations", i, "evidence"], "level": "evidenced"} if {
	some i, _ in input.declarations
	papers := {paper | some paper in _papers; paper.i == i}
	{paper.outcome | some paper in papers} == {"same"}
	said := {f.state | some f in _fields; f.i == i}
	said == {"stated"}
	not i in _old
	not i in {paper.i | some paper in _elsewhere}
}

# METADATA
# title: Test reports are in the bundle, with who made them and when
# description: |
#   Asks of each report of a test that the declaration lists, that it is in
#   the bundle with the digest stated, and that the laboratory and the day are
#   stated. A report that names another version of the product, in the
#   file or in the title that the declaration gives it, is for a person. A declaration that lists none has nothing to judge here, unless
#   the buyer asks for one. A value that is declared unknown or withheld is an
#   honest answer, and a person looks at it. This cannot tell whether the
#   laboratory is accredited, nor what the tests found.
# custom:
#   contract: 1
#   severity: major
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: ISO/IEC 17025, edition: "2017", clause: "7.8", confidence: memory}
#     - {standard: IEC 62443-4-1, edition: "2018", clause: "SVV-1 to SVV-5", confidence: memory}
#   parameters:
#     required: {type: boolean, default: false, description: Whether the declaration must list one.}
#   messages:
#     other_version: "The report {id} is about version {version}, and the declaration about another, so a person must compare them."
#     title_version: "The title of the report {id} speaks of version {version}, and the declaration of other ones, so a person must compare them."
#     not_there: "The bundle does not hold the report {id} at the place that the declaration states."
#     differs: "The report {id} in the bundle is not the file whose digest the declaration states."
#     outside: "The report {id} lies at an address outside the bundle, so a person must fetch it."
#     no_digest: "The declaration states no digest of the report {id}, so a person must see that it is the right file."
#     not_stated: "The declaration does not state {field} of the report {id}; the entry is {state}."
#     declared: "The declaration gives {field} of the report {id} as {state}, so a person must ask for it."
#     list_declared: "The list of evidence is declared {state}, so a person must ask for it."
#     none: "You ask for a report, and the declaration lists none."
#     none_needed: "The declaration lists no report, and you do not ask for one."
#     current: "{n:report listed is|reports listed are each} in the bundle as stated, with who made it and its date."
#   remedy: Add the report to the bundle, and state `author`, `created`, `path` and `digest` in `evidence`.
#   question: Please send the report of the test, and say who made it, when, and for which version.
#   tags: [core_area:security_evaluation, csf:GV, csf2:GV.SC-06]
package bidgate.requirement.conformity.test_report

import data.bidgate.lib.states

_required := input.parameters.conformity.test_report.required

_papers contains {"i": i, "row": j, "id": item.id.value, "outcome": item.file.outcome} if {
	some i, declaration in input.declarations
	some j, item in declaration.evidence.items
	item.kind.state == "stated"
	item.kind.value in {"test_report", "pentest_report"}
}

_fields contains {"i": paper.i, "row": paper.row, "id": paper.id, "field": field, "state": state} if {
	some paper in _papers
	item := input.declarations[paper.i].evidence.items[paper.row]
	some field, state in {"the laboratory": item.author.state, "the day": item.created.state}
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

_old contains paper.i if some paper in (_other | _misnamed)

_other contains object.union(paper, {"version": attachment.product.version.value}) if {
	some paper in _papers
	paper.outcome in {"same", "no_digest"}
	some attachment in input.attachments
	attachment.document == input.declarations[paper.i].evidence.items[paper.row].file.document
	attachment.product.version.state == "stated"
	input.declarations[paper.i].product.version.state == "stated"
	attachment.product.version.value != input.declarations[paper.i].product.version.value
}

# Versions in the titles of reports, and those of the product and its parts.
_titled contains {"i": paper.i, "row": paper.row, "id": paper.id, "version": version} if {
	some paper in _papers
	title := input.declarations[paper.i].evidence.items[paper.row].title
	title.state == "stated"
	some [_, version] in regex.find_all_string_submatch_n(`\b(?:version|release|rev\.?|v)\s?(\d+(?:\.\d+)+)\b`, lower(title.value), 4)
}

_versions := {i: versions |
	some i, declaration in input.declarations
	declaration.product.version.state == "stated"
	versions := {trim_prefix(lower(version), "v") |
		some version in array.concat([declaration.product.version.value], [part.version.value | some part in declaration.product_details.parts.items])
	}
}

# One is the other with fewer numbers.
_same_version(one, other) if startswith(concat("", [one, "."]), concat("", [other, "."]))

_same_version(one, other) if startswith(concat("", [other, "."]), concat("", [one, "."]))

_misnamed contains paper if {
	some paper in _titled
	versions := _versions[paper.i]
	count([1 | some version in versions; _same_version(paper.version, version)]) == 0
}

review contains {"code": "title_version", "args": {"id": paper.id, "version": paper.version}, "at": _at(paper)} if {
	some paper in _misnamed
}

review contains {"code": "other_version", "args": {"id": paper.id, "version": paper.version}, "at": _at(paper)} if {
	some paper in _other
}

basis contains {"code": "current", "args": {"n": count(papers)}, "at": ["declarations", i, "evidence"], "level": "evidenced"} if {
	some i, _ in input.declarations
	papers := {paper | some paper in _papers; paper.i == i}
	{paper.outcome | some paper in papers} == {"same"}
	said := {f.state | some f in _fields; f.i == i}
	said == {"stated"}
	not i in _old
}

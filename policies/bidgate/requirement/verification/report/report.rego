# METADATA
# title: A fresh report of tests is in the bundle
# description: |
#   Asks that the declaration lists a report of tests and one of a penetration
#   test, that each is in the bundle with the digest stated, and that neither is
#   older than the buyer sets. A report that is elsewhere, differs, is old or has
#   no date is for a person; beside a fresh one of its kind, an older one is asked
#   about only where an answer rests on it. A report that programs read and that
#   tells of failed tests, of none, of ones that were left out, or of errors that a
#   scanner found, is for a person. This cannot tell what was tested, or
#   whether the version is the one offered.
# custom:
#   contract: 1
#   severity: minor
#   section: development
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: NIST SP 800-218, edition: "1.1", clause: "PW.7 and PW.8", confidence: source}
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Annex I Part II(3)", confidence: source}
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activity 5, 3.6", confidence: secondary}
#   parameters:
#     max_age_days: {type: integer, default: 730, min: 0, description: Most days since the report was made.}
#   messages:
#     none: "The declaration lists no report of this kind."
#     not_here: "The report that is listed is not in the bundle with the digest stated, so a person must ask for it."
#     failed: "The report says that {n:test|tests} failed, so a person must ask what came of it."
#     skipped: "The report says that {n:test was|tests were} left out, so a person must ask which and why."
#     errors: "The report is that of a scanner and tells of {n:error|errors}, so a person must ask what came of it."
#     empty: "The report lists no test that was run, so a person must ask for the real one."
#     old: "The report is older than the buyer allows, or has no date, so a person must judge."
#     rests: "An answer rests on this report, which is older than the buyer allows or has no date, so a person must ask whether the answer still holds."
#     supplied: "A fresh report of this kind is in the bundle."
#   remedy: Put a fresh report into the bundle, and list it in `evidence` with its kind, date and digest.
#   question: Which tests were done on this version, when, and where is the report?
#   tags: [core_area:security_evaluation, csf:ID, csf2:ID.RA-01]
package bidgate.requirement.verification.report

_evidence contains {"i": i, "j": j, "kind": item.kind.value, "found": item.file.outcome, "document": item.file.document, "created": item.created} if {
	some i, declaration in input.declarations
	some j, item in declaration.evidence.items
	item.kind.value in {"test_report", "pentest_report"}
}

_oldest := input.as_of.day - input.parameters.verification.report.max_age_days

_fresh(state, day) if {
	state == "stated"
	day >= _oldest
}

_good := {[e.i, e.kind] |
	some e in _evidence
	e.found == "same"
	_fresh(e.created.state, e.created.value.day)
}

_listed := {[e.i, e.kind] | some e in _evidence}

_at(i, j) := ["declarations", i, "evidence", "items", j]

violation contains {"member": kind, "code": "none", "args": {}, "at": ["declarations", i, "evidence"]} if {
	some i, _ in input.declarations
	some kind in {"test_report", "pentest_report"}
	not [i, kind] in _listed
}

review contains {"member": e.kind, "code": "not_here", "args": {}, "at": _at(e.i, e.j)} if {
	some e in _evidence
	not [e.i, e.kind] in _good
	e.found != "same"
}

review contains {"member": e.kind, "code": "old", "args": {}, "at": _at(e.i, e.j)} if {
	some e in _evidence
	not [e.i, e.kind] in _good
	e.found == "same"
}

# Files that answers rest on.
_rested := {[i, proof.document] |
	some i, declaration in input.declarations
	some answer in declaration.answers
	some proof in answer.evidence
	proof.document >= 0
}

_aged := {e | some e in _evidence; not _fresh(e.created.state, e.created.value.day)}

review contains {"member": e.kind, "code": "rests", "args": {}, "at": _at(e.i, e.j)} if {
	some e in _aged
	[e.i, e.kind] in _good
	e.found == "same"
	[e.i, e.document] in _rested
}

# Reports that programs read, by the piece of evidence that they are.
_counted contains {"i": i, "j": j, "kind": item.kind.value, "total": tests.total, "failed": tests.failed + tests.errors, "skipped": tests.skipped, "errors": 0} if {
	some i, declaration in input.declarations
	some j, item in declaration.evidence.items
	item.kind.value in {"test_report", "pentest_report"}
	some attachment in input.attachments
	attachment.document == item.file.document
	tests := attachment.tests
	tests.state == "stated"
}

# Reports of scanners, by what they call an error.
_counted contains {"i": i, "j": j, "kind": item.kind.value, "total": 1, "failed": 0, "skipped": 0, "errors": results.errors} if {
	some i, declaration in input.declarations
	some j, item in declaration.evidence.items
	item.kind.value in {"test_report", "pentest_report"}
	some attachment in input.attachments
	attachment.document == item.file.document
	results := attachment.results
	results.state == "stated"
}

review contains {"member": c.kind, "code": "skipped", "args": {"n": c.skipped}, "at": _at(c.i, c.j)} if {
	some c in _counted
	c.skipped > 0
}

review contains {"member": c.kind, "code": "errors", "args": {"n": c.errors}, "at": _at(c.i, c.j)} if {
	some c in _counted
	c.errors > 0
}

review contains {"member": c.kind, "code": "failed", "args": {"n": c.failed}, "at": _at(c.i, c.j)} if {
	some c in _counted
	c.failed > 0
}

review contains {"member": c.kind, "code": "empty", "args": {}, "at": _at(c.i, c.j)} if {
	some c in _counted
	c.total == 0
}

_doubted := {[c.i, c.kind] | some c in _counted; (c.failed + c.skipped) + c.errors > 0} | {[c.i, c.kind] | some c in _counted; c.total == 0}

basis contains {"member": e.kind, "code": "supplied", "args": {}, "at": _at(e.i, e.j), "level": "evidenced"} if {
	some e in _evidence
	e.found == "same"
	_fresh(e.created.state, e.created.value.day)
	not [e.i, e.kind] in _doubted
}

# METADATA
# title: The SBOM follows the schema of its version
# description: |
#   Holds each SBOM against the official CycloneDX schema of its version. A
#   value that breaks the schema is never counted as stated, so the requirements
#   on single fields see it as well; this one lists every place for the vendor.
#   Where there are more problems than are listed, a person looks at the
#   document. This cannot tell whether the values are true.
# custom:
#   contract: 1
#   severity: info
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: bundle
#   sources:
#     - {standard: NTIA Minimum Elements for an SBOM, edition: "2021", clause: "Automation Support", confidence: source}
#     - {standard: CISA Minimum Elements for an SBOM, edition: "2026", clause: "Format", confidence: secondary}
#     - {standard: CycloneDX, edition: "1.7", clause: bom.schema.json, confidence: source}
#   messages:
#     fault: "The SBOM breaks the schema of its version here: {problem}."
#     unlisted: "The SBOM has more problems than are listed, so a person must check it with a CycloneDX validator."
#     not_held: "This is SPDX {version}, which bidgate does not hold against a schema, so a person must check it with an SPDX validator."
#     valid: "The SBOM follows the schema of CycloneDX {version}."
#   remedy: Correct the places listed; a CycloneDX validator shows them as well.
#   question: Please send the SBOM again in the form that its CycloneDX version asks for.
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.schema

_documents := {sbom.document | some sbom in input.sboms}

_faults contains {"at": ["bundle", "documents", row, "problems", k], "message": problem.message} if {
	some row in _documents
	some k, problem in input.bundle.documents[row].problems
	problem.code in {"schema", "wrong_type"}
	problem.limit == ""
}

# Documents of which some problems are counted and not listed.
_unlisted contains row if {
	some row in _documents
	some problem in input.bundle.documents[row].problems
	problem.limit != ""
}

violation contains {"code": "fault", "args": {"problem": fault.message}, "at": fault.at} if some fault in _faults

review contains {"code": "unlisted", "args": {}, "at": ["bundle", "documents", row]} if some row in _unlisted

review contains {
	"code": "not_held",
	"args": {"version": sbom.spec_version},
	"at": ["bundle", "documents", sbom.document],
} if {
	some sbom in input.sboms
	sbom.format == "spdx"
}

basis contains {
	"code": "valid",
	"args": {"version": sbom.spec_version},
	"at": ["bundle", "documents", sbom.document],
	"level": "verified",
} if {
	count(_faults) == 0
	count(_unlisted) == 0
	count([row | some row in _documents; input.bundle.documents[row].readable]) == count(_documents)
	some sbom in input.sboms
	sbom.format == "cyclonedx"
}

# METADATA
# title: The SBOM names its product and version
# description: |
#   Asks that each SBOM says what it is about: the name and the version of its
#   subject (`metadata.component`). Without them nobody can tell which product
#   the list belongs to. A name or version that is declared unknown or withheld
#   is an honest answer, and a person looks at it; one that is left out, is a
#   placeholder or has a wrong form counts as not stated. This cannot tell
#   whether the name is that of the product offered; another requirement
#   compares the two.
# custom:
#   contract: 1
#   severity: major
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: NTIA Minimum Elements for an SBOM, edition: "2021", clause: Data Fields, confidence: source}
#     - {standard: CISA Minimum Elements for an SBOM, edition: "2026", clause: Primary component, confidence: source}
#     - {standard: BSI TR-03183-2, edition: "2.1.0", clause: "3.1", confidence: source}
#   messages:
#     no_subject: "The SBOM does not say what product it describes; its subject is {state}."
#     subject_declared: "The SBOM declares that its subject is {state}, so a person must find out what it describes."
#     not_stated: "The {field} of the SBOM's subject is {state}."
#     declared: "The {field} of the SBOM's subject is declared {state}, so a person must find it out."
#     named: "The SBOM describes {name} version {version}."
#   remedy: Give `metadata.component` a name and a version.
#   question: Which product and version does this SBOM describe?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.subject

import data.bidgate.lib.states

_with_subject contains i if {
	some i, sbom in input.sboms
	sbom.subject.state == "stated"
}

violation contains {"code": "no_subject", "args": {"state": state}, "at": ["sboms", i]} if {
	some i, sbom in input.sboms
	state := sbom.subject.state
	state in states.missing
}

violation contains {
	"code": "not_stated",
	"args": {"field": field, "state": state},
	"at": ["sboms", i, "subject", field],
} if {
	some i in _with_subject
	some field in {"name", "version"}
	state := input.sboms[i].subject[field].state
	state in states.missing
}

review contains {"code": "subject_declared", "args": {"state": state}, "at": ["sboms", i]} if {
	some i, sbom in input.sboms
	state := sbom.subject.state
	state in states.told
}

review contains {
	"code": "declared",
	"args": {"field": field, "state": state},
	"at": ["sboms", i, "subject", field],
} if {
	some i in _with_subject
	some field in {"name", "version"}
	state := input.sboms[i].subject[field].state
	state in states.told
}

basis contains {
	"code": "named",
	"args": {"name": subject.name.value, "version": subject.version.value},
	"at": ["sboms", i, "subject"],
	"level": "verified",
} if {
	some i in _with_subject
	subject := input.sboms[i].subject
	subject.name.state == "stated"
	subject.version.state == "stated"
}

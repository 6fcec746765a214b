# METADATA
# title: The SBOM has an identity of its own
# description: |
#   Asks that each SBOM has a serial number and a version of the document. The
#   serial number alone does not tell a corrected list from the first one. One
#   that is declared unknown or withheld is an honest answer, and a person looks
#   at it; one that is left out, is a placeholder or has a wrong form counts as
#   not stated. A number of zeros is none. This cannot tell whether the number is
#   used once only.
# custom:
#   contract: 1
#   severity: minor
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: CISA Minimum Elements for an SBOM, edition: "2026", clause: "SBOM Version", confidence: secondary}
#     - {standard: BSI TR-03183-2, edition: "2.1.0", clause: "SBOM-URI", confidence: source}
#   messages:
#     not_stated: "The {field} of the SBOM document is {state}."
#     declared: "The {field} of the SBOM document is declared {state}, so a person must ask for it."
#     no_number: "The serial number of the SBOM is one of zeros, which any document could have."
#     identified: "The SBOM is version {version} of {serial}."
#   remedy: Add `serialNumber` (a `urn:uuid:`) and `version` to the document.
#   question: What are the serial number and the version of this SBOM?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.document_identity

import data.bidgate.lib.states

_fields contains {"i": i, "field": "serial_number", "name": "serial number", "state": sbom.serial_number.state} if {
	some i, sbom in input.sboms
}

_fields contains {"i": i, "field": "version", "name": "version", "state": sbom.version.state} if {
	some i, sbom in input.sboms
}

violation contains {
	"code": "not_stated",
	"args": {"field": row.name, "state": row.state},
	"at": ["sboms", row.i, row.field],
} if {
	some row in _fields
	row.state in states.missing
}

violation contains {"code": "no_number", "args": {}, "at": ["sboms", i, "serial_number"]} if {
	some i in _numberless
}

# A UUID of zeros alone says that there is none (RFC 9562, 5.9).
_numberless contains i if {
	some i, sbom in input.sboms
	regex.match(`^urn:uuid:[0-]+$`, sbom.serial_number.value)
}

review contains {
	"code": "declared",
	"args": {"field": row.name, "state": row.state},
	"at": ["sboms", row.i, row.field],
} if {
	some row in _fields
	row.state in states.told
}

basis contains {
	"code": "identified",
	"args": {"serial": sbom.serial_number.value, "version": sbom.version.value},
	"at": ["sboms", i, "serial_number"],
	"level": "verified",
} if {
	some i, sbom in input.sboms
	sbom.serial_number.state == "stated"
	sbom.version.state == "stated"
	not i in _numberless
}

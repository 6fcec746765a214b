# METADATA
# title: The SBOM has what BSI TR-03183-2 asks for
# description: |
#   Holds when each SBOM has the fields that version 2.1.0 of BSI TR-03183-2
#   asks for of the document and of components, and holds no vulnerabilities. It
#   has no rules of its own. Logical components and parts outside delivery owe
#   less than this asks. The two licence fields need CycloneDX 1.7 or a list of
#   licences.
# custom:
#   contract: 1
#   severity: info
#   section: supply-chain
#   sources:
#     - {standard: BSI TR-03183-2, edition: "2.1.0", clause: "3.1 to 6.1", confidence: source}
#   composed_of:
#     - sbom.schema_core
#     - sbom.subject
#     - sbom.timestamp
#     - sbom.author
#     - sbom.component_producer
#     - sbom.component_name
#     - sbom.component_version
#     - sbom.component_identifier
#     - sbom.dependency_relationship
#     - sbom.completeness_stated
#     - sbom.bsi_field
#     - sbom.no_vulnerabilities
#   effective_from: "2026-02-20"
#   remedy: Meet each of the requirements that this one is made of.
#   question: Please send an SBOM with the fields that are missing.
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.bsi_2_1

# METADATA
# title: The SBOM has the data fields of CISA 2026
# description: |
#   Holds when each SBOM has the data fields that CISA named in 2026: those on
#   the document (author, signature, tool, stage, date, version) and those on
#   the components (producer, name, version, identifiers, hash, licence, links).
#   It has no rules of its own: it is met when the requirements that it is made
#   of are met, at the shares that the profile sets. Hashes are asked of
#   executable components. Whether a signature holds is another question.
# custom:
#   contract: 1
#   severity: info
#   section: supply-chain
#   sources:
#     - {standard: CISA Minimum Elements for an SBOM, edition: "2026", clause: "Data Fields", confidence: secondary}
#   effective_from: "2026-07-29"
#   composed_of:
#     - sbom.subject
#     - sbom.timestamp
#     - sbom.author
#     - sbom.author_not_tool
#     - sbom.author_signature
#     - sbom.tool_name
#     - sbom.tool_version
#     - sbom.generation_context
#     - sbom.document_identity
#     - sbom.component_producer
#     - sbom.component_name
#     - sbom.component_version
#     - sbom.component_identifier
#     - sbom.executable_hash
#     - sbom.component_licence
#     - sbom.dependency_relationship
#     - sbom.completeness_stated
#   remedy: Meet each of the requirements that this one is made of.
#   question: Please send an SBOM with the data fields that are missing.
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.cisa_2026

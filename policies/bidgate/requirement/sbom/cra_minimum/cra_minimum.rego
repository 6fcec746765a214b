# METADATA
# title: The SBOM covers at least the direct parts
# description: |
#   Holds when each SBOM follows its schema, names its product and has a graph
#   from which the direct parts show, which is the least that the Cyber
#   Resilience Act asks of an SBOM. It has no rules of its own.
# custom:
#   contract: 1
#   severity: major
#   section: supply-chain
#   sources:
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Annex I Part II(1)", confidence: source}
#   composed_of:
#     - sbom.schema_core
#     - sbom.subject
#     - sbom.dependency_relationship
#   remedy: Meet each of the requirements that this one is made of.
#   question: Please send an SBOM that names the product and its direct parts.
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.cra_minimum

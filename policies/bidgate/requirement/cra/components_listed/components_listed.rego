# METADATA
# title: The SBOM lists the components as the CRA asks
# description: |
#   Holds when the SBOM can be read by programs, names the product, and says which
#   parts it needs, at least the direct ones. It has no rules of its own: it is met
#   when the requirements that it is made of are met. Those are asked for now;
#   under the CRA the finding is advice before 11 December 2027. It cannot tell
#   whether a part is left out.
# custom:
#   contract: 1
#   severity: blocking
#   section: supply-chain
#   sources:
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Annex I Part II(1)", confidence: source}
#   effective_from: "2027-12-11"
#   composed_of:
#     - sbom.schema_core
#     - sbom.subject
#     - sbom.component_name
#     - sbom.component_version
#     - sbom.dependency_relationship
#   remedy: Meet each of the requirements that this one is made of.
#   question: Please send what is missing from the requirements that this one is made of.
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.cra.components_listed

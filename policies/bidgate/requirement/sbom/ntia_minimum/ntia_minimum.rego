# METADATA
# title: The SBOM has the data fields of NTIA 2021
# description: |
#   Holds when each SBOM has the data fields that the NTIA named in 2021:
#   author, date, product, and for the components supplier, name, version,
#   identifiers and links between them. It has no rules of its own: it is met
#   when the requirements that it is made of are met, at the shares that the
#   profile sets. The NTIA also names practices, such as how often an SBOM is
#   made, which this does not judge.
# custom:
#   contract: 1
#   severity: info
#   section: supply-chain
#   sources:
#     - {standard: NTIA Minimum Elements for an SBOM, edition: "2021", clause: "Data Fields", confidence: source}
#   composed_of:
#     - sbom.author
#     - sbom.timestamp
#     - sbom.subject
#     - sbom.component_supplier
#     - sbom.component_name
#     - sbom.component_version
#     - sbom.component_identifier
#     - sbom.dependency_relationship
#   remedy: Meet each of the requirements that this one is made of.
#   question: Please send an SBOM with the data fields that are missing.
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.ntia_minimum

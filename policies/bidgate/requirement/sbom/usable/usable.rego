# METADATA
# title: The SBOM can be used to look up known weaknesses
# description: |
#   Holds when each SBOM names its product, enough of its software components
#   state a version and carry an identifier, and the references between them
#   lead somewhere. It has no rules of its own: it is met when the four
#   requirements that it is made of are met. This cannot tell whether any known
#   weakness is present.
# custom:
#   contract: 1
#   severity: info
#   section: vulnerability-management
#   sources:
#     - {standard: NTIA Minimum Elements for an SBOM, edition: "2021", clause: Data Fields, confidence: source}
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activity 6, 4.1", confidence: secondary}
#   composed_of: [sbom.subject, sbom.component_version, sbom.component_identifier, sbom.dependency_references]
#   remedy: Meet each of the requirements that this one is made of.
#   question: Please send an SBOM that names its product and gives versions and identifiers for its components.
#   tags: [core_area:scrm, csf:ID, csf2:ID.RA-01]
package bidgate.requirement.sbom.usable

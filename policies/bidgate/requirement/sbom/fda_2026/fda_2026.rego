# METADATA
# title: The SBOM has what the FDA asks for
# description: |
#   Holds when each SBOM has the data fields that NTIA named in 2021, and states
#   level and end of support of each component, as the guidance of the FDA of
#   2026 asks. It has no rules of its own.
# custom:
#   contract: 1
#   severity: info
#   section: supply-chain
#   sources:
#     - {standard: FDA premarket cybersecurity guidance, edition: "2026", clause: "V.A.4", confidence: secondary}
#   composed_of:
#     - sbom.ntia_minimum
#     - sbom.fda_field
#   remedy: Meet each of the requirements that this one is made of.
#   question: Please send an SBOM with the fields that are missing.
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.fda_2026

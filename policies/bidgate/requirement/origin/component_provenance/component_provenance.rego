# METADATA
# title: The provenance of components is known
# description: |
#   Folds three requirements on the SBOM: enough components name who made them,
#   carry an identifier that says where they come from, and carry a hash that
#   tells them from others. Their shares are those of the three requirements. This
#   cannot tell whether what the SBOM says is true, nor whether a component is
#   still maintained and by how many people: the buyer can bring no list of that.
# custom:
#   contract: 1
#   severity: major
#   section: supply-chain
#   sources:
#     - {standard: NIST SSDF SP 800-218, edition: "1.1", clause: PS.3.2, confidence: source}
#     - {standard: CISA Software Acquisition Guide, edition: "2024", clause: SC.08, confidence: source}
#   composed_of: [sbom.component_producer, sbom.component_identifier, sbom.component_hash]
#   remedy: State producer, identifier and hash for each component listed.
#   question: Who made the components listed, where do they come from, and what are their hashes?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-08]
package bidgate.requirement.origin.component_provenance

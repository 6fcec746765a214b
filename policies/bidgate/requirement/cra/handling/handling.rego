# METADATA
# title: Weaknesses are taken in, mended and told of as the CRA asks
# description: |
#   Holds when there is a public contact and a policy on disclosure, parts of
#   others are included, fixed weaknesses are published, and times to mend
#   are stated. It has no rules of its own: it is met when the requirements that
#   it is made of are met. Those are asked for now; under the CRA the finding is
#   advice before 11 December 2027. It cannot tell whether the maker keeps to it.
# custom:
#   contract: 1
#   severity: blocking
#   section: vulnerability-management
#   sources:
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Annex I Part II(2)", confidence: source}
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Annex I Part II(4)", confidence: source}
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Annex I Part II(5)", confidence: source}
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Annex I Part II(6)", confidence: source}
#   effective_from: "2027-12-11"
#   composed_of:
#     - disclosure.contact
#     - disclosure.policy
#     - disclosure.suppliers
#     - disclosure.advisories
#     - disclosure.fix_times
#   remedy: Meet each of the requirements that this one is made of.
#   question: Please send what is missing from the requirements that this one is made of.
#   tags: [core_area:incident_management, csf:ID, csf2:ID.RA-08]
package bidgate.requirement.cra.handling

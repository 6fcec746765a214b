# METADATA
# title: The product has no known weakness that can be exploited
# description: |
#   Holds when no component is on the list of exploited weaknesses, and no severe
#   known one is left without an answer, after the lists that the buyer supplies.
#   It has no rules of its own: it is met when the requirements that it is made
#   of are met. Those are asked for now; under the CRA the finding is advice
#   before 11 December 2027. It cannot tell of weaknesses that no list has.
# custom:
#   contract: 1
#   severity: blocking
#   section: vulnerability-management
#   sources:
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Annex I Part I(2)(a)", confidence: source}
#   effective_from: "2027-12-11"
#   composed_of:
#     - vulnerability.known_exploited
#     - vulnerability.known_exploitable
#   remedy: Meet each of the requirements that this one is made of.
#   question: Please send what is missing from the requirements that this one is made of.
#   tags: [core_area:continuous_monitoring, csf:ID, csf2:ID.RA-01]
package bidgate.requirement.cra.known_weaknesses

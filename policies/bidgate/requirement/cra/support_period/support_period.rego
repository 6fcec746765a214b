# METADATA
# title: The support period is stated and lasts as the CRA asks
# description: |
#   Holds when the end of support is stated, lies ahead, and the period is as long
#   as the profile sets: five years, or the expected use where that is shorter. It has no
#   rules of its own: it is met when the requirements that it is made of are met.
#   Those are asked for now; under the CRA the finding is advice before 11 December
#   2027. It cannot tell whether the maker will keep the promise.
# custom:
#   contract: 1
#   severity: blocking
#   section: vulnerability-management
#   sources:
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Annex II(7)", confidence: source}
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Article 13(8)", confidence: secondary}
#   effective_from: "2027-12-11"
#   composed_of:
#     - support.period_end
#     - support.not_ended
#   remedy: Meet each of the requirements that this one is made of.
#   question: Please send what is missing from the requirements that this one is made of.
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.AM-08]
package bidgate.requirement.cra.support_period

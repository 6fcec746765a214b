# METADATA
# title: The threat model serves as the risk assessment of the CRA
# description: |
#   Holds when the threat model has what a risk assessment needs: product, method,
#   scope, assets, threats with ratings and a decision on each, and a current
#   date. It has no rules of its own: it is met when the requirements that it is
#   made of are met, at the parameters that the profile sets. Before 11 December
#   2027 the finding is advice. It cannot tell whether the risks were judged
#   rightly, and no other form of risk assessment in the bundle is read.
# custom:
#   contract: 1
#   severity: blocking
#   section: development
#   sources:
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Annex I Part I(1)", confidence: source}
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Article 13(2)", confidence: secondary}
#   effective_from: "2027-12-11"
#   composed_of:
#     - threat_model.names_product
#     - threat_model.dated
#     - threat_model.method
#     - threat_model.scope
#     - threat_model.assets
#     - threat_model.threats_rated
#     - threat_model.threat_response
#     - threat_model.accepted_risk_approved
#   remedy: Meet each of the requirements that this one is made of.
#   question: Please send the risk assessment with the parts that are missing.
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-05]
package bidgate.requirement.cra.risk_assessment

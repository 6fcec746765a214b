# METADATA
# title: Support and room for updates are planned
# description: |
#   Holds when the declaration gives the end of security support, for as long as
#   the buyer asks where a shortest period is set, and says how much room is left
#   for updates. It has no rules of its own: it is met when the two requirements
#   that it is made of are met. This cannot tell whether the maker will keep the
#   promise.
# custom:
#   contract: 1
#   severity: major
#   section: deployment
#   sources:
#     - {standard: NIST IR 8259r1, edition: "2026", clause: "Activity 5, 3.6", confidence: secondary}
#   composed_of: [support.period_end, nist_8259r1.update_headroom]
#   remedy: Meet each of the requirements that this one is made of.
#   question: Until when will you supply security updates, and how much room does the product have for them?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.AM-08]
package bidgate.requirement.nist_8259r1.support_planned

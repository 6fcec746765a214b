# METADATA
# title: Harm to people is weighed where the product can do harm
# description: |
#   Where a declaration says that the product matters for safety, asks that the
#   threat model weighs harm to safety. Where it says that it does not, nothing
#   is asked, on the word of the maker; where it does not say, a person must
#   find out. Kinds of harm that are declared unknown or withheld, and a format
#   that has no place for them, are for a person; a list that is left out or
#   empty, is a placeholder or has a wrong form counts as not stated. This
#   cannot tell how well it was weighed.
# custom:
#   contract: 1
#   severity: minor
#   section: development
#   evidence: {all: [threat_model, declaration]}
#   over: threat_models
#   sources:
#     - {standard: IEC 62443-4-1, edition: "2018", clause: "SR-2", confidence: memory}
#     - {standard: ISO/SAE 21434, edition: "2021", clause: "Impact rating", confidence: memory}
#     - {standard: FDA premarket cybersecurity guidance, edition: "2026", clause: "Safety", confidence: memory}
#   messages:
#     left_out: "The product matters for safety, and the threat model does not weigh harm to safety."
#     not_stated: "The product matters for safety, and the kinds of harm in the threat model are {state}."
#     declared: "The kinds of harm are declared {state}, so a person must ask whether safety was weighed."
#     not_said: "The declaration does not say whether the product matters for safety, so a person must find out."
#     not_relevant: "The maker says that the product does not matter for safety."
#     weighed: "The threat model weighs harm to safety."
#   remedy: Say in `product.safety_relevant` whether the product matters for safety, and add safety to `impact_domains` of the threat model.
#   question: Can the product harm people, and does the threat model weigh that?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-04]
package bidgate.requirement.threat_model.safety

import data.bidgate.lib.states

_declared := {declaration.product_details.safety_relevant.value |
	some declaration in input.declarations
	declaration.product_details.safety_relevant.state == "stated"
}

_states := {i: states.list(model.impact_domains.state, count(model.impact_domains.items)) | some i, model in input.threat_models}

_at(i) := ["threat_models", i, "impact_domains"]

violation contains {"code": "left_out", "args": {}, "at": _at(i)} if {
	true in _declared
	some i, model in input.threat_models
	_states[i] == "stated"
	not "safety" in model.impact_domains.items
}

violation contains {"code": "not_stated", "args": {"state": state}, "at": _at(i)} if {
	true in _declared
	some i, state in _states
	state in states.missing_list
}

review contains {"code": "declared", "args": {"state": state}, "at": _at(i)} if {
	true in _declared
	some i, state in _states
	state in states.told
}

review contains {"code": "not_said", "args": {}, "at": _at(i)} if {
	count(_declared) == 0
	some i, _ in input.threat_models
}

not_applicable contains {"code": "not_relevant", "args": {}, "at": _at(i), "level": "asserted"} if {
	_declared == {false}
	some i, _ in input.threat_models
}

basis contains {"code": "weighed", "args": {}, "at": _at(i), "level": "asserted"} if {
	true in _declared
	some i, model in input.threat_models
	_states[i] == "stated"
	"safety" in model.impact_domains.items
}

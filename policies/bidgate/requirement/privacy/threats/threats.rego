# METADATA
# title: Threats to privacy are looked at where people are concerned
# description: |
#   Looks for each kind of threat of LINDDUN in threat models that were made by it,
#   or that sort a threat by it: each kind has a threat, or one with the status
#   "not_applicable" and a reason. Where a declaration lists personal data and no
#   model uses LINDDUN, a person looks how privacy was considered. Other models have
#   nothing to judge here. This cannot tell whether threats of a kind are missing.
# custom:
#   contract: 1
#   severity: minor
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: LINDDUN, edition: "2023", clause: "Threat types", confidence: memory}
#   messages:
#     gap: "The threat model uses LINDDUN and has no threat of this kind."
#     gap_untold: "The threat model uses LINDDUN, shows no threat of this kind and does not tell all of its threats, so a person must ask."
#     personal: "The declaration lists personal data, and the threat model does not use LINDDUN, so a person must ask how privacy was considered."
#     not_used: "The threat model does not use LINDDUN, and no declaration lists personal data."
#     considered: "The threat model has a threat of this kind."
#   remedy: Look for threats of this kind; where there is none, add one with the status `not_applicable` and a reason.
#   question: Which threats of this kind did you consider, and what did you find?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-03]
package bidgate.requirement.privacy.threats

import data.bidgate.lib.states

_members := data.bidgate.catalog.requirements["privacy.threats"].members

_uses contains i if {
	some i, model in input.threat_models
	some method in model.method.items
	contains(lower(method), "linddun")
}

_uses contains i if {
	some i, model in input.threat_models
	some threat in model.threats.items
	some category in threat.categories.items
	lower(category.taxonomy.value) == "linddun"
}

# A threat that does not apply shows that its kind was considered, if it says why.
_considered contains [i, member] if {
	some i, model in input.threat_models
	some j, threat in model.threats.items
	not _dropped(i, j)
	some category in threat.categories.items
	lower(category.taxonomy.value) == "linddun"
	name := replace(replace(lower(category.name.value), "-", "_"), " ", "_")
	some member, row in _members
	name in row.columns.names
}

_dropped(i, j) if {
	input.threat_models[i].threats.items[j].status.value == "not_applicable"
	input.threat_models[i].threats.items[j].justification.state != "stated"
}

_untold contains i if {
	some i, model in input.threat_models
	some j, threat in model.threats.items
	_dropped(i, j)
	threat.justification.state in states.told
}

_untold contains i if {
	some i, model in input.threat_models
	model.threats.state in states.told
}

_untold contains i if {
	some i, model in input.threat_models
	some threat in model.threats.items
	threat.categories.state in states.told
}

_personal if {
	some declaration in input.declarations
	some item in declaration.data.items
	some text in [item.sensitivity, item.item]
	contains(lower(text.value), "personal")
}

_at(i) := ["threat_models", i, "threats"]

violation contains {"member": member, "code": "gap", "args": {}, "at": _at(i)} if {
	some i in _uses
	some member, _ in _members
	not [i, member] in _considered
	not i in _untold
}

review contains {"member": member, "code": "gap_untold", "args": {}, "at": _at(i)} if {
	some i in _uses
	some member, _ in _members
	not [i, member] in _considered
	i in _untold
}

review contains {"member": member, "code": "personal", "args": {}, "at": _at(i)} if {
	_personal
	some i, _ in input.threat_models
	not i in _uses
	some member, _ in _members
}

not_applicable contains {"member": member, "code": "not_used", "args": {}, "at": _at(i), "level": "verified"} if {
	not _personal
	some i, _ in input.threat_models
	not i in _uses
	some member, _ in _members
}

basis contains {"member": member, "code": "considered", "args": {}, "at": _at(i), "level": "asserted"} if {
	some i in _uses
	some member, _ in _members
	[i, member] in _considered
}

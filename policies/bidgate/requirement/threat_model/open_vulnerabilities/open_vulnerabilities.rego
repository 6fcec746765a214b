# METADATA
# title: Open vulnerabilities are in the threat model
# description: |
#   Takes the vulnerabilities of the buyer's data that are severe or known to be
#   exploited and that no statement of the vendor settles, and looks whether a
#   threat is linked to the component that has them, by bom-ref or purl. What is
#   open in the product belongs into its model. A component that no threat is
#   linked to goes to a person, for the model may treat it without a link; where
#   the model links its threats to components and the vendor itself says that the
#   product is affected, it fails. Where nothing is open, there is nothing to look
#   for. This cannot tell whether the threat is about the vulnerability.
# custom:
#   contract: 1
#   severity: minor
#   section: development
#   evidence: {all: [sbom, threat_model], buyer: [advisories]}
#   over: sboms
#   sources:
#     - {standard: NIST SP 800-218, edition: "1.1", clause: "RV.1, RV.2", confidence: source}
#   parameters:
#     min_rating: {type: string, default: high, description: "Lowest severity that is looked at: low, medium, high or critical."}
#   messages:
#     left_out: "The vendor says that {vulnerability} affects the product, the model links threats to components, and none to this one."
#     not_linked: "{vulnerability} is open in this component, and no threat is linked to the component, so a person must look whether the model treats it."
#     none_open: "No severe vulnerability of your data is open in what the SBOM lists."
#     linked: "{n:open vulnerability is|open vulnerabilities are} in components that threats are linked to."
#   remedy: Add a threat for each open vulnerability, and name the component in its `bom_refs`.
#   question: How does the threat model treat the vulnerabilities listed?
#   tags: [core_area:continuous_monitoring, csf:ID, csf2:ID.RA-05]
package bidgate.requirement.threat_model.open_vulnerabilities

import data.bidgate.lib.answer

_ranks := {"low": 1, "medium": 2, "high": 3, "critical": 4}

_threshold := _ranks[input.parameters.threat_model.open_vulnerabilities.min_rating]

_open contains {"i": i, "row": found.row, "id": found.id, "answer": answer.given(i, k), "at": ["matches", i, "vulnerabilities", k]} if {
	some i, match in input.matches
	some k, found in match.vulnerabilities
	found.by != "vendor"
	_severe(found.severity.rating, found.kev.listed)
	answer.given(i, k) != "answered"
}

_severe(_, listed) if listed

_severe(rating, listed) if {
	not listed
	_ranks[rating] >= _threshold
}

_linked := {[link.sbom, link.row] |
	some model in input.threat_models
	some threat in model.threats.items
	some link in threat.bom_refs.items
}

_missing contains open if {
	some open in _open
	not [open.i, open.row] in _linked
}

# The model has links, and the vendor knows that the product is affected.
_left_out contains open if {
	count(_linked) > 0
	some open in _missing
	open.answer == "affected"
}

violation contains {"code": "left_out", "args": {"vulnerability": open.id}, "at": open.at} if some open in _left_out

review contains {"code": "not_linked", "args": {"vulnerability": open.id}, "at": open.at} if some open in (_missing - _left_out)

not_applicable contains {"code": "none_open", "args": {}, "at": ["matches", i, "vulnerabilities"], "level": "verified"} if {
	some i, _ in input.sboms
	_threshold
	not i in _with_open
}

_with_open := {open.i | some open in _open}

basis contains {"code": "linked", "args": {"n": n}, "at": ["matches", i, "vulnerabilities"], "level": "verified"} if {
	some i, _ in input.sboms
	n := count([1 | some open in _open; open.i == i])
	n > 0
	not i in _with_missing
}

_with_missing := {open.i | some open in _missing}

# METADATA
# title: The way of updates fits the CRA
# description: |
#   Asks that the declaration says how updates reach the product, how they are
#   checked and how users are told. Where updates install by themselves, users
#   must be able to switch that off. A product without updates fails. A value that is
#   declared unknown or withheld is an honest answer, and a person looks at it;
#   one that is left out, is a placeholder or has a wrong form counts as not
#   stated. Before 11 December 2027 the finding is advice. This cannot tell
#   whether a product that is updated by hand could be updated automatically.
# custom:
#   contract: 1
#   severity: major
#   section: vulnerability-management
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: EU Cyber Resilience Act, edition: "(EU) 2024/2847", clause: "Annex I Part I(2)(c)", confidence: source}
#   effective_from: "2027-12-11"
#   messages:
#     not_stated: "The declaration does not state {field}; the entry is {state}."
#     declared: "The declaration gives {field} as {state}, so a person must ask for it."
#     no_updates: "The declaration says that the product gets no updates."
#     no_opt_out: "Updates install by themselves, and the declaration says that users cannot switch that off."
#     automatic: "Updates install by themselves, users can switch that off, and the declaration says how updates are checked and told of."
#     by_hand: "Updates are installed with the help of users, and the declaration says how they are checked and told of."
#   remedy: State `mechanism`, `verification`, `notification` and, for automatic updates, `opt_out` in `updates`.
#   question: How do updates reach the product, how are they checked, and can users switch automatic updates off?
#   tags: [core_area:system_engineering, csf:PR, csf:ID, csf2:ID.RA-01]
package bidgate.requirement.cra.updates

import data.bidgate.lib.states

_mechanism := {i: declaration.updates.mechanism.value |
	some i, declaration in input.declarations
	declaration.updates.mechanism.state == "stated"
}

_fields contains {"i": i, "field": field, "key": key, "state": state} if {
	some i, declaration in input.declarations
	some [field, key], state in {
		["how updates reach the product", "mechanism"]: declaration.updates.mechanism.state,
		["how updates are checked", "verification"]: declaration.updates.verification.state,
		["how users are told of updates", "notification"]: declaration.updates.notification.state,
	}
}

_fields contains {"i": i, "field": "whether users can switch automatic updates off", "key": "opt_out", "state": state} if {
	some i, "automatic" in _mechanism
	state := input.declarations[i].updates.opt_out.state
}

violation contains {"code": "not_stated", "args": {"field": f.field, "state": f.state}, "at": ["declarations", f.i, "updates", f.key]} if {
	some f in _fields
	f.state in states.missing
}

violation contains {"code": "no_updates", "args": {}, "at": ["declarations", i, "updates", "mechanism"]} if {
	some i, "none" in _mechanism
}

violation contains {"code": "no_opt_out", "args": {}, "at": ["declarations", i, "updates", "opt_out"]} if {
	some i, "automatic" in _mechanism
	input.declarations[i].updates.opt_out.state == "stated"
	input.declarations[i].updates.opt_out.value == false
}

review contains {"code": "declared", "args": {"field": f.field, "state": f.state}, "at": ["declarations", f.i, "updates", f.key]} if {
	some f in _fields
	f.state in states.told
}

_stated contains i if {
	some i, _ in _mechanism
	said := {f.state | some f in _fields; f.i == i}
	said == {"stated"}
}

basis contains {"code": "automatic", "args": {}, "at": ["declarations", i, "updates"], "level": "asserted"} if {
	some i in _stated
	_mechanism[i] == "automatic"
	input.declarations[i].updates.opt_out.value
}

basis contains {"code": "by_hand", "args": {}, "at": ["declarations", i, "updates"], "level": "asserted"} if {
	some i in _stated
	_mechanism[i] in {"assisted", "manual"}
}

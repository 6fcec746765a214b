# METADATA
# title: The declaration says whether and where AI is used
# description: |
#   Asks that the declaration says whether the product uses AI, and for each
#   feature that does what it is for, what it decides and how far it acts on its
#   own. A buyer who is not told cannot plan for wrong results. A value that is
#   declared unknown or withheld is an honest answer, and a person looks at it;
#   one that is left out, is empty, is a placeholder or has a wrong form counts as
#   not stated. This takes the maker's word: models and data sets in the SBOM are
#   not compared with it, and it cannot tell whether a feature is left out.
# custom:
#   contract: 1
#   severity: major
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: NIST AI RMF, edition: "1.0", clause: MAP 1.1, confidence: source}
#     - {standard: NIST IR 8259r1, edition: "2026", clause: AI features, confidence: secondary}
#   messages:
#     not_declared: "Whether the product uses AI is {state}."
#     no_features: "The declaration says that the product uses AI, and its list of features is {state}."
#     not_stated: "The {field} of the AI feature {feature} is {state}."
#     contradicts: "The declaration says that the product uses no AI, and lists {features} AI features."
#     use_declared: "Whether the product uses AI is declared {state}, so a person must ask."
#     features_declared: "The declaration says that the product uses AI, and its list of features is declared {state}, so a person must ask for it."
#     declared: "The {field} of the AI feature {feature} is declared {state}, so a person must ask for it."
#     none: "The declaration says that the product uses no AI."
#     described: "The declaration describes each of the {features} features that use AI."
#   remedy: State `ai.used`, and for each AI feature its purpose, the decisions it takes and how far it acts on its own.
#   question: Does the product use AI, for what, and how far does it act on its own?
#   tags: [core_area:ai, csf2:ID.AM-08]
package bidgate.requirement.ai.use_declared

import data.bidgate.lib.states

_used[i] := _of(declaration.ai.state, declaration.ai.used.state) if some i, declaration in input.declarations

_of(section, used) := used if {
	section == "stated"
} else := section

_users contains i if {
	some i, state in _used
	state == "stated"
	input.declarations[i].ai.used.value
}

_others contains i if {
	some i, state in _used
	state == "stated"
	input.declarations[i].ai.used.value == false
}

_listed := {i: state |
	some i in _users
	features := input.declarations[i].ai.features
	state := states.list(features.state, count(features.items))
}

_fields contains {"declaration": i, "row": j, "feature": feature.id.value, "field": field, "state": state} if {
	some i in _users
	some j, feature in input.declarations[i].ai.features.items
	some field, state in {
		"purpose": feature.purpose.state,
		"scope of decisions": feature.decision_scope.state,
		"autonomy": feature.autonomy.state,
	}
}

violation contains {"code": "not_declared", "args": {"state": state}, "at": ["declarations", i, "ai"]} if {
	some i, state in _used
	state in states.missing
}

violation contains {"code": "no_features", "args": {"state": state}, "at": ["declarations", i, "ai"]} if {
	some i, state in _listed
	state in states.missing_list
}

violation contains {
	"code": "not_stated",
	"args": {"feature": f.feature, "field": f.field, "state": f.state},
	"at": ["declarations", f.declaration, "ai", "features", "items", f.row],
} if {
	some f in _fields
	f.state in states.missing
}

violation contains {"code": "contradicts", "args": {"features": features}, "at": ["declarations", i, "ai"]} if {
	some i in _others
	features := count(input.declarations[i].ai.features.items)
	features > 0
}

review contains {"code": "use_declared", "args": {"state": state}, "at": ["declarations", i, "ai"]} if {
	some i, state in _used
	state in states.told
}

review contains {"code": "features_declared", "args": {"state": state}, "at": ["declarations", i, "ai"]} if {
	some i, state in _listed
	state in states.told
}

review contains {
	"code": "declared",
	"args": {"feature": f.feature, "field": f.field, "state": f.state},
	"at": ["declarations", f.declaration, "ai", "features", "items", f.row],
} if {
	some f in _fields
	f.state in states.told
}

basis contains {"code": "none", "args": {}, "at": ["declarations", i, "ai"], "level": "asserted"} if {
	some i in _others
	count(input.declarations[i].ai.features.items) == 0
}

basis contains {
	"code": "described",
	"args": {"features": count(input.declarations[i].ai.features.items)},
	"at": ["declarations", i, "ai"],
	"level": "asserted",
} if {
	some i, state in _listed
	state == "stated"
	{f.state | some f in _fields; f.declaration == i} == {"stated"}
}

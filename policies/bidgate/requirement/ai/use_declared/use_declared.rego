# METADATA
# title: The declaration says whether and where AI is used
# description: |
#   Asks that the declaration says whether the product uses AI, and for each
#   feature that does what it is for, what it decides and how far it acts on its
#   own. A buyer who is not told cannot plan for wrong results. A value that is
#   declared unknown or withheld is an honest answer, and a person looks at it;
#   one that is left out, is empty, is a placeholder or has a wrong form counts as
#   not stated. "No AI" is compared with the SBOMs of the bundle: a
#   machine-learning model in one of them contradicts it, and a package that is
#   known to run or call models is for a person, for a part may have it and not use
#   it. The rest is the maker's word, and this cannot tell whether a feature is
#   left out.
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
#     not_declared: "The declaration does not say whether the product uses AI; the entry is {state}."
#     no_features: "The declaration says that the product uses AI, and its list of features is {state}."
#     not_stated: "The {field} of the AI feature {feature} is {state}."
#     contradicts: "The declaration says that the product uses no AI, and its list of AI features is not empty."
#     model_listed: "The declaration says that the product uses no AI, and {document} lists {models:machine-learning model|machine-learning models}."
#     library_listed: "The declaration says that the product uses no AI, and {document} lists {packages:package that runs or calls|packages that run or call} machine-learning models, so a person must ask what for."
#     use_declared: "Whether the product uses AI is declared {state}, so a person must ask."
#     features_declared: "The declaration says that the product uses AI, and its list of features is declared {state}, so a person must ask for it."
#     declared: "The {field} of the AI feature {feature} is declared {state}, so a person must ask for it."
#     none: "The declaration says that the product uses no AI."
#     described: "The declaration lists {features:feature that uses AI, and describes it|features that use AI, and describes each}."
#   remedy: State `ai.used` so that it fits the SBOM, and for each AI feature its purpose, the decisions it takes and how far it acts on its own.
#   question: Does the product use AI, for what, and how far does it act on its own?
#   tags: [core_area:software_assurance, csf:ID, csf2:ID.AM-08]
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

violation contains {"code": "contradicts", "args": {}, "at": ["declarations", i, "ai"]} if {
	some i in _others
	count(input.declarations[i].ai.features.items) > 0
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

# SBOMs that hold a machine-learning model, the subject itself included.
_models[document] := n if {
	some i, sbom in input.sboms
	document := input.bundle.documents[sbom.document].path
	n := sum([t.components | some t in input.sboms[i].facts.types; t.type == "machine-learning-model"]) + _subject(i)
	n > 0
}

_subject(i) := 1 if {
	input.sboms[i].subject.type.value == "machine-learning-model"
} else := 0

violation contains {
	"code": "model_listed",
	"args": {"document": document, "models": models},
	"at": ["declarations", i, "ai"],
} if {
	some i in _others
	some document, models in _models
}

# SBOMs that list packages known to run or call models.
_packages contains {"document": document, "n": n} if {
	some i, sbom in input.sboms
	document := input.bundle.documents[sbom.document].path
	n := count(sbom.facts.purposes.machine_learning)
	n > 0
}

review contains {
	"code": "library_listed",
	"args": {"document": found.document, "packages": found.n},
	"at": ["declarations", i, "ai"],
} if {
	some i in _others
	some found in _packages
}

basis contains {"code": "none", "args": {}, "at": ["declarations", i, "ai"], "level": "asserted"} if {
	some i in _others
	count(input.declarations[i].ai.features.items) == 0
	count(_models) == 0
	count(_packages) == 0
}

basis contains {
	"code": "described",
	"args": {"features": count(input.declarations[i].ai.features.items)},
	"at": ["declarations", i, "ai"],
	"level": "asserted",
} if {
	some i, state in _listed
	state == "stated"
	said := {f.state | some f in _fields; f.declaration == i}
	said == {"stated"}
}

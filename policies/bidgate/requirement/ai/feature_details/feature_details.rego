# METADATA
# title: The declaration tells how each AI feature is watched over and fails
# description: |
#   Asks of each feature that uses AI, that the declaration tells who watches
#   over it, what happens when it fails, how it is watched for drift, how results can be explained
#   and where its data limits it; and that the matrix of duties has a topic that
#   names AI or the feature and says what the maker and one other side do. A product that is declared
#   to use no AI does not need this. A value that is declared unknown or withheld
#   is an honest answer, and a person looks at it; one that is left out, is a
#   placeholder or has a wrong form counts as not stated. This cannot tell whether
#   the product does what is declared.
# custom:
#   contract: 1
#   severity: major
#   section: governance
#   evidence: {all: [declaration]}
#   over: declarations
#   sources:
#     - {standard: NIST AI RMF, edition: "1.0", clause: "GOVERN, MAP, MEASURE, MANAGE", confidence: source}
#   parameters:
#     topic_words: {type: strings, default: [ai, "artificial intelligence", "machine learning", model, models], description: Words by which a topic of the matrix of duties is one about AI.}
#   messages:
#     no_ai: "The declaration says that the product uses no AI."
#     use_untold: "Whether the product uses AI is {state} in the declaration, so a person must ask."
#     no_features: "The declaration says that the product uses AI, and its list of features is {state}, so a person must ask for it."
#     not_stated: "The declaration does not tell this of the AI feature {feature}; the entry is {state}."
#     declared: "The declaration gives this of the AI feature {feature} as {state}, so a person must ask for it."
#     no_duties: "The matrix of duties has no topic on AI that says what the maker and another side do."
#     duties_untold: "The matrix of duties is declared {state}, so a person must ask for it."
#     stated: "{n:feature uses AI, and the declaration tells this of it|features use AI, and the declaration tells this of each}."
#     duties: "The matrix of duties has {n:topic|topics} on AI."
#   remedy: State it for each feature in `ai.features`, and the duties in `responsibility_matrix`.
#   question: How is each AI feature watched over, what happens when it fails, and who must do what?
#   tags: [core_area:software_assurance, csf:GV, csf2:GV.RR-02]
package bidgate.requirement.ai.feature_details

import data.bidgate.lib.states

_members := object.keys(data.bidgate.catalog.requirements["ai.feature_details"].members)

_use := {i: _of(declaration.ai.state, declaration.ai.used.state) |
	some i, declaration in input.declarations
}

_of(section, used) := used if {
	section == "stated"
} else := section

_users := {i: state |
	some i, "stated" in _use
	input.declarations[i].ai.used.value
	features := input.declarations[i].ai.features
	state := states.list(features.state, count(features.items))
}

_fields contains {"i": i, "row": j, "feature": feature.id.value, "member": member, "state": state} if {
	some i, _ in _users
	some j, feature in input.declarations[i].ai.features.items
	some member, state in {
		"ai-oversight": feature.oversight.state,
		"ai-fallback": feature.fallback.state,
		"ai-monitoring": feature.monitoring.state,
		"ai-explanation": feature.explanation.state,
		"ai-limits": feature.training_data_limits.state,
	}
}

# Topics of the matrix about AI that two sides have a part in.
_duties := {i: {j |
	some j, duty in input.declarations[i].responsibility_matrix.items
	words := concat("", [" ", lower(duty.topic.value), " "])
	some name in _names[i]
	contains(words, concat("", [" ", name, " "]))
	duty.manufacturer.state == "stated"
	"stated" in {duty.deployer.state, duty.user.state}
} |
	some i, _ in _users
}

_names := {i: names |
	some i, _ in _users
	ids := {lower(feature.id.value) |
		some feature in input.declarations[i].ai.features.items
		feature.id.state == "stated"
	}
	names := ids | {word | some word in input.parameters.ai.feature_details.topic_words}
}

_at(f) := ["declarations", f.i, "ai", "features", "items", f.row]

violation contains {"member": f.member, "code": "not_stated", "args": {"feature": f.feature, "state": f.state}, "at": _at(f)} if {
	some f in _fields
	f.state in states.missing
}

violation contains {"member": "ai-duties", "code": "no_duties", "args": {}, "at": ["declarations", i, "responsibility_matrix"]} if {
	some i, set() in _duties
	not input.declarations[i].responsibility_matrix.state in states.told
}

review contains {"member": "ai-duties", "code": "duties_untold", "args": {"state": state}, "at": ["declarations", i, "responsibility_matrix"]} if {
	some i, set() in _duties
	state := input.declarations[i].responsibility_matrix.state
	state in states.told
}

review contains {"member": f.member, "code": "declared", "args": {"feature": f.feature, "state": f.state}, "at": _at(f)} if {
	some f in _fields
	f.state in states.told
}

review contains {"member": member, "code": "use_untold", "args": {"state": state}, "at": ["declarations", i, "ai"]} if {
	some i, state in _use
	state != "stated"
	some member in _members
}

review contains {"member": member, "code": "no_features", "args": {"state": state}, "at": ["declarations", i, "ai"]} if {
	some i, state in _users
	state != "stated"
	some member in (_members - {"ai-duties"})
}

not_applicable contains {"member": member, "code": "no_ai", "args": {}, "at": ["declarations", i, "ai"], "level": "asserted"} if {
	some i, "stated" in _use
	input.declarations[i].ai.used.value == false
	some member in _members
}

basis contains {"member": member, "code": "stated", "args": {"n": n}, "at": ["declarations", i, "ai", "features"], "level": "asserted"} if {
	some i, "stated" in _users
	n := count(input.declarations[i].ai.features.items)
	some member in (_members - {"ai-duties"})
	said := {f.state | some f in _fields; f.i == i; f.member == member}
	said == {"stated"}
}

basis contains {"member": "ai-duties", "code": "duties", "args": {"n": count(rows)}, "at": ["declarations", i, "responsibility_matrix"], "level": "asserted"} if {
	some i, rows in _duties
	count(rows) > 0
}

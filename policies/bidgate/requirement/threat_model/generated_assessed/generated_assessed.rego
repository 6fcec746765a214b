# METADATA
# title: Somebody looked at every generated threat
# description: |
#   Several tools make a list of threats out of a diagram, and wait for people to
#   decide on each. Asks that no threat is still as the tool made it: a list that
#   nobody went through shows that a tool was run, not that risks were weighed.
#   A model without threats is for a person. Which threats are untouched can be
#   told for tools that mark them, such as Microsoft TMT, Threagile and Threat
#   Dragon; a list that a tool wrote and that carries no mark is not found out.
# custom:
#   contract: 1
#   severity: minor
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: NIST SP 800-218, edition: "1.1", clause: PW.1.1, confidence: source}
#     - {standard: Threat Modeling Manifesto, edition: "2020", clause: "What are we going to do about it?", confidence: secondary}
#   messages:
#     untouched: "The threat {threat} is as a tool made it, and nobody decided on it."
#     no_threats: "The threat model lists no threat, so a person must find out whether anybody looked for them."
#     looked_at: "{threats:threat is|threats are} listed, and none is marked as generated and not looked at."
#   remedy: Decide on each threat listed, and say in the tool what you decided.
#   question: What did you decide on the threats listed?
#   tags: [core_area:system_engineering, csf:ID, csf2:ID.RA-06]
package bidgate.requirement.threat_model.generated_assessed

violation contains {
	"code": "untouched",
	"args": {"threat": threat.key},
	"at": ["threat_models", i, "threats", "items", j],
} if {
	some i, model in input.threat_models
	some j, threat in model.threats.items
	threat.untouched
}

review contains {"code": "no_threats", "args": {}, "at": ["threat_models", i, "threats"]} if {
	some i, model in input.threat_models
	count(model.threats.items) == 0
}

basis contains {
	"code": "looked_at",
	"args": {"threats": n},
	"at": ["threat_models", i, "threats"],
	"level": "asserted",
} if {
	some i, model in input.threat_models
	n := count([1 | some threat in model.threats.items; not threat.untouched])
	n > 0
	n == count(model.threats.items)
}

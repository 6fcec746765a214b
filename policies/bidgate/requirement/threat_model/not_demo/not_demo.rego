# METADATA
# title: The threat model is not the example of a tool
# description: |
#   Tools for threat modelling come with example models. Asks that the threats of
#   each model are not those of such an example, whatever product and owner were
#   put on it: an example that was left in place says nothing about the product
#   on offer. bidgate knows the examples of several tools by a digest of what
#   their threats say, in whatever order and case. A model without threats is
#   for a person. This cannot know an example that was changed in one word, and
#   cannot tell whether other threats fit the product.
# custom:
#   contract: 1
#   severity: major
#   section: development
#   evidence: {all: [threat_model]}
#   over: threat_models
#   sources:
#     - {standard: NIST SP 800-218, edition: "1.1", clause: PW.1.1, confidence: source}
#     - {standard: bidgate, edition: "1", clause: No example in the place of a model, confidence: source}
#   messages:
#     example: "The threat model is the example that comes with a tool: {of}."
#     no_threats: "The threat model lists no threat, so there is nothing to tell an example by, and a person must look."
#     own: "{threats:threat is not one|threats are not those} of an example that bidgate knows."
#   remedy: Send the threat model that was made for this product.
#   question: Which threat model was made for this product?
#   tags: [core_area:security_evaluation, csf:ID, csf2:ID.RA-06]
package bidgate.requirement.threat_model.not_demo

violation contains {
	"code": "example",
	"args": {"of": model.demo_of},
	"at": ["threat_models", i, "threats"],
} if {
	some i, model in input.threat_models
	model.demo
}

review contains {"code": "no_threats", "args": {}, "at": ["threat_models", i, "threats"]} if {
	some i, model in input.threat_models
	not model.demo
	count(model.threats.items) == 0
}

basis contains {
	"code": "own",
	"args": {"threats": n},
	"at": ["threat_models", i, "threats"],
	"level": "verified",
} if {
	some i, model in input.threat_models
	not model.demo
	n := count(model.threats.items)
	n > 0
}

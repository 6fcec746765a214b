# METADATA
# title: The bundle has papers enough
# description: |
#   Asks for a number of documents. It is there so that the scripts of the
#   command line can reach every verdict with small bundles.
# custom:
#   contract: 1
#   severity: blocking
#   section: governance
#   evidence: {}
#   over: bundle
#   sources:
#     - {standard: House rules, edition: "1", clause: "1", confidence: source}
#   parameters:
#     min: {type: integer, default: 2, description: The fewest documents.}
#   messages:
#     few: "There are {n} documents instead of {min}."
#     enough: "There are {n} documents."
#   remedy: Add documents.
#   question: Where are the other documents?
#   tags: []
package bidgate.requirement.acme.papers

_n := count(input.bundle.documents)

violation contains {"code": "few", "args": {"n": _n, "min": min}, "at": ["bundle", "documents"]} if {
	min := input.parameters.acme.papers.min
	_n < min
}

basis contains {"code": "enough", "args": {"n": _n}, "at": ["bundle", "documents"], "level": "verified"} if {
	_n >= input.parameters.acme.papers.min
}

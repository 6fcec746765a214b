# METADATA
# title: The bundle has a document
# description: |
#   Asks for one document. A bundle that passes nothing never meets, so the
#   scripts need a requirement that passes beside the one that fails.
# custom:
#   contract: 1
#   severity: minor
#   section: governance
#   evidence: {}
#   over: bundle
#   sources:
#     - {standard: House rules, edition: "1", clause: "2", confidence: source}
#   messages:
#     none: "There is no document."
#     some: "There is a document."
#   remedy: Add a document.
#   question: Where are the documents?
#   tags: []
package bidgate.requirement.acme.present

violation contains {"code": "none", "args": {}, "at": ["bundle", "documents"]} if {
	count(input.bundle.documents) == 0
}

basis contains {"code": "some", "args": {}, "at": ["bundle", "documents"], "level": "verified"} if {
	count(input.bundle.documents) > 0
}

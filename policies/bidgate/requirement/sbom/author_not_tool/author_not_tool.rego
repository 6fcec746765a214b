# METADATA
# title: The author of the SBOM is not its tool
# description: |
#   Compares the names of the authors with those of the tools that made the
#   SBOM. A tool cannot answer for what it wrote, so at least one author must be
#   a person or organisation. Where only some authors bear the name of a tool,
#   or no tool is named to compare with, a person looks at it. An SBOM without
#   an author is judged by another requirement. This cannot tell whether an
#   author exists.
# custom:
#   contract: 1
#   severity: minor
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: CISA Minimum Elements for an SBOM, edition: "2026", clause: "SBOM Author", confidence: secondary}
#   messages:
#     only_tools: "Every author that the SBOM names ({authors}) bears the name of a tool."
#     some_tools: "Of {authors:author of the SBOM|authors of the SBOM}, {n:bears|bear} the name of a tool, so a person must look there."
#     no_tool: "The SBOM names no tool to compare its authors ({authors}) with, so a person must look at them."
#     author_declared: "The author of the SBOM is declared {state}, so a person must ask who made it."
#     no_author: "The SBOM names no author, which another requirement judges."
#     not_a_tool: "No author of the SBOM ({authors}) bears the name of one of its tools ({tools})."
#   remedy: Name a person or organisation in `metadata.authors`, and the tool in `metadata.tools`.
#   question: Which person or organisation answers for this SBOM?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.author_not_tool

import data.bidgate.lib.states

_authors := {i: authors |
	some i, sbom in input.sboms
	sbom.authors.state == "stated"
	authors := sbom.facts.document.persons + sbom.facts.document.organisations
}

violation contains {"code": "only_tools", "args": {"authors": authors}, "at": ["sboms", i, "authors"]} if {
	some i, authors in _authors
	authors > 0
	input.sboms[i].facts.document.authors_named_as_tool == authors
}

review contains {"code": "some_tools", "args": {"n": n, "authors": authors}, "at": ["sboms", i, "authors"]} if {
	some i, authors in _authors
	n := input.sboms[i].facts.document.authors_named_as_tool
	n > 0
	n < authors
}

review contains {"code": "no_tool", "args": {"authors": authors}, "at": ["sboms", i, "authors"]} if {
	some i, authors in _authors
	input.sboms[i].facts.document.tools_named == 0
}

review contains {"code": "author_declared", "args": {"state": state}, "at": ["sboms", i, "authors"]} if {
	some i, sbom in input.sboms
	state := sbom.authors.state
	state in states.told
}

not_applicable contains {"code": "no_author", "args": {}, "at": ["sboms", i], "level": "verified"} if {
	some i, sbom in input.sboms
	sbom.authors.state in states.missing
}

basis contains {
	"code": "not_a_tool",
	"args": {"authors": authors, "tools": head.tools_named},
	"at": ["sboms", i, "authors"],
	"level": "verified",
} if {
	some i, authors in _authors
	authors > 0
	head := input.sboms[i].facts.document
	head.tools_named > 0
	head.authors_named_as_tool == 0
}

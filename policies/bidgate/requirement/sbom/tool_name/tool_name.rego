# METADATA
# title: The SBOM names the tool that made it
# description: |
#   Asks that each SBOM names at least one tool that made it (`metadata.tools`).
#   Known faults of a tool tell a buyer what the list may lack. A tool that is
#   declared unknown or withheld is an honest answer, and a person looks at it;
#   one that is left out, is a placeholder or has a wrong form counts as not
#   stated. This cannot tell whether other tools took part.
# custom:
#   contract: 1
#   severity: info
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: CISA Minimum Elements for an SBOM, edition: "2026", clause: "Tool Name", confidence: secondary}
#   messages:
#     not_stated: "The SBOM names no tool; the entry is {state}."
#     declared: "The tool that made the SBOM is declared {state}, so a person must ask how it was made."
#     named: "Tools that the SBOM names: {tools}; the first is {tool}."
#   remedy: Name the tool in `metadata.tools`.
#   question: Which tool made this SBOM?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.tool_name

import data.bidgate.lib.states

violation contains {"code": "not_stated", "args": {"state": state}, "at": ["sboms", i, "tools"]} if {
	some i, sbom in input.sboms
	state := sbom.tools.state
	state in states.missing
}

review contains {"code": "declared", "args": {"state": state}, "at": ["sboms", i, "tools"]} if {
	some i, sbom in input.sboms
	state := sbom.tools.state
	state in states.told
}

basis contains {
	"code": "named",
	"args": {"tools": head.tools_named, "tool": head.generator.name.value},
	"at": ["sboms", i, "tools"],
	"level": "verified",
} if {
	some i, sbom in input.sboms
	sbom.tools.state == "stated"
	head := sbom.facts.document
	head.tools_named > 0
	head.generator.name.state == "stated"
}

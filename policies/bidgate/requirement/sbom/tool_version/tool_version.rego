# METADATA
# title: The SBOM states the version of its tools
# description: |
#   Asks that each tool which the SBOM names has a version. The same tool finds
#   more or less from one version to the next. A version that is declared
#   unknown or withheld is an honest answer, and a person looks at it; one that
#   is left out, is a placeholder or has a wrong form counts as not stated. An
#   SBOM that names no tool is judged by another requirement. This cannot tell
#   whether the version is true.
# custom:
#   contract: 1
#   severity: info
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: CISA Minimum Elements for an SBOM, edition: "2026", clause: "Tool Version", confidence: secondary}
#   messages:
#     not_stated: "The version of the tool {tool} is {state}."
#     declared: "The version of the tool {tool} is declared {state}, so a person must ask for it."
#     no_tool: "The SBOM names no tool, which another requirement judges."
#     stated: "Every tool that the SBOM names ({tools}) has a version."
#   remedy: Add the version of each tool to `metadata.tools`.
#   question: Which version of each tool made this SBOM?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.tool_version

import data.bidgate.lib.states

_named contains {"i": i, "tool": tool.name.value, "state": tool.version.state} if {
	some i, sbom in input.sboms
	some tool in sbom.tools.items
	tool.name.state == "stated"
}

violation contains {
	"code": "not_stated",
	"args": {"tool": named.tool, "state": named.state},
	"at": ["sboms", named.i, "tools"],
} if {
	some named in _named
	named.state in states.missing
}

review contains {
	"code": "declared",
	"args": {"tool": named.tool, "state": named.state},
	"at": ["sboms", named.i, "tools"],
} if {
	some named in _named
	named.state in states.told
}

not_applicable contains {"code": "no_tool", "args": {}, "at": ["sboms", i], "level": "verified"} if {
	some i, sbom in input.sboms
	sbom.facts.document.tools_named == 0
}

basis contains {
	"code": "stated",
	"args": {"tools": count(tools)},
	"at": ["sboms", i, "tools"],
	"level": "verified",
} if {
	some i, sbom in input.sboms
	sbom.tools.state == "stated"
	tools := [tool | some tool in sbom.tools.items; tool.name.state == "stated"]
	count(tools) > 0
	count([tool | some tool in tools; tool.version.state == "stated"]) == count(tools)
}

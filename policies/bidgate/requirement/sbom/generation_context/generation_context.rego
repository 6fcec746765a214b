# METADATA
# title: The SBOM says at which stage it was made
# description: |
#   Asks that each SBOM says when in the life of the software it was made:
#   before, during or after the build (`metadata.lifecycles`). A list from the
#   source and one from the finished product show different things. A stage that
#   is declared unknown or withheld is an honest answer, and a person looks at
#   it; one that is left out, is a placeholder or has a wrong form counts as not
#   stated. The design alone is for a person. This cannot tell whether the stage
#   is true.
# custom:
#   contract: 1
#   severity: info
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: NTIA Minimum Elements for an SBOM, edition: "2021", clause: "Recommended Data Fields", confidence: source}
#     - {standard: CISA Minimum Elements for an SBOM, edition: "2026", clause: "Generation Context", confidence: secondary}
#   messages:
#     not_stated: "The SBOM does not say at which stage it was made; the entry is {state}."
#     declared: "The stage at which the SBOM was made is declared {state}, so a person must ask for it."
#     planned: "The SBOM says that it was made at the stage {stage} alone, when parts were only planned, so a person must ask for one of what is delivered."
#     stated: "Stages that the SBOM states: {n}; the first is {stage}."
#   remedy: Add `metadata.lifecycles` with a phase such as `build`.
#   question: Was this SBOM made before, during or after the build?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.generation_context

import data.bidgate.lib.states

violation contains {"code": "not_stated", "args": {"state": state}, "at": ["sboms", i, "lifecycles"]} if {
	some i, sbom in input.sboms
	state := states.list(sbom.lifecycles.state, count(sbom.lifecycles.items))
	state in states.missing_list
}

review contains {"code": "declared", "args": {"state": state}, "at": ["sboms", i, "lifecycles"]} if {
	some i, sbom in input.sboms
	state := sbom.lifecycles.state
	state in states.told
}

# At the design, parts are planned and may never be delivered.
_past_design contains i if {
	some i, sbom in input.sboms
	some stage in sbom.lifecycles.items
	stage != "design"
}

review contains {"code": "planned", "args": {"stage": sbom.lifecycles.items[0]}, "at": ["sboms", i, "lifecycles"]} if {
	some i, sbom in input.sboms
	sbom.lifecycles.state == "stated"
	not i in _past_design
}

basis contains {
	"code": "stated",
	"args": {"n": count(sbom.lifecycles.items), "stage": sbom.lifecycles.items[0]},
	"at": ["sboms", i, "lifecycles"],
	"level": "verified",
} if {
	some i, sbom in input.sboms
	sbom.lifecycles.state == "stated"
	i in _past_design
}

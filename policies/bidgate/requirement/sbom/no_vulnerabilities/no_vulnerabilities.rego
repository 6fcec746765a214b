# METADATA
# title: The SBOM holds no vulnerabilities
# description: |
#   Asks that an SBOM lists parts and no vulnerabilities: the list of parts
#   stays the same while what is known of weaknesses changes each day, so each
#   goes into a document of its own. Few regimes ask for this. This cannot tell
#   whether the parts are sound.
# custom:
#   contract: 1
#   severity: minor
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: BSI TR-03183-2, edition: "2.1.0", clause: "3.1", confidence: source}
#   messages:
#     listed: "The SBOM lists {n:vulnerability|vulnerabilities} inside."
#     no_components: "The SBOM lists neither components nor vulnerabilities, so a person must look at it."
#     components_only: "The SBOM lists {n:component|components} and no vulnerability."
#   remedy: Send vulnerabilities in a VEX document beside the SBOM.
#   question: Please send the SBOM without vulnerabilities, and those in a document of their own.
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.no_vulnerabilities

violation contains {"code": "listed", "args": {"n": sbom.facts.vulnerabilities}, "at": ["sboms", i]} if {
	some i, sbom in input.sboms
	sbom.facts.vulnerabilities > 0
}

review contains {"code": "no_components", "args": {}, "at": ["sboms", i]} if {
	some i, sbom in input.sboms
	sbom.facts.vulnerabilities == 0
	sbom.facts.components.all == 0
}

basis contains {"code": "components_only", "args": {"n": sbom.facts.components.all}, "at": ["sboms", i], "level": "verified"} if {
	some i, sbom in input.sboms
	sbom.facts.vulnerabilities == 0
	sbom.facts.components.all > 0
}

# METADATA
# title: Certificates that the SBOM lists are in force
# description: |
#   Asks that each certificate among the cryptographic assets of an SBOM is
#   still valid on the day of the screening. One without an end is for a person.
#   An SBOM that lists no certificate is not asked. This cannot tell whether the
#   keys are strong.
# custom:
#   contract: 1
#   severity: minor
#   section: deployment
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: CycloneDX, edition: "1.7", clause: "certificateProperties", confidence: source}
#   messages:
#     expired: "A certificate ended on {end:date}."
#     no_end: "The end of a certificate is {state}, so a person must look."
#     none: "The SBOM lists no certificate."
#     in_force: "The SBOM lists {n:certificate that is|certificates that are} in force."
#   remedy: Replace the certificate, and list the new one.
#   question: Which certificate takes the place of the one that ended?
#   tags: [core_area:cryptographic_techniques, csf:PR, csf2:PR.DS-02]
package bidgate.requirement.cryptography.certificates

import data.bidgate.lib.states

_certificates contains {"i": i, "k": k, "end": asset.not_after} if {
	some i, assets in input.crypto
	some k, asset in assets
	asset.asset_type == "certificate"
}

_of := {i: [c.end | some c in _certificates; c.i == i] | some i, _ in input.crypto}

violation contains {"code": "expired", "args": {"end": c.end.value.day}, "at": ["crypto", c.i, c.k]} if {
	some c in _certificates
	c.end.state == "stated"
	c.end.value.day < input.as_of.day
}

review contains {"code": "no_end", "args": {"state": c.end.state}, "at": ["crypto", c.i, c.k]} if {
	some c in _certificates
	c.end.state in (states.missing | states.told)
}

not_applicable contains {"code": "none", "args": {}, "at": ["crypto", i], "level": "verified"} if {
	some i, ends in _of
	count(ends) == 0
}

basis contains {"code": "in_force", "args": {"n": count(ends)}, "at": ["crypto", i], "level": "asserted"} if {
	some i, ends in _of
	{"stated"} == {end.state | some end in ends}
	min([end.value.day | some end in ends]) >= input.as_of.day
}

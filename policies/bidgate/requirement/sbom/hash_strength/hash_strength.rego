# METADATA
# title: Hashes are strong enough
# description: |
#   Asks that the components that carry a hash carry one of SHA-256 or stronger.
#   MD5 and SHA-1 alone no longer show that a file is the one meant, because two
#   files can be made to share them; beside a stronger one they do no harm. An
#   SBOM in which no component carries a hash is judged by another requirement.
#   This cannot tell whether a hash is that of the file delivered.
# custom:
#   contract: 1
#   severity: minor
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: CISA Minimum Elements for an SBOM, edition: "2026", clause: "Component Hash", confidence: secondary}
#     - {standard: BSI TR-03183-2, edition: "2.1.0", clause: "5.2", confidence: source}
#     - {standard: NIST SP 800-131A, edition: "Rev. 2", clause: "9", confidence: secondary}
#   parameters:
#     max_share: {type: number, default: 0, min: 0, max: 1, description: Share of the components with a hash that may carry weak ones only.}
#   messages:
#     weak: "Of {total:component with a hash|components with a hash}, {n:carries|carry} MD5 or SHA-1 only; at most {max_share:percent} may."
#     no_hash: "No component carries a hash, which another requirement judges."
#     strong: "Of {total:component with a hash|components with a hash}, {strong:carries|carry} SHA-256 or a stronger one."
#   remedy: Add a SHA-256 or SHA-512 hash to each component listed.
#   question: What is the SHA-256 or SHA-512 hash of each component listed?
#   tags: [core_area:cryptographic_techniques, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.hash_strength

_max_share := input.parameters.sbom.hash_strength.max_share

_hashed := {i: {"weak": weak, "strong": strong, "total": weak + strong} |
	some i, sbom in input.sboms
	strength := sbom.facts.hashes.strength.all
	weak := count(sbom.facts.hashes.weak_only)
	strong := strength.bits256 + strength.bits512
}

violation contains {
	"code": "weak",
	"args": {"n": hashed.weak, "total": hashed.total, "max_share": _max_share},
	"at": ["sboms", i, "facts", "hashes", "weak_only"],
} if {
	some i, hashed in _hashed
	hashed.weak > _max_share * hashed.total
}

not_applicable contains {"code": "no_hash", "args": {}, "at": ["sboms", i], "level": "verified"} if {
	some i, hashed in _hashed
	hashed.total == 0
}

basis contains {
	"code": "strong",
	"args": {"strong": hashed.strong, "total": hashed.total},
	"at": ["sboms", i],
	"level": "verified",
} if {
	some i, hashed in _hashed
	hashed.strong > 0
	hashed.weak <= _max_share * hashed.total
}

# METADATA
# title: What is said not to need cryptography has none in the SBOM
# description: |
#   Where the maker answers a clause on cryptography as not applicable, asks that
#   the SBOMs list neither a cryptographic asset nor a library of cryptography.
#   Such a library may lie in the product without being used, so a person must
#   ask. Libraries are known by the names that the buyer sets, as whole words of
#   a component's name. A maker who answers in another way owes nothing here.
#   This cannot tell whether the product uses what it holds.
# custom:
#   contract: 1
#   severity: major
#   section: deployment
#   evidence: {all: [declaration, sbom]}
#   over: declarations
#   sources:
#     - {standard: EO 14412, edition: "2026", clause: "CBOM", confidence: secondary}
#     - {standard: CISA Software Acquisition Guide, edition: "2024", clause: "Answers agree with evidence", confidence: secondary}
#   parameters:
#     clauses: {type: strings, default: [ir8259a-DP-1, sbd-07], description: Clauses on cryptography whose answer "not applicable" denies it.}
#     libraries: {type: strings, default: [openssl, libssl, libcrypto, mbedtls, wolfssl, boringssl, libressl, gnutls, libgcrypt, nss, libsodium, bouncycastle, cryptography], description: Names of components that bring cryptography.}
#   messages:
#     library: "The maker answers that {clause} does not apply, and the SBOM lists {library}, so a person must ask what it is for."
#     asset: "The maker answers that {clause} does not apply, and the SBOM lists {n:cryptographic asset|cryptographic assets}."
#     not_denied: "The maker does not say that cryptography does not apply."
#     agrees: "The maker answers that {clause} does not apply, and the SBOM lists no known library of cryptography."
#   remedy: Answer the clause, or say what the library listed is for.
#   question: What does the product use the cryptography for that the SBOM lists?
#   tags: [core_area:cryptographic_techniques, csf:PR, csf2:PR.DS-02]
package bidgate.requirement.cryptography.use_agrees

_parameters := input.parameters.cryptography.use_agrees

_clauses := {lower(clause) | some clause in _parameters.clauses}

_libraries := {lower(library) | some library in _parameters.libraries}

_denials contains {"i": i, "clause": answer.requirement.value, "at": ["declarations", i, "answers", a]} if {
	some i, declaration in input.declarations
	some a, answer in declaration.answers
	lower(answer.requirement.value) in _clauses
	answer.status.value == "not_applicable"
}

# Components whose name has a known one among its words.
_found contains component.name if {
	count(_denials) > 0
	some i, _ in input.sboms

	# lint: row-loop, names are no fact
	some component in input.components[i]
	count({word | some word in regex.split(`[^a-z0-9]+`, lower(component.name))} & _libraries) > 0
}

_assets := sum([count(assets) | some assets in input.crypto])

review contains {"code": "library", "args": {"clause": denial.clause, "library": name}, "at": denial.at} if {
	some denial in _denials
	some name in _found
}

violation contains {"code": "asset", "args": {"clause": denial.clause, "n": _assets}, "at": denial.at} if {
	some denial in _denials
	_assets > 0
}

not_applicable contains {"code": "not_denied", "args": {}, "at": ["declarations", i], "level": "verified"} if {
	some i, _ in input.declarations
	count([1 | some denial in _denials; denial.i == i]) == 0
}

basis contains {"code": "agrees", "args": {"clause": denial.clause}, "at": denial.at, "level": "verified"} if {
	count(input.sboms) > 0
	count(_found) + _assets == 0
	some denial in _denials
}

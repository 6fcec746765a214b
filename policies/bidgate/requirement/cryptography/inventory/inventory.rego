# METADATA
# title: Cryptography is listed in the SBOM
# description: |
#   Asks that each SBOM lists the cryptography of the product as assets (a
#   CBOM): algorithms, keys, certificates and protocols. An SBOM that holds a
#   library of cryptography and no asset leaves them out; one that holds neither
#   is for a person, for there may be none. Libraries are known by the names
#   that the buyer sets. This cannot tell whether the list is whole.
# custom:
#   contract: 1
#   severity: minor
#   section: deployment
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: EO 14412, edition: "2026", clause: "CBOM", confidence: secondary}
#     - {standard: CycloneDX, edition: "1.7", clause: "cryptoProperties", confidence: source}
#   parameters:
#     libraries: {type: strings, default: [openssl, libssl, libcrypto, mbedtls, wolfssl, boringssl, libressl, gnutls, libgcrypt, nss, libsodium, bouncycastle, cryptography], description: Names of components that bring cryptography.}
#   messages:
#     no_assets: "The SBOM holds {library}, and lists no cryptographic asset."
#     not_listed: "The SBOM lists no cryptographic asset and no known library of cryptography, so a person must ask whether there is any."
#     listed: "The SBOM lists {n:cryptographic asset|cryptographic assets}."
#   remedy: List algorithms, keys, certificates and protocols as components of the type `cryptographic-asset`.
#   question: Which cryptography does the product use?
#   tags: [core_area:cryptographic_techniques, csf:PR, csf2:PR.DS-02]
package bidgate.requirement.cryptography.inventory

_libraries := {lower(library) | some library in input.parameters.cryptography.inventory.libraries}

violation contains {"code": "no_assets", "args": {"library": component.name}, "at": ["components", i, j]} if {
	some i, assets in input.crypto
	count(assets) == 0

	# lint: row-loop, names are no fact
	some j, component in input.components[i]
	lower(component.name) in _libraries
}

review contains {"code": "not_listed", "args": {}, "at": ["sboms", i]} if {
	some i, assets in input.crypto
	count(assets) == 0

	# lint: row-loop, names are no fact
	count([1 | some component in input.components[i]; lower(component.name) in _libraries]) == 0
}

basis contains {"code": "listed", "args": {"n": count(assets)}, "at": ["crypto", i], "level": "verified"} if {
	some i, assets in input.crypto
	count(assets) > 0
}

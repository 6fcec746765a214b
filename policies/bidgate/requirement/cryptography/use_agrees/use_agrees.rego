# METADATA
# title: What is said not to need cryptography has none in the SBOM
# description: |
#   Where the maker answers a clause on cryptography as not applicable, asks that
#   the SBOMs list neither a cryptographic asset nor a library of cryptography.
#   Such a library may lie in the product without being used, so a person must
#   ask. Libraries are known by the names that the buyer sets, as whole words of
#   a component's name. A validated module that the declaration names is looked
#   for as well: one of whose name no component has a word is for a person. A maker
#   who answers in another way and names no module owes nothing here.
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
#     common: {type: strings, default: [cryptographic, cryptography, crypto, module, modules, fips, validated, provider, library, object, core, engine, kernel, security, secure, software, hardware, firmware, enterprise, version], description: Words of names of modules that tell nothing of one.}
#   messages:
#     module: "The declaration names the validated module {module}, and no SBOM lists a component of that name, so a person must ask where it is."
#     listed: "The SBOM lists a component of the name of each validated module that the declaration names."
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

# Validated modules with the words of their names that tell them apart.
_modules contains {"i": i, "module": item.module.value, "words": words, "at": ["declarations", i, "cmvp", "items", m]} if {
	some i, declaration in input.declarations
	some m, item in declaration.cmvp.items
	item.module.state == "stated"
	words := {word | some word in regex.split(`[^a-z0-9]+`, lower(item.module.value)); count(word) > 3} - {lower(word) | some word in _parameters.common}
	count(words) > 0
}

# Words of modules that names of components and products have.
_seen contains word if {
	some name in array.concat(_component_names, [sbom.subject.name.value | some sbom in input.sboms])
	some word in _module_words
	contains(lower(name), word)
}

_module_words := {word | some module in _modules; some word in module.words}

_component_names := [component.name |
	count(_modules) > 0
	some i, _ in input.sboms

	# lint: row-loop, names are no fact
	some component in input.components[i]
]

_unlisted contains module if {
	some module in _modules
	count(module.words & _seen) == 0
}

review contains {"code": "module", "args": {"module": module.module}, "at": module.at} if {
	count(input.sboms) > 0
	some module in _unlisted
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
	count([1 | some module in _modules; module.i == i]) == 0
}

basis contains {"code": "agrees", "args": {"clause": denial.clause}, "at": denial.at, "level": "verified"} if {
	count(input.sboms) > 0
	(count(_found) + _assets) + count(_unlisted) == 0
	some denial in _denials
}

basis contains {"code": "listed", "args": {}, "at": ["declarations", i, "cmvp"], "level": "verified"} if {
	some i, _ in input.declarations
	modules := {module | some module in _modules; module.i == i}
	count(modules) > 0
	count(modules & _unlisted) == 0
	count([1 | some denial in _denials; denial.i == i]) == 0
	count(input.sboms) > 0
}

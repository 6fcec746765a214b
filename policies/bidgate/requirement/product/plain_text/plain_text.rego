# METADATA
# title: Names and identifiers show what they hold
# description: |
#   Asks that no name, version or identifier in the bundle deceives the eye: by
#   characters that turn the order of letters around, that show nothing or that
#   a terminal obeys, by one word in scripts that do not go together, such as
#   Latin with Cyrillic, or by looking like another name in the same bundle or
#   offer. Names in any language are fine, also beside Latin ones. In running
#   text, which values beside the tables of an SBOM are too, only characters that
#   turn letters around, hide words or command a terminal are looked for.
#   This cannot tell a name that is plainly written from the one that is meant.
# custom:
#   contract: 1
#   severity: major
#   section: supply-chain
#   evidence: {any: [sbom, threat_model, declaration]}
#   over: bundle
#   sources:
#     - {standard: Unicode Technical Standard 39, edition: "17.0", clause: "5.2 Restriction-Level Detection", confidence: secondary}
#     - {standard: Unicode Technical Standard 39, edition: "17.0", clause: "4 Confusable Detection", confidence: secondary}
#     - {standard: CWE, edition: "4.18", clause: "CWE-1007", confidence: secondary}
#   messages:
#     components: "In {n:component|components} a name or an identifier {trick}."
#     text: "This text {trick}."
#     looks_like: "This product is named almost like {with}, which is offered, and is written with other letters."
#     plain: "{n:name or other text was|names and other texts were} looked at, and each shows what it holds."
#   remedy: Write the names and identifiers listed with plain letters, and leave out characters that cannot be seen.
#   question: What are the names listed meant to say, and why are they written with these characters?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.product.plain_text

_tricks := {
	"bidi": "holds characters that turn the order of letters around",
	"invisible": "holds characters that cannot be seen",
	"control": "holds control characters",
	"mixed_script": "mixes letters of scripts that do not go together",
	"confusable": "looks like another one and is written with other letters",
}

_listed contains {"i": i, "kind": kind, "n": n} if {
	some i, sbom in input.sboms
	some kind, _ in _tricks
	n := count(sbom.facts.text[kind])
	n > 0
}

_looked_at := input.text.looked_at + sum([sbom.facts.text.looked_at | some sbom in input.sboms])

violation contains {
	"code": "components",
	"args": {"n": row.n, "trick": _tricks[row.kind]},
	"at": ["sboms", row.i, "facts", "text", row.kind],
} if {
	some row in _listed
}

violation contains {"code": "text", "args": {"trick": _tricks[text.kind]}, "at": ["text", "misleading", j]} if {
	some j, text in input.text.misleading
	text.with == ""
}

violation contains {"code": "looks_like", "args": {"with": text.with}, "at": ["text", "misleading", j]} if {
	some j, text in input.text.misleading
	text.with != ""
}

basis contains {"code": "plain", "args": {"n": _looked_at}, "at": ["bundle"], "level": "verified"} if {
	_looked_at > 0
	count(_listed) == 0
	count(input.text.misleading) == 0
}

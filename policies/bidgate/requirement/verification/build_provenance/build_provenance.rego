# METADATA
# title: How the product was built is shown by provenance
# description: |
#   Looks for a SLSA provenance statement, or the summary of somebody who verified
#   one, about what the bundle is about: a subject whose digest is that of a
#   document in the bundle or of the product in an SBOM. Level 1 asks for such a
#   statement; level 2 that a key of the buyer signed the envelope it came in;
#   level 3 besides that a builder of the buyer's list made it, or that the summary
#   states that level. While the buyer asks for level 0, nothing is asked. Where
#   the statements do not show it, a person looks. This cannot tell whether the
#   builder works as it says.
# custom:
#   contract: 1
#   severity: minor
#   section: development
#   evidence: {all: [sbom]}
#   over: bundle
#   sources:
#     - {standard: SLSA, edition: "1.0", clause: Build levels, confidence: memory}
#     - {standard: NIST SP 800-218, edition: "1.1", clause: "PS.3.2", confidence: source}
#   parameters:
#     min_level: {type: number, default: 0, min: 0, max: 3, description: "SLSA build level that is asked for, 1 to 3; 0 asks for none."}
#     builders: {type: strings, default: [], description: "Ids of builders whose signed provenance counts as level 3."}
#   messages:
#     none: "The bundle holds no provenance of a build, and the buyer asks for SLSA build level {min_level}."
#     of_something_else: "The provenance in this document is of nothing that the bundle holds or names by its digest, so a person must ask what it is of."
#     below: "This provenance shows SLSA build level {level}, and the buyer asks for {min_level}; with the keys and builders that you take it may show more, so a person must judge."
#     not_asked: "You ask for no level of provenance."
#     shown: "This provenance is of what the bundle is about and shows SLSA build level {level}."
#   remedy: Add the provenance of the release, signed, with the digests of what you deliver.
#   question: How was the release built, by which service, and where is its signed provenance?
#   tags: [core_area:software_assurance, csf:PR, csf2:PR.PS-06]
package bidgate.requirement.verification.build_provenance

_min := input.parameters.verification.build_provenance.min_level

_builders := {builder | some builder in input.parameters.verification.build_provenance.builders}

_statements contains j if {
	some j, attachment in input.attachments
	attachment.build.state == "stated"
}

# Digests of the products that the SBOMs name.
_delivered := {sprintf("sha256:%s", [lower(hash.content)]) |
	some sbom in input.sboms
	some hash in sbom.subject.hashes
	hash.algorithm == "SHA-256"
}

_about contains j if {
	some j in _statements
	some subject in input.attachments[j].subjects.items
	subject.outcome == "same"
}

_about contains j if {
	some j in _statements
	some subject in input.attachments[j].subjects.items
	subject.digest.value in _delivered
}

_signed contains j if {
	some j in _statements
	some signature in input.signatures
	signature.form == "dsse"
	signature.outcome == "verified"
	signature.document == input.attachments[j].document
}

_level(j) := 3 if {
	j in _signed
	input.attachments[j].build.builder.value in _builders
} else := 3 if {
	j in _signed
	count({"SLSA_BUILD_LEVEL_3", "SLSA_BUILD_LEVEL_4"} & {level | some level in input.attachments[j].build.levels.items}) > 0
} else := 2 if {
	j in _signed
} else := 1

_strength(j) := "verified" if j in _signed

_strength(j) := "evidenced" if not j in _signed

_shown := {j: level |
	some j in _about
	level := _level(j)
	level >= _min
}

violation contains {"code": "none", "args": {"min_level": _min}, "at": ["bundle"]} if {
	_min > 0
	count(_statements) == 0
}

review contains {"code": "of_something_else", "args": {}, "at": ["attachments", j]} if {
	_min > 0
	some j in _statements
	not j in _about
}

review contains {"code": "below", "args": {"level": _level(j), "min_level": _min}, "at": ["attachments", j]} if {
	_min > 0
	count(_shown) == 0
	some j in _about
}

not_applicable contains {"code": "not_asked", "args": {}, "at": ["bundle"], "level": "verified"} if _min == 0

basis contains {"code": "shown", "args": {"level": level}, "at": ["attachments", j], "level": _strength(j)} if {
	_min > 0
	some j, level in _shown
}

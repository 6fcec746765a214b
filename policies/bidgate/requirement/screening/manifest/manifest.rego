# METADATA
# title: The bundle holds what its manifest lists
# description: |
#   Where the bundle has a manifest (`bundle.yaml`), asks that each document that
#   it lists is there and, where it states a digest, is the very file. A listed
#   document that is absent or differs was lost or changed on the way. A bundle
#   without a manifest owes nothing here. A manifest that cannot be used, or that
#   lists nothing, is for a person. A file that the manifest does not list, other
#   than signatures, and another version than the declaration has, are for a
#   person. This cannot tell whether the manifest itself was changed.
# custom:
#   contract: 1
#   severity: major
#   section: governance
#   evidence: {}
#   over: bundle
#   sources:
#     - {standard: bidgate, edition: "1", clause: Manifest, confidence: source}
#   messages:
#     missing: "The manifest lists {path}, and the bundle does not hold it."
#     differs: "The manifest states another digest for {path} than the file has."
#     unusable: "The manifest is {state}, so a person must compare what was sent with what was meant."
#     other_kind: "A person must see what was meant: {problem}."
#     lists_nothing: "The manifest lists no document, so a person must compare what was sent with what was meant."
#     no_manifest: "The bundle has no manifest, so there is nothing to compare."
#     unlisted: "The manifest does not list {path}, so a person must ask whether it belongs to the bundle."
#     other_version: "The manifest is of version {own}, and the declaration of {other}, so a person must ask which is offered."
#     complete: "The manifest lists {listed:document|documents}, and the bundle holds all of them; checked by digest: {same}."
#   remedy: Send the documents as the manifest lists them, or send a manifest that fits.
#   question: Please send the documents listed, or a manifest that fits what you sent.
#   tags: [core_area:security_evaluation, csf:GV]
package bidgate.requirement.screening.manifest

violation contains {
	"code": "missing",
	"args": {"path": listed.path},
	"at": ["bundle", "manifest", "documents", i],
} if {
	some i, listed in input.bundle.manifest.documents
	listed.outcome == "missing"
}

violation contains {
	"code": "differs",
	"args": {"path": listed.path},
	"at": ["bundle", "manifest", "documents", i],
} if {
	some i, listed in input.bundle.manifest.documents
	listed.outcome == "differs"
}

review contains {"code": "unusable", "args": {"state": state}, "at": ["bundle", "manifest"]} if {
	state := input.bundle.manifest.state
	not state in {"stated", "absent"}
}

review contains {"code": "other_kind", "args": {"problem": problem.message}, "at": ["bundle", "manifest"]} if {
	some problem in input.bundle.problems
	problem.code == "manifest_kind"
}

review contains {"code": "lists_nothing", "args": {}, "at": ["bundle", "manifest"]} if {
	input.bundle.manifest.state == "stated"
	count(input.bundle.manifest.documents) == 0
}

_listed := {listed.path | some listed in input.bundle.manifest.documents}

# Files beside the manifest and what is signed after it.
_unlisted contains j if {
	input.bundle.manifest.state == "stated"
	count(_listed) > 0
	some j, document in input.bundle.documents
	j != input.bundle.manifest.document
	not document.path in _listed
	not j in _signed
}

_signed contains attachment.document if {
	some attachment in input.attachments
	attachment.form in {"signature", "dsse", "certificate", "in_toto"}
}

review contains {"code": "unlisted", "args": {"path": input.bundle.documents[j].path}, "at": ["bundle", "documents", j]} if {
	some j in _unlisted
}

_other_versions contains {"own": own.value, "other": product.version.value} if {
	own := input.bundle.manifest.version
	some declaration in input.declarations
	product := declaration.product
	lower(product.name.value) == lower(input.bundle.manifest.product.value)
	{own.state, product.version.state} == {"stated"}
	trim_prefix(lower(own.value), "v") != trim_prefix(lower(product.version.value), "v")
}

review contains {"code": "other_version", "args": other, "at": ["bundle", "manifest", "version"]} if {
	some other in _other_versions
}

not_applicable contains {"code": "no_manifest", "args": {}, "at": ["bundle"], "level": "verified"} if {
	input.bundle.manifest.state == "absent"
}

basis contains {
	"code": "complete",
	"args": {"listed": found, "same": same},
	"at": ["bundle", "manifest"],
	"level": "verified",
} if {
	input.bundle.manifest.state == "stated"
	same := count([1 | some listed in input.bundle.manifest.documents; listed.outcome == "same"])
	found := same + count([1 | some listed in input.bundle.manifest.documents; listed.outcome == "no_digest"])
	found > 0
	found == count(input.bundle.manifest.documents)
	count(_unlisted) + count(_other_versions) == 0
}

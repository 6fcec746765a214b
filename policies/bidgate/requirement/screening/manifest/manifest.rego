# METADATA
# title: The bundle holds what its manifest lists
# description: |
#   Where the bundle has a manifest (`bundle.yaml`), asks that each document that
#   it lists is there and, where it states a digest, is the very file. A listed
#   document that is absent or differs was lost or changed on the way. A bundle
#   without a manifest owes nothing here. A manifest that cannot be used, or that
#   lists nothing, is for a person. This cannot tell whether the manifest itself
#   was changed.
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
}

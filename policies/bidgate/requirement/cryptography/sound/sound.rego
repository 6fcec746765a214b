# METADATA
# title: No broken algorithm is listed
# description: |
#   Looks among the cryptographic assets of each SBOM for algorithms that are
#   broken or too weak, by their names, and for protocols that are, by version. An SBOM that lists no asset is judged by
#   another requirement. An asset that is there only to read old data, or to
#   check old signatures, is found as well: record an exception for it. This
#   cannot tell what the product uses and does not list.
# custom:
#   contract: 1
#   severity: major
#   section: deployment
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: NIST SP 800-131A, edition: "r2", clause: "Transitions", confidence: secondary}
#     - {standard: CISA and FBI Product Security Bad Practices, edition: "2025", clause: "Obsolete cryptography", confidence: secondary}
#   messages:
#     used: "The SBOM lists {asset}, which no longer protects anything."
#     no_assets: "The SBOM lists no cryptographic asset by name."
#     not_among: "The SBOM lists {n:cryptographic asset, which is not the algorithm|cryptographic assets, and the algorithm is none of them}."
#   remedy: Replace the algorithm, and list what takes its place.
#   question: Where is this algorithm used, and when will it be replaced?
#   tags: [core_area:cryptographic_techniques, csf:PR, csf2:PR.DS-02]
package bidgate.requirement.cryptography.sound

_members := data.bidgate.catalog.requirements["cryptography.sound"].members

# The names of assets, without signs and in lower case.
_assets contains {"i": i, "k": k, "name": component.name, "plain": plain} if {
	some i, assets in input.crypto
	some k, asset in assets
	component := input.components[i][asset.row]
	plain := replace(replace(lower(component.name), "-", ""), "_", "")
}

_named := {i: count([1 | some asset in _assets; asset.i == i]) | some i, _ in input.crypto}

_weak contains {"i": asset.i, "k": asset.k, "name": asset.name, "member": member} if {
	some asset in _assets
	some member, row in _members
	asset.plain in row.columns.names
}

# Protocols, by the version that they state.
_weak contains {"i": i, "k": k, "name": name, "member": member} if {
	some i, assets in input.crypto
	some k, asset in assets
	some member, row in _members
	lower(asset.protocol) in object.get(row.columns, "protocols", [])
	asset.version in row.columns.versions
	name := sprintf("%s %s", [upper(asset.protocol), asset.version])
}

_found := {[weak.i, weak.member] | some weak in _weak}

violation contains {"member": weak.member, "code": "used", "args": {"asset": weak.name}, "at": ["crypto", weak.i, weak.k]} if {
	some weak in _weak
}

not_applicable contains {"member": member, "code": "no_assets", "args": {}, "at": ["crypto", i], "level": "verified"} if {
	some i, n in _named
	n == 0
	some member, _ in _members
}

basis contains {"member": member, "code": "not_among", "args": {"n": n}, "at": ["crypto", i], "level": "verified"} if {
	some i, n in _named
	n > 0
	some member, _ in _members
	not [i, member] in _found
}

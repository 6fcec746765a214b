# METADATA
# title: The algorithms listed are of the CNSA suite 2.0
# description: |
#   Compares the algorithms that each SBOM lists with those that the US Commercial
#   National Security Algorithm Suite 2.0 takes for encryption, digests, agreement
#   on keys and signatures, by name, parameter set and curve. What the suite before
#   it takes is transitional and goes to a person, as does a name that leaves the
#   size open. SLH-DSA is not of the suite. Only systems of national security need
#   it: choose it in their profile alone. An SBOM that lists no algorithm of a kind
#   has nothing to judge. This cannot tell what the product uses and does not list.
# custom:
#   contract: 1
#   severity: major
#   section: deployment
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: NSA CNSA, edition: "2.0", clause: Algorithms, confidence: secondary}
#   effective_from: "2027-01-01"
#   messages:
#     not_of_the_suite: "The SBOM lists {asset}, which is not of the suite."
#     transitional: "The SBOM lists {asset}, which the suite takes only for a time, so a person must look until when."
#     size_open: "The SBOM lists {asset} and not its size, so a person must ask for it."
#     none_listed: "The SBOM lists no algorithm of this kind."
#     of_the_suite: "{n:algorithm of this kind in the SBOM is|algorithms of this kind in the SBOM are each} of the suite: {assets}."
#   remedy: Replace the algorithm by one of the suite, or state its parameter set.
#   question: When will the algorithms listed be replaced by those of CNSA 2.0?
#   tags: [core_area:cryptographic_techniques, csf:PR, csf2:PR.DS-02]
package bidgate.requirement.cryptography.cnsa_2

_members := data.bidgate.catalog.requirements["cryptography.cnsa_2"].members

_algorithms contains {"i": i, "k": k, "primitive": asset.primitive, "name": name, "plain": plain} if {
	some i, assets in input.crypto
	some k, asset in assets
	asset.asset_type == "algorithm"
	name := _name(i, asset.row)
	plain := replace(replace(replace(lower(concat("", [name, asset.parameter_set, asset.curve])), "-", ""), "_", ""), " ", "")
}

# An asset of a component, or of the subject.
_name(i, row) := input.components[i][row].name if row >= 0

_name(i, -1) := input.sboms[i].subject.name.value

_found contains {"i": algorithm.i, "k": algorithm.k, "member": member, "name": algorithm.name, "outcome": _outcome(algorithm.plain, row.columns)} if {
	some algorithm in _algorithms
	some member, row in _members
	algorithm.primitive in row.columns.primitives
}

_outcome(plain, columns) := "of_the_suite" if {
	_holds(plain, columns.suite)
} else := "transitional" if {
	_holds(plain, columns.transitional)
} else := "size_open" if {
	plain in columns.bare
} else := "not_of_the_suite"

_holds(plain, words) if {
	some word in words
	contains(plain, word)
}

violation contains {"member": found.member, "code": "not_of_the_suite", "args": {"asset": found.name}, "at": ["crypto", found.i, found.k]} if {
	some found in _found
	found.outcome == "not_of_the_suite"
}

review contains {"member": found.member, "code": found.outcome, "args": {"asset": found.name}, "at": ["crypto", found.i, found.k]} if {
	some found in _found
	found.outcome in {"transitional", "size_open"}
}

not_applicable contains {"member": member, "code": "none_listed", "args": {}, "at": ["crypto", i], "level": "verified"} if {
	some i, _ in input.sboms
	some member, _ in _members
	not [i, member] in _with_found
}

_with_found := {[found.i, found.member] | some found in _found}

basis contains {"member": member, "code": "of_the_suite", "args": {"n": count(names), "assets": names}, "at": ["crypto", i], "level": "verified"} if {
	some i, _ in input.sboms
	some member, _ in _members
	names := sort([found.name | some found in _found; found.i == i; found.member == member])
	count(names) > 0
	{found.outcome | some found in _found; found.i == i; found.member == member} == {"of_the_suite"}
}

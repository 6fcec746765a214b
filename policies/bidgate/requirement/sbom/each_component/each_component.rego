# METADATA
# title: No single component is left without what all need
# description: |
#   Lists every component that lacks what the requirements on shares ask of
#   enough of them: name, version, identifier, a value that is no placeholder, a
#   licence that programs can read, a reference of its own, and references that
#   lead somewhere. One part that nobody can look up may be the one that matters,
#   and a share passes over it. A value that is declared unknown or withheld is
#   an honest answer; one that the format cannot say is for a person. So are
#   components of one name and version with two hashes, two names with one hash,
#   the hash of an empty file, and a component that is said to depend on itself,
#   for each may be right. Files and data may be empty and may be copies, and are
#   not asked for that. A hash of one digit over and over, as zeros, is a
#   placeholder. What a requirement on shares already fails for is listed there,
#   and not here again. This cannot tell whether what is stated is true.
# custom:
#   contract: 1
#   severity: minor
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: BSI TR-03183-2, edition: "2.1.0", clause: "5.2", confidence: source}
#     - {standard: CISA Minimum Elements for an SBOM, edition: "2026", clause: Coverage, confidence: secondary}
#   messages:
#     not_stated: "In {n} of {total:software component|software components} this is {state}."
#     placeholder: "In {n:component|components} the {field} is a placeholder."
#     filler: "{n:component has|components have}, beside a usable hash, one that is a single digit over and over."
#     not_spdx: "{n:component states|components state} a licence that SPDX does not have."
#     dangling: "{n:reference in the dependency graph names|references in the dependency graph name} nothing in the SBOM."
#     shared: "{n:component has a reference|components have references} that something else in the SBOM has too."
#     two_hashes: "{n:component has|components have} the name and version of another one, and another hash, so a person must ask which is which."
#     same_hash: "{n:component has|components have} the hash of another one, and another name or version, so a person must ask which hash is right."
#     empty: "{n:component has|components have} the hash of an empty file, so a person must ask what was hashed."
#     itself: "{n:entry of the dependency graph says|entries of the dependency graph say} of a component that it depends on itself, so a person must ask what was meant."
#     unsupported: "For {n} of {total:software component|software components} the document format has no place for this, so a person must ask."
#     nobody: "The SBOM lists no component of which this could be asked."
#     listed: "What lacks this is listed by {requirement}, which fails."
#     stated: "{total:software component states this or says|software components each state this or say} that it is not known."
#     none_found: "{total:component was|components were} looked at, and none lacks this."
#   remedy: Correct each component listed; what cannot be known, declare unknown.
#   question: What is missing for each of the components listed, and why?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-02]
package bidgate.requirement.sbom.each_component

import data.bidgate.lib.coverage
import data.bidgate.lib.states

# Firmware modules are known by GUID or hash, so firmware has a fact of its own.
_identifier(i) := ["component_firmware_identifier", "software"] if {
	input.sboms[i].subject.type.state == "stated"
	input.sboms[i].subject.type.value == "firmware"
} else := ["component_identifier", "software"]

_facts contains {"i": i, "member": member, "fact": fact} if {
	some i, _ in input.sboms
	some member, fact in {
		"name": ["component_name", "software"],
		"version": ["component_version", "software"],
		"identifier": _identifier(i),
	}
}

_filled := {
	"component_name": "name",
	"component_version": "version",
	"component_identifier": "identifier",
	"component_producer": "producer",
	"component_supplier": "supplier",
	"component_hash": "hash",
	"component_licence": "licence",
}

# Rows that are wrong, and where they are listed.
_wrong contains {"i": p.i, "member": "value", "code": "placeholder", "args": {"n": p.n, "field": _filled[p.field]}, "at": at} if {
	some p in _placeholders
	not _teller(p.i, p.field)
	at := ["sboms", p.i, "facts", p.field, "all", "placeholder"]
}

_wrong contains {"i": i, "member": "value", "code": "filler", "args": {"n": n}, "at": at} if {
	some i, sbom in input.sboms
	n := count(sbom.facts.hashes.filler)
	at := ["sboms", i, "facts", "hashes", "filler"]
}

_wrong contains {"i": i, "member": "licence", "code": "not_spdx", "args": {"n": count(rows)}, "at": at} if {
	some i, sbom in input.sboms
	some kind, rows in {"unknown_id": sbom.facts.licences.unknown_id, "bad_expression": sbom.facts.licences.bad_expression}
	at := ["sboms", i, "facts", "licences", kind]
}

# An id that breaks the schema does not count as an id at all.
_wrong contains {"i": i, "member": "licence", "code": "not_spdx", "args": {"n": n}, "at": at} if {
	some i, sbom in input.sboms
	n := count(sbom.facts.component_licence.all.invalid)
	at := ["sboms", i, "facts", "component_licence", "all", "invalid"]
}

_wrong contains {"i": i, "member": "dependency", "code": "dangling", "args": {"n": n}, "at": at} if {
	some i, sbom in input.sboms
	n := sbom.facts.graph.dangling_references
	at := ["sboms", i, "facts", "graph", "dangling"]
}

_wrong contains {"i": i, "member": "own_ref", "code": "shared", "args": {"n": n}, "at": at} if {
	some i, sbom in input.sboms
	n := count(sbom.facts.duplicate_refs)
	at := ["sboms", i, "facts", "duplicate_refs"]
}

# Hashes of which a person must ask, and where they are listed.
_odd_hashes contains {"i": i, "code": code, "args": {"n": n}, "at": array.concat(["sboms", i, "facts"], listed.at)} if {
	some i, sbom in input.sboms
	some code, listed in {
		"two_hashes": {"at": ["duplicates", "different_hash"], "n": count(sbom.facts.duplicates.different_hash)},
		"same_hash": {"at": ["duplicates", "same_hash"], "n": count(sbom.facts.duplicates.same_hash)},
		"empty": {"at": ["hashes", "empty"], "n": count(sbom.facts.hashes.empty)},
	}
	n := listed.n
	n > 0
}

_with_odd_hashes := {odd.i | some odd in _odd_hashes}

violation contains {
	"member": f.member,
	"code": "not_stated",
	"args": {"n": n, "total": counted.total, "state": state},
	"at": array.concat(array.concat(["sboms", f.i, "facts"], f.fact), [state]),
} if {
	some f in _facts
	not _tells(f.i, f.member)
	counted := coverage.share(f.i, f.fact)
	some state in states.missing
	n := count(counted[state])
	n > 0
}

violation contains {"member": w.member, "code": w.code, "args": w.args, "at": w.at} if {
	some w in _wrong
	w.args.n > 0
	not _tells(w.i, w.member)
}

review contains {
	"member": f.member,
	"code": "unsupported",
	"args": {"n": counted.unsupported, "total": counted.total},
	"at": ["sboms", f.i],
} if {
	some f in _facts
	not _tells(f.i, f.member)
	counted := coverage.share(f.i, f.fact)
	counted.unsupported > 0
}

review contains {"member": "one_hash", "code": odd.code, "args": odd.args, "at": odd.at} if some odd in _odd_hashes

review contains {"member": "dependency", "code": "itself", "args": {"n": n}, "at": ["sboms", i, "facts", "graph", "self"]} if {
	some i, sbom in input.sboms
	not _tells(i, "dependency")
	n := count(sbom.facts.graph.self)
	n > 0
}

not_applicable contains {
	"member": listed.member,
	"code": "listed",
	"args": {"requirement": listed.by},
	"at": ["sboms", listed.i],
	"level": "verified",
} if {
	some listed in _listed
}

not_applicable contains {"member": f.member, "code": "nobody", "args": {}, "at": ["sboms", f.i], "level": "verified"} if {
	some f in _facts
	coverage.share(f.i, f.fact).total == 0
}

not_applicable contains {"member": member, "code": "nobody", "args": {}, "at": ["sboms", i], "level": "verified"} if {
	some i, sbom in input.sboms
	sbom.facts.components.all == 0
	some member in {"value", "licence", "dependency", "own_ref", "one_hash"}
}

basis contains {
	"member": f.member,
	"code": "stated",
	"args": {"total": counted.total},
	"at": ["sboms", f.i],
	"level": "verified",
} if {
	some f in _facts
	counted := coverage.share(f.i, f.fact)
	counted.total > 0
	(counted.stated + count(counted.unknown)) + count(counted.withheld) == counted.total
}

basis contains {"member": member, "code": "none_found", "args": {"total": total}, "at": ["sboms", i], "level": "verified"} if {
	some i, sbom in input.sboms
	total := sbom.facts.components.all
	total > 0
	some member in ({"value", "licence", "dependency", "own_ref"} - {"dependency" | count(sbom.facts.graph.self) > 0})
	sum([w.args.n | some w in _wrong; w.i == i; w.member == member]) == 0
	not _tells(i, member)
}

basis contains {"member": "one_hash", "code": "none_found", "args": {"total": total}, "at": ["sboms", i], "level": "verified"} if {
	some i, sbom in input.sboms
	total := sbom.facts.components.all
	total > 0
	not i in _with_odd_hashes
}

# METADATA
# title: Each data set of the SBOM states its origin and licence
# description: |
#   Asks of each component of the type data in an SBOM that it states a producer or
#   supplier and a licence. An SBOM without data sets has nothing to judge here;
#   whether models name their data sets is judged with the models. A value that is
#   declared unknown or withheld is an honest answer, and a person looks at it;
#   one that is left out, is a placeholder or has a wrong form counts as not
#   stated. This cannot tell whether a data set holds personal data.
# custom:
#   contract: 1
#   severity: minor
#   section: supply-chain
#   evidence: {all: [sbom]}
#   over: sboms
#   sources:
#     - {standard: G7 and CISA SBOM for AI minimum elements, edition: "2026-05", clause: "Dataset properties", confidence: secondary}
#   messages:
#     not_stated: "The SBOM does not state {field} of the data set {name}; the entry is {state}."
#     declared: "The SBOM gives {field} of the data set {name} as {state}, so a person must ask for it."
#     none: "The SBOM lists no data set."
#     described: "{n:data set has its|data sets each have their} origin and licence in the SBOM."
#   remedy: Add `supplier` and `licenses` to each data set of the SBOM.
#   question: Where does each data set come from, and under which licence?
#   tags: [core_area:scrm, csf:ID, csf2:ID.AM-07]
package bidgate.requirement.ai.datasets

import data.bidgate.lib.states

_sets contains {"i": i, "row": row, "name": component.name} if {
	some i, _ in input.sboms

	# lint: row-loop, which components are sets of data is no fact
	some row, component in input.components[i]
	component.type == "data"
}

_fields contains {"i": found.i, "row": found.row, "name": found.name, "field": field, "state": state} if {
	some found in _sets
	said := input.components[found.i][found.row].states
	some field, state in {"the origin": _origin(found.i, found.row), "the licence": said.licence}
}

_origin(i, row) := input.components[i][row].states.producer if {
	input.components[i][row].states.producer == "stated"
} else := input.components[i][row].states.supplier

violation contains {"code": "not_stated", "args": {"name": f.name, "field": f.field, "state": f.state}, "at": ["components", f.i, f.row]} if {
	some f in _fields
	f.state in states.missing
}

review contains {"code": "declared", "args": {"name": f.name, "field": f.field, "state": f.state}, "at": ["components", f.i, f.row]} if {
	some f in _fields
	f.state in states.told
}

not_applicable contains {"code": "none", "args": {}, "at": ["sboms", i], "level": "verified"} if {
	some i, _ in input.sboms
	not i in _with_sets
}

_with_sets := {found.i | some found in _sets}

basis contains {"code": "described", "args": {"n": n}, "at": ["components", i, min(rows)], "level": "asserted"} if {
	some i, _ in input.sboms
	rows := {found.row | some found in _sets; found.i == i}
	n := count(rows)
	outcomes := {f.state | some f in _fields; f.i == i}
	outcomes == {"stated"}
}

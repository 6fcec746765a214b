# METADATA
# title: Each data set of the SBOM states its origin, licence and sensitivity
# description: |
#   Asks of each component of the type data in an SBOM that it states a producer or
#   supplier, a licence, and how sensitive its data is: the classification of its
#   data, or what of it is sensitive. SPDX has other fields for that, which are not
#   read, so that a person asks. An SBOM without data sets has nothing to judge here;
#   whether models name their data sets is judged with the models. A value that is
#   declared unknown or withheld is an honest answer, and a person looks at it;
#   one that is left out, is a placeholder or has a wrong form counts as not
#   stated. This cannot tell whether a classification is right.
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
#     described: "{n:data set has its|data sets each have their} origin, licence and sensitivity in the SBOM."
#   remedy: Add `supplier`, `licenses` and, in `data`, `classification` or `sensitiveData` to each data set of the SBOM.
#   question: Where does each data set come from, under which licence, and how sensitive is its data?
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
	some field, state in {
		"the origin": _origin(found.i, found.row),
		"the licence": said.licence,
		"the sensitivity": _sensitivity(found.i, found.row),
	}
}

# How sensitive a data set is stands beside the tables, as the SBOM words it; the
# first word that tells is enough, else what is told honestly counts.
_sensitivity(i, row) := "unsupported" if {
	input.sboms[i].format != "cyclonedx"
} else := "stated" if {
	"stated" in _worded[[i, row]]
} else := min(_worded[[i, row]] & states.told) if {
	count(_worded[[i, row]] & states.told) > 0
} else := min(_worded[[i, row]]) if {
	_worded[[i, row]]
} else := "absent"

# What the words on sensitivity of each data set state, made in one pass.
_worded := {set: said | some set, said in _by_set}

_by_set[[i, extra.row]] contains extra.state if {
	some i in _with_sets

	# lint: row-loop, what stands beside the tables is no fact
	some extra in input.extras[i]
	extra.of == "component"
	regex.match(`^data/[0-9]+/(classification|sensitiveData/[0-9]+)$`, extra.field)
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

# METADATA
# scope: package
# title: Reference derivation of the facts over an SBOM
# description: |
#   Derives from a CycloneDX JSON document, as input, what bidgate measures of
#   it, slowly and by other means. Lists hold JSON Pointers where bidgate has
#   row numbers.
package reference

facts := {
	"components": _components,
	"types": _types,
	"places": _places,
	"document": head,
	"services": count(_services),
	"vulnerabilities": count(items(_root, "vulnerabilities").list),
	"component_name": _coverage("name"),
	"component_version": _coverage("version"),
	"component_identifier": _coverage("identifier"),
	"component_firmware_identifier": _coverage("firmware_identifier"),
	"component_producer": _coverage("producer"),
	"component_supplier": _coverage("supplier"),
	"component_hash": _coverage("hash"),
	"component_licence": _coverage("licence"),
	"fields": {field: _tally(field) | some field in _field_names},
	"identifiers": {sprintf("invalid_%s", [field]): _pointers(_rows_with(field, "invalid")) |
		some field in ["purl", "cpe", "swid", "omnibor_id", "swhid"]
	},
	"hashes": _hashes,
	"licences": {kind: _pointers([row | some row in rows; kind in row.irregular]) | some kind in ["unknown_id", "bad_expression", "free_text"]},
	"agreement": agreement,
	"duplicates": duplicates,
	"text": text_facts,
	"hidden": hidden,
	"purposes": purposes,
	"graph": graph_facts,
	"duplicate_refs": duplicate_refs,
	"lost_compositions": lost_compositions,
	"security_contact": security_contact,
}

_populations := {
	"all": rows,
	"software": [row | some row in rows; row.software],
	"delivered": [row | some row in rows; row.scope != "excluded"],
	"third_party": [row | some row in rows; row.software; row.scope != "excluded"; not row.first_party],
	"direct": [row | some row in rows; direct(row)],
	"executable": [row | some row in rows; row.executable],
}

_components := object.union({population: count(found) | some population, found in _populations}, {
	"excluded": _pointers([row | some row in rows; row.scope == "excluded"]),
	"first_party": _pointers([row | some row in rows; row.software; row.scope != "excluded"; row.first_party]),
})

_types := [{"type": kind, "components": count(found)} |
	some kind in sort({row.type | some row in rows})
	found := [1 | some row in rows; row.type == kind]
]

_pointers(found) := sort([row.pointer | some row in found])

_places := {
	"top": _from("components"), "nested": _from("nested"), "subject": _from("metadata"),
	"tools": _from("tools"), "pedigree": _from("pedigree"), "formulation": _from("formulation"),
	"declarations": _from("declarations"), "vulnerabilities": _from("vulnerabilities"), "annotations": _from("annotations"),
	"required": count([1 | some row in rows; not row.scope in {"optional", "excluded"}]),
	"optional": count([1 | some row in rows; row.scope == "optional"]),
	"excluded": count([1 | some row in rows; row.scope == "excluded"]),
}

_from(origin) := count([1 | some part in parts; from(part.place) == origin])

_coverage(field) := {population: _share(field, population) | some population, _ in _populations}

_share(field, population) := counts if {
	population in {"delivered", "third_party"}
	counts := _counted([row.states[field] | some row in _populations[population]])
} else := object.union(
	{
		"total": count(_populations[population]),
		"stated": count([1 | some row in _populations[population]; row.states[field] == "stated"]),
		"unsupported": 0,
	},
	{state: [row.pointer | some row in _populations[population]; row.states[field] == state] | some state in _listed_states},
)

_listed_states := ["unknown", "withheld", "absent", "placeholder", "invalid"]

_counted(found) := object.union({"total": count(found)}, {state: count([1 | some s in found; s == state]) | some state, _ in _rank})

_field_names := {name | some name, _ in fields({})} | {"dependencies", "completeness"}

_tally(field) := {population: _counted([_field_state(row, field) | some row in found]) | some population, found in _populations}

_field_state(row, "dependencies") := "stated" if {
	_is_listed(row)
} else := "absent"

_field_state(row, "completeness") := object.get(_completeness, row.ref, "absent")

_field_state(row, field) := row.fields[field]

_rows_with(field, state) := [row | some row in rows; row.fields[field] == state]

_hashes := {
	"algorithms": [{"algorithm": alg, "component": own, "distribution": distributed} |
		some alg in algorithms
		own := count([1 | some row in rows; alg in row.hashes])
		distributed := count([1 | some row in rows; alg in row.distributed])
		own + distributed > 0
	],
	"weak_only": _pointers([row | some row in rows; _strength(row) == "weak"]),
	"empty": _pointers([row | some row in rows; row.hash_of_nothing; not row.type in {"file", "data"}]),
	"filler": _pointers([row | some row in rows; row.filler; count(row.hashes | row.distributed) > 0]),
	"strength": {population: {class: count([1 | some row in found; _strength(row) == class]) | some class in ["none", "weak", "bits256", "bits512"]} |
		some population, found in _populations
	},
}

_strength(row) := "none" if {
	count(row.hashes | row.distributed) == 0
} else := "bits512" if {
	some alg in (row.hashes | row.distributed)
	endswith(alg, "512")
} else := "bits256" if {
	some alg in (row.hashes | row.distributed)
	not alg in {"MD5", "SHA-1"}
} else := "weak"

# The dependency graph.
package reference

_entries_of_graph := items(_root, "dependencies").list

_entry(i) := {
	"ref": _text_of(object.get(as_object(_entries_of_graph[i]), "ref", "")),
	"targets": [_text_of(t) | some t in items(as_object(_entries_of_graph[i]), "dependsOn").list],
}

_text_of(v) := v if {
	is_string(v)
} else := ""

_graph_entries := [_entry(i) | some i, _ in _entries_of_graph]

_root_ref := ref_of(_subject)

_services := [service |
	walk({"services": object.get(_root, "services", [])}, [path, service])
	regex.match(`^(\.services#\d+)+$`, _place(path))
]

_given_refs := ({_root_ref} | {ref_of(s) | some s in _services}) - {""}

_known_refs := (_given_refs | {ref_of(p.object) | some p in parts}) - {""}

# Components whose reference the subject, a service or an earlier component
# has. Earlier is by path: by the names of members and the numbers of items, so
# that the order in which members are written tells nothing.
_owners[ref] contains part.path if {
	some part in parts
	ref := ref_of(part.object)
	ref != ""
}

duplicate_refs := sort([_pointer(path) |
	some ref, paths in _owners
	some path in (paths - {min(paths) | not ref in _given_refs})
])

_missing(entry) := [r | some r in array.concat([entry.ref], entry.targets); not r in _known_refs]

# Nodes of the graph: a reference, a component without one, or the subject.
_node(row) := concat("", ["r:", row.ref]) if {
	row.ref != ""
} else := concat("", ["p:", row.pointer])

_root_node := concat("", ["r:", _root_ref]) if {
	_root_ref != ""
} else := "subject"

_depends contains [concat("", ["r:", entry.ref]), concat("", ["r:", target])] if {
	some entry in _graph_entries
	entry.ref != ""
	some target in entry.targets
	target != ""
}

_node_at := {row.pointer: _node(row) | some row in rows}

_contains contains [_node_at[row.parent], _node(row)] if {
	some row in rows
	row.parent != ""
}

_contains contains [_root_node, _node(row)] if {
	some row in rows
	row.parent == ""
	row.from == "metadata"
}

_pairs := _depends | _contains

_neighbours := {from_: to |
	some from_ in (({p[0] | some p in _pairs} | {p[1] | some p in _pairs}) | {_root_node})
	to := object.get(_targets, from_, set())
}

_targets[from_] contains to if some [from_, to] in _pairs

_reached := graph.reachable(_neighbours, {_root_node})

_direct_nodes := {pair[1] | some pair in _depends; pair[0] == _root_node; pair[1] != _root_node}

_listed := {entry.ref | some entry in _graph_entries}

_branching := {entry.ref | some entry in _graph_entries; count(entry.targets) > 0}

_there if count(_graph_entries) > 0

direct(row) if {
	_there
	_node(row) in _direct_nodes
}

graph_facts := {
	"state": _graph_state,
	"entries": count(_graph_entries),
	"edges": sum([count(entry.targets) | some entry in _graph_entries]),
	"dangling": sort([sprintf("/dependencies/%d", [i]) | some i, entry in _graph_entries; count(_missing(entry)) > 0]),
	"dangling_references": sum([count(_missing(entry)) | some entry in _graph_entries]),
	"self": sort([sprintf("/dependencies/%d", [i]) | some i, entry in _graph_entries; entry.ref != ""; entry.ref in entry.targets]),
	"orphans": sort([row.pointer | _there; some row in rows; not _node(row) in _reached]),
	"root_listed": count([1 | _root_ref != ""; _root_ref in _listed]) > 0,
	"depth": max({0} | {object.get(steps, _node(row), 0) | _there; some row in rows}),
	"direct": count({_node(row) | some row in rows; direct(row)}),
	"unlisted": sort([row.pointer | _there; some row in rows; not _is_listed(row)]),
	"leaves": count([1 | some row in rows; _is_listed(row); not row.ref in _branching]),
}

# Parts that a composition names and nothing in the document is.
_strays(i) := {ref |
	some key in ["assemblies", "dependencies"]
	some ref in items(as_object(items(_root, "compositions").list[i]), key).list
	_text_of(ref) != ""
	not ref in _known_refs
	not startswith(ref, "urn:cdx:")
}

lost_compositions := sort([sprintf("/compositions/%d", [i]) | some i, _ in items(_root, "compositions").list; count(_strays(i)) > 0])

_graph_state := "stated" if {
	_there
} else := items(_root, "dependencies").state

_is_listed(row) if {
	row.ref != ""
	row.ref in _listed
}

# METADATA
# description: The state of the weakest statement of completeness that names a reference.
_composition_states[ref] contains state if {
	some c in items(_root, "compositions").list
	some key in ["assemblies", "dependencies"]
	some ref in items(as_object(c), key).list
	is_string(ref)
	ref != ""
	state := _aggregate_state(object.get(as_object(c), "aggregate", 0))
}

_aggregate_state(a) := "unknown" if {
	a == "unknown"
} else := "placeholder" if {
	a == "not_specified"
} else := "stated" if {
	a in {
		"complete", "incomplete",
		"incomplete_first_party_opensource_only", "incomplete_first_party_proprietary_only", "incomplete_first_party_only",
		"incomplete_third_party_opensource_only", "incomplete_third_party_proprietary_only", "incomplete_third_party_only",
	}
} else := "invalid"

_completeness := {ref: least(found) | some ref, found in _composition_states}

# Components that count as not delivered, and what the graph says of them.
package reference

_delivered_refs := {row.ref | some row in rows} - {""}

_kept_refs := {row.ref | some row in rows; row.scope != "excluded"} - {""}

_elsewhere := {pointer | some pointer, part in parts; not from(part.place) in {"components", "nested", "metadata"}}

# What dependsOn leads to from the subject, and what it leads to through
# components alone that are not excluded.
_dependents := object.union({_root_node: set()}, {node: to | some node, to in _depends_on})

_depends_on[p[0]] contains p[1] if some p in _depends

_followed := graph.reachable(object.union({p[1]: set() | some p in _depends}, _dependents), {_root_node}) - {_root_node}

_kept_nodes := {concat("", ["r:", ref]) | some ref in _kept_refs}

_kept_targets := {node: intersection({to, _kept_nodes}) | some node, to in object.union({node: set() | some node in _kept_nodes}, _dependents)}

_needing := {node |
	some start in _kept_targets[_root_node]
	some node in graph.reachable(_kept_targets, {start})
}

_needed := {to | some node in _needing; some to in _dependents[node]}

_excluded_rows := [row | some row in rows; row.scope == "excluded"; row.ref != ""]

hidden := {
	"elsewhere": sort([pointer | some pointer in _elsewhere]),
	"elsewhere_reached": sort([pointer |
		_there
		some pointer in _elsewhere
		ref := ref_of(parts[pointer].object)
		ref != ""
		not ref in _delivered_refs
		concat("", ["r:", ref]) in _followed
	]),
	"excluded_needed": sort([row.pointer | some row in _excluded_rows; _node(row) in _needed]),
	"excluded_direct": sort([row.pointer | some row in _excluded_rows; direct(row); not _node(row) in _needed]),
}

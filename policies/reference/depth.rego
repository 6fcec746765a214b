# How many steps the dependencies of the subject go down.
package reference

_onward[from_] contains to if some [from_, to] in _depends

_led_to := graph.reachable({from_: _next(from_) | some from_ in _ends}, {_root_node})

_ends := ({pair[0] | some pair in _depends} | {pair[1] | some pair in _depends}) | {_root_node}

_next(from_) := object.get(_onward, from_, set())

# METADATA
# description: |
#   The least number of steps from the subject to each node. Rego cannot walk and
#   count, so a node is taken together with a number of steps: [2, a] leads to
#   [3, b] where a depends on b. Few graphs are deep; only where that leaves a
#   node over are more steps tried, at most one for each node.
steps := _within(16) if {
	count(_within(16)) == count(_led_to)
} else := _within(128) if {
	count(_within(128)) == count(_led_to)
} else := _within(count(_led_to))

# Of several objects the last one wins, so that the least number comes last.
_within(bound) := object.union_n(array.reverse([{node: n} | some [n, node] in sort(walked)])) if {
	walked := graph.reachable(_numbered(bound), {[0, _root_node]})
}

_numbered(bound) := {[n, from_]: {[n + 1, to] | n < bound; some to in _next(from_)} |
	some n in numbers.range(0, bound)
	some from_ in _led_to
}

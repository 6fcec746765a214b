# METADATA
# description: |
#   Sorts the states in which evidence does not state a value. Missing ones count
#   as not stated; told ones are honest, and a person looks at them.
package bidgate.lib.states

missing := {"absent", "placeholder", "invalid"}

told := {"unknown", "withheld", "unsupported"}

# METADATA
# description: What counts as not stated of a list, where it must have items.
missing_list := missing | {"empty"}

# METADATA
# description: The state of a list with n items; "empty" where it is stated to have none.
list(state, n) := "empty" if {
	state == "stated"
	n == 0
} else := state

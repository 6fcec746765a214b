# METADATA
# description: |
#   Sorts the states in which evidence does not state a value. Missing ones count
#   as not stated; told ones are honest, and a person looks at them.
package bidgate.lib.states

missing := {"absent", "placeholder", "invalid"}

told := {"unknown", "withheld", "unsupported"}

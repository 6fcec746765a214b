# METADATA
# description: |
#   Judges how far a population states a field. Total is the population; stated
#   counts values; told counts what is honestly not stated: declared unknown,
#   withheld, or not sayable in the format.
package bidgate.lib.coverage

# METADATA
# description: |
#   One of "empty" (nobody to ask), "met" (enough state it), "told" (enough
#   state it or say that they cannot) and "short" (too few do either).
outcome(total, stated, told, min_share) := "empty" if {
	total == 0
} else := "met" if {
	stated > 0
	stated >= min_share * total
} else := "told" if {
	stated + told >= min_share * total
} else := "short"

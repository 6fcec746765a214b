# METADATA
# scope: package
# title: Ends of support
# description: |
#   Says of record k of the buyer's support dates for SBOM i on which day the
#   component stops getting security fixes.
package bidgate.lib.end

# METADATA
# description: |
#   The day: the end of security support, else of all support, else of active
#   support. Undefined where the record states none.
day(i, k) := record.end_of_security_support.value.day if {
	record := input.matches[i].lifecycle[k]
	record.end_of_security_support.state == "stated"
} else := record.end_of_life.value.day if {
	record := input.matches[i].lifecycle[k]
	record.end_of_life.state == "stated"
} else := record.end_of_support.value.day if {
	record := input.matches[i].lifecycle[k]
	record.end_of_support.state == "stated"
}

# METADATA
# description: |
#   What a record without a day says of the end: "ended", "open" or "not_told";
#   "dated" where it has a day.
told(i, k) := "dated" if {
	day(i, k)
} else := "not_told" if {
	input.matches[i].lifecycle[k].ended.state != "stated"
} else := "ended" if {
	input.matches[i].lifecycle[k].ended.value
} else := "open"

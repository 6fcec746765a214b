# METADATA
# scope: package
# title: Answers to vulnerabilities
# description: |
#   Says what VEX statements answer to vulnerability k of the matches of SBOM i.
#   An answer settles a vulnerability where it says that the product is not
#   affected, with a reason, or that it is fixed, and the buyer takes the word of
#   its author.
package bidgate.lib.answer

# METADATA
# description: |
#   One of "answered" (not affected with a reason, or fixed), "no_reason" (not
#   affected without one), "conflict", "under_investigation", "affected" and
#   "no_answer".
given(i, k) := "answered" if {
	input.matches[i].vulnerabilities[k].status.status == "fixed"
} else := "answered" if {
	input.matches[i].vulnerabilities[k].status.status == "not_affected"
	input.matches[i].vulnerabilities[k].status.justified
} else := "no_reason" if {
	input.matches[i].vulnerabilities[k].status.status == "not_affected"
} else := "no_answer" if {
	input.matches[i].vulnerabilities[k].status.status == "none"
} else := input.matches[i].vulnerabilities[k].status.status

# METADATA
# description: Whether the answer is one of an author whose word the buyer takes.
settled(i, k, authors) if {
	given(i, k) == "answered"
	input.matches[i].vulnerabilities[k].status.author_is in authors
}

# METADATA
# description: The day of the answer; undefined where it states none.
day(i, k) := said.date.value.day if {
	row := input.matches[i].vulnerabilities[k].status.said
	said := input.matches[i].vulnerabilities[k].said[row]
	said.date.state == "stated"
}

# METADATA
# description: Whether the answer says what users can do.
acted(i, k) if {
	row := input.matches[i].vulnerabilities[k].status.said
	said := input.matches[i].vulnerabilities[k].said[row]
	input.vex_statements[said.vex][said.row].states.action == "stated"
}

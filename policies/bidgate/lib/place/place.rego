# METADATA
# scope: package
# title: Places
# description: Where a document states what requirements compare.
package bidgate.lib.place

# METADATA
# description: Where the document in a row of a table states its product's version.
version(table, i) := ["sboms", i, "subject", "version"] if {
	table == "sboms"
} else := [table, i, "product", "version"]

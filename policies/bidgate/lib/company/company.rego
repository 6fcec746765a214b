# METADATA
# scope: package
# title: Names of companies
# description: |
#   Compares the names of companies as a reader does: "Rill GmbH" and "Rill
#   Instruments" may be one. Words that many companies have do not count.
package bidgate.lib.company

# METADATA
# description: |
#   Two names fit where they share a word that is not one of many companies', or
#   where one of them has no such word. Names in other scripts fit where they are equal.
fits(one, other) if count(_words(one) & _words(other)) > 0

fits(one, other) if lower(trim_space(one)) == lower(trim_space(other))

fits(one, _) if count(_words(one)) == 0

fits(_, other) if count(_words(other)) == 0

_words(name) := {word | some word in regex.split(`[^\p{L}\p{N}]+`, lower(name)); count(word) > 1} - _common

_common := {
	"inc", "incorporated", "ltd", "limited", "llc", "corp", "corporation", "co", "company", "gmbh", "ag", "kg", "se", "sa", "sas", "sarl", "srl", "spa",
	"bv", "nv", "oy", "ab", "as", "asa", "aps", "plc", "pty", "pte", "the", "of", "and", "und", "et", "group", "holding", "holdings", "international",
	"systems", "technologies", "technology", "software", "solutions", "foundation", "project", "team", "security", "product", "products", "controls", "instruments",
}

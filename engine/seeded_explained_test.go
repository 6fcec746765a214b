package engine_test

// explained says why a planted fact is not told, by the fact, or why a finding
// tells what was not planted, by fact and finding. TestSeeded fails where
// something is not explained, and where an explanation is no longer needed.
var explained = map[string]string{
	"AI denied, and a library for it is linked":               "names of components are no fact, and to read each of them in every screening costs more than it tells",
	"VEX that nobody stands behind":                           "a known gap: the author of a VEX is not asked for",
	"component of a maker whom orders bar":                    "names are held against lists of the buyer, and none was given",
	"component that needs itself":                             "a known gap: such a loop tells nothing new, and does not harm the graph",
	"composition of a part that is not there":                 "a known gap: references of compositions are not resolved",
	"hash of an empty file":                                   "a known gap: values of hashes are read for their form alone",
	"hash of nothing at all":                                  "the hash is right where the file is empty, and nothing else tells that the file is not",
	"hash of zeros":                                           "a known gap: values of hashes are read for their form alone",
	"no known weakness declared, and a VEX that tells of one": "a known gap: told as a question on the claim, and not against the VEX",
	"supplier that is said to be unknown in words":            "a known gap: placeholders are known words and not sentences",
	"test report of years ago":                                "a known gap: the age of a report is asked for where it is a certificate",
	"two components with one hash":                            "one file may be listed under two names, and nothing tells which hash is wrong",
	"two components with the hash of one":                     "one file may be listed under two names, and nothing tells which hash is wrong",
}

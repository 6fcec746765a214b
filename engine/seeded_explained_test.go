package engine_test

// explained says why a planted fact is not told, by the fact, or why a finding
// tells what was not planted, by fact and finding. TestSeeded fails where
// something is not explained, and where an explanation is no longer needed.
var explained = map[string]string{
	"AI denied, and a library for it is linked":                    "names of components are no fact, and to read each of them in every screening costs more than it tells",
	"VEX that nobody stands behind":                                "a known gap: the author of a VEX is not asked for",
	"answered yes with a blank":                                    "a known gap: a blank counts as no statement, and the answer as the maker's word",
	"component of a maker whom orders bar":                         "names are held against lists of the buyer, and none was given",
	"component that needs itself":                                  "a known gap: such a loop tells nothing new, and does not harm the graph",
	"composition of a part that is not there":                      "a known gap: references of compositions are not resolved",
	"contact that no message can reach":                            "a known gap: the form of a contact is read, and not whether it is reserved for examples",
	"control said to be verified, with nothing that shows it":      "a known gap: the word for a control is not held against its evidence",
	"form in which weaknesses are told is no form":                 "a known gap: that a form is named is asked, and not which",
	"hash of an empty file":                                        "a known gap: values of hashes are read for their form alone",
	"hash of nothing at all":                                       "the hash is right where the file is empty, and nothing else tells that the file is not",
	"hash of zeros":                                                "a known gap: values of hashes are read for their form alone",
	"next review in twenty years":                                  "a known gap: a review that is due is asked for, and not how far away it may be",
	"no known weakness declared, and a VEX that tells of one":      "a known gap: told as a question on the claim, and not against the VEX",
	"open threat with a plan whose day has passed":                 "a known gap: plans are text in threat models",
	"part that is in scope and out of it":                          "a known gap: lists of the scope are not held against each other",
	"policy on reports is no address":                              "a known gap: the policy is asked for, and not its form",
	"reviewer who is the author under a shorter name":              "a known gap: names of people are compared as they are written",
	"scope with a part that the model does not have":               "a known gap: the scope may speak of parts in other words",
	"security.txt with another contact than the declaration":       "a known gap: contacts are not compared",
	"supplier that is said to be unknown in words":                 "a known gap: placeholders are known words and not sentences",
	"test report of years ago":                                     "a known gap: the age of a report is asked for where it is a certificate",
	"threat that is a copy of another":                             "a few copies stay below the share of own words that is asked for",
	"traffic by telnet from anywhere, and ports said to be closed": "a known gap: rules of traffic are not held against answers",
	"two components with one hash":                                 "one file may be listed under two names, and nothing tells which hash is wrong",
	"two components with the hash of one":                          "one file may be listed under two names, and nothing tells which hash is wrong",
}

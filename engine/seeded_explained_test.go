package engine_test

// explained says why a planted fact is not told, by the fact, or why a finding
// tells what was not planted, by fact and finding. TestSeeded fails where
// something is not explained, and where an explanation is no longer needed.
var explained = map[string]string{
	"component of a maker whom orders bar": "names are held against lists of the buyer, and none was given",
	"hash of nothing at all":               "the hash is right where the file is empty, and nothing else tells that the file is not",
	"hash of zeros":                        "a known gap: values of hashes are read for their form alone",
	"two components with one hash":         "one file may be listed under two names, and nothing tells which hash is wrong",
}

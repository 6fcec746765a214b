package engine_test

// explained says why a planted fact is not told, by the fact, or why a finding
// tells what was not planted, by fact and finding. TestSeeded fails where
// something is not explained, and where an explanation is no longer needed.
var explained = map[string]string{
	"component of a maker whom orders bar":               "names are held against lists of the buyer, and none was given",
	"nobody looks at how the product is put to use":      "another threat still speaks of setting the product up",
	"test report whose last line tells of open findings": "what a report says in a text for people is not read",
}

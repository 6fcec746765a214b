package engine_test

// explained says why a planted fact is not told, by the fact, or why a finding
// tells what was not planted, by fact and finding. TestSeeded fails where
// something is not explained, and where an explanation is no longer needed.
var explained = map[string]string{
	"evidence without a digest": "a digest is not asked of every document: an answer that rests on one without is the maker's word, " +
		"and a question where the profile asks for evidence",
	"risk accepted by nobody":              "who accepts a risk is asked at the threat that the risk names; risks in the declaration alone are not judged yet",
	"scale without its words":              "a model without a scale of its own is held to the standard words, and these are among them",
	"threat without a title":               "a title or a statement is enough to know a threat by, and the statement is there",
	"SBOM of years ago":                    "an SBOM of the very version that is offered is never too old",
	"supplier that is a placeholder":       "the component declares in a property that its supplier is not known, which is an honest answer",
	"component of a maker whom orders bar": "names are held against lists of the buyer, and none was given",
}

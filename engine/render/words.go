package render

import (
	"strconv"

	"github.com/bidgate/bidgate/engine/report"
)

// The words for the closed sets of the contract, and how numbers are written.
// The sentences around them stand in sentences.go.

// verdictWords are symbol, words and colour of each verdict.
var verdictWords = map[report.Verdict]mark{
	report.Meets:               {good, "✓", "MEETS the profile"},
	report.MeetsWithExceptions: {warn, "±", "MEETS the profile ONLY WITH EXCEPTIONS"},
	report.DoesNotMeet:         {bad, "✗", "DOES NOT MEET the profile"},
	report.Undetermined:        {warn, "?", "UNDETERMINED: the evidence does not settle it"},
}

var noVerdict = mark{bad, "!", "NO VERDICT: this report does not state one"}

// statusWords are symbol, words and colour of each status.
var statusWords = map[report.Status]mark{
	report.Pass:          {good, "✓", "met"},
	report.Fail:          {bad, "✗", "not met"},
	report.Review:        {warn, "?", "a person must look"},
	report.NotSupplied:   {warn, "○", "not supplied"},
	report.NotApplicable: {dim, "–", "does not apply"},
	report.Error:         {bad, "!", "could not be evaluated"},
}

// countWord is what stands after the number of findings with a mark.
func countWord(m mark, n int) string {
	switch {
	case m == statusWords[report.Review]:
		return "for a person to look at"
	case m == statusWords[report.NotApplicable] && n != 1:
		return "do not apply"
	default:
		return m.words
	}
}

var excusedWords = mark{warn, "±", "not met, but excused"}

// severityWords are what officers call the severities.
var severityWords = map[report.Severity]string{
	report.Blocking: "mandatory",
	report.Major:    "must clarify",
	report.Minor:    "desirable",
	report.Info:     "information",
}

// levelWords say who stands for a basis.
var levelWords = map[report.Level]string{
	report.Asserted:  "vendor says",
	report.Evidenced: "document shows",
	report.Verified:  "checked by us",
}

// sectionWords are the sections of a report, in the order of the page.
var sectionWords = []struct{ id, words string }{
	{"governance", "Governance"},
	{"supply-chain", "Supply chain"},
	{"development", "Development"},
	{"deployment", "Deployment"},
	{"vulnerability-management", "Vulnerability management"},
	{"screening", "The screening itself"},
	{"", "Other"},
}

// kindWords name the kinds of evidence that vendors send.
var kindWords = map[string]string{
	"sbom":         "SBOM",
	"threat_model": "threat model",
	"declaration":  "manufacturer declaration",
	"vex":          "vulnerability statement (VEX)",
	"lifecycle":    "lifecycle record",
	"standard":     "standard",
	"attestation":  "attestation",
	"attachment":   "attachment",
}

// listWords name the kinds of the buyer's lists. What a vendor sends is a
// lifecycle record; what the buyer brings are support dates.
var listWords = map[string]string{
	"kev":                "known exploited vulnerabilities",
	"advisories":         "advisories",
	"epss":               "exploit prediction scores (EPSS)",
	"ssvc":               "decision points (SSVC)",
	"lifecycle":          "support dates",
	"prohibited_sources": "prohibited sources",
	"certificates":       "module certificates",
}

// stateWords say whether an exception counted.
var stateWords = map[string]string{
	"in_force":    "in force",
	"not_yet":     "not yet in force",
	"expired":     "expired, so without effect",
	"other_offer": "given for another offer, so without effect",
	"unused":      "in force, but nothing needed it",
}

// confidenceWords stand before a source that nobody read in the original.
var confidenceWords = map[string]string{
	"source":    "",
	"secondary": "according to published accounts: ",
	"memory":    "from memory, check before quoting: ",
}

const unknownConfidence = "not checked against the original: "

// statusOrder is the order of statuses in a line that counts them.
var statusOrder = []report.Status{
	report.Pass, report.Fail, report.Review, report.NotSupplied, report.NotApplicable, report.Error,
}

// count writes a number with its noun: 1 place, 15,271 places.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(int64(n)) + " " + many
}

// number groups digits by thousands.
func number(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// size writes bytes in the unit that keeps the number short.
func size(bytes int64) string {
	switch {
	case bytes < 1000:
		return number(bytes) + " B"
	case bytes < 1000*1000:
		return strconv.FormatFloat(float64(bytes)/1e3, 'f', 1, 64) + " kB"
	default:
		return strconv.FormatFloat(float64(bytes)/1e6, 'f', 1, 64) + " MB"
	}
}

// listing joins words as a sentence does.
func listing(words []string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	s := words[0]
	for _, w := range words[1 : len(words)-1] {
		s += ", " + w
	}
	return s + " and " + words[len(words)-1]
}

func cite(s report.Source) string {
	how, ok := confidenceWords[s.Confidence]
	if !ok {
		how = unknownConfidence
	}
	text := how + stated(s.Standard, maxTitle)
	if s.Edition != "" {
		text += " (" + Escape(s.Edition, maxWord) + ")"
	}
	if s.Clause != "" {
		text += ", " + Escape(s.Clause, maxTitle)
	}
	return text
}

// verdictOfSeveral is what a verdict is called for that many bids.
func verdictOfSeveral(words string, n int) string {
	if several, differs := verdictsOfSeveral[words]; differs && n != 1 {
		return several
	}
	return words
}

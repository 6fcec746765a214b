package render

import (
	"fmt"

	"github.com/bidgate/bidgate/engine/report"
)

// The sentences on the buyer's records: exceptions and determinations.

func covers(name string, a report.AppliedException, until, approver string) string {
	s := fmt.Sprintf("%s covers %d of %s", name, a.Covered, count(a.Places, "place", "places"))
	if !a.Excuses {
		return s + ", so it does not excuse this: every place must be covered"
	}
	return s + "; approved by " + approver + ", until " + until
}

func determined(outcome, by, date, reason string) string {
	words := "met"
	if outcome != "met" {
		words = "not met"
	}
	return fmt.Sprintf("%s looked on %s and found it %s: %s", by, date, words, reason)
}

func recordFor(id, state string) string { return "for " + id + " (" + state + ")" }

// recordFile says who signed a file of records, or that nobody looked.
func recordFile(f report.RecordFile) string {
	file := "The file of " + stated(f.Kind, maxWord) + ", " + stated(f.Digest, maxID) + ", "
	if f.Signature == "verified" {
		return file + "is signed by " + stated(f.Owner, maxName) + " (key " + stated(f.KeyID, maxID) + ")."
	}
	return file + "was taken without a check of a signature."
}

func recordTerms(approver, from, until string) string {
	return "approved by " + approver + ", from " + from + " until " + until
}

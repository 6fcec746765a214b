package render_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

func someResults() []render.BidResult {
	return []render.BidResult{
		{Bid: "bids/acme.zip", Offer: base().Offer, Verdict: report.Meets, Counts: report.Counts{Pass: 9}, Folder: "acme", Files: []string{"report.json", "report.html"}},
		{Bid: "bids/博特.zip", Verdict: report.DoesNotMeet, Counts: report.Counts{Pass: 8, Fail: 1}, Folder: "bid", Files: []string{"report.json"}},
		{Bid: "bids/\x1b[31m<b>.zip", Error: "cannot be \x1b[31m<i>opened", Folder: "bid-2"},
	}
}

// TestResults: the page leads to the files of each bid and to nothing else, and
// both forms name every bid, also the one that could not be opened.
func TestResults(t *testing.T) {
	head := render.ResultsHead{Tender: "RFP-1", Profile: "baseline", AsOf: "2026-11-30", Policy: "sha256:aa"}
	page, err := render.ResultsHTML(head, someResults())
	if err != nil {
		t.Fatal(err)
	}
	golden(t, filepath.Join("testdata", "results.html"), string(page))
	checkHTML(t, "results", strings.NewReplacer(`href="acme/`, `href="#`, `href="bid/`, `href="#`).Replace(string(page)))
	inertOutput(t, "results", "html-results", string(page))
	text := render.ResultsText(head, someResults(), "out", render.Options{})
	golden(t, filepath.Join("testdata", "results.txt"), text)
	inertOutput(t, "results", "text", text)
}

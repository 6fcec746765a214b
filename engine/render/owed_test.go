package render_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

// TestWordsForWhoOwes: a vendor sends a lifecycle record, a buyer brings support
// dates; neither word stands for the other.
func TestWordsForWhoOwes(t *testing.T) {
	words := map[string][2]string{
		"vendor": {"lifecycle record (from the vendor)", "support dates"},
		"buyer":  {"support dates (the buyer's own data", "lifecycle record"},
	}
	for from, w := range words {
		r := report.Report{Verdict: report.Undetermined, Findings: []report.Finding{{ID: "a.b", Requirement: "a.b", Title: "T", Section: "governance",
			Status: report.NotSupplied, Severity: report.Major, Outcome: report.OutcomeOpen, NotSupplied: []report.Missing{{Kind: "lifecycle", From: from}}}}}
		for _, format := range []string{"text", "markdown"} {
			var b bytes.Buffer
			if err := render.Render(&b, &r, format, render.Options{Width: 200}); err != nil {
				t.Fatal(err)
			}
			got := strings.NewReplacer("\\", "").Replace(strings.Join(strings.Fields(b.String()), " "))
			if !strings.Contains(got, w[0]) || strings.Contains(got, w[1]) {
				t.Errorf("%s, %s: %s", format, from, got)
			}
		}
	}
}

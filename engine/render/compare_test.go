package render_test

import (
	"encoding/csv"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

func compared(t *testing.T, format string, o render.Options, reports ...report.Report) string {
	t.Helper()
	var names []string
	var list []*report.Report
	for i := range reports {
		names, list = append(names, string(rune('a'+i))+".json"), append(list, &reports[i])
	}
	side, err := report.SideBySide(names, list)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := render.Compare(&b, side, format, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// threeBids are excused, rejected and open on some of the same requirements.
func threeBids() []report.Report {
	second, third := doesNotMeet(), undetermined()
	second.Offer.Vendor, third.Offer.Vendor = "博特感測有限公司", ""
	return []report.Report{meetsWithExceptions(), second, third}
}

func TestCompareText(t *testing.T) {
	for name, o := range map[string]render.Options{
		"compare.txt": {}, "compare-wide.txt": {Width: 120, Verbose: true}, "compare-colour.txt": {Colour: true},
	} {
		golden(t, filepath.Join("testdata", name), compared(t, "text", o, threeBids()...))
	}
}

// TestCompareHTML: one page without script whose filter is a choice of the
// style alone, with a row for each requirement and a cell for each bid.
func TestCompareHTML(t *testing.T) {
	out := compared(t, "html", render.Options{}, threeBids()...)
	checkHTML(t, "compare", out)
	golden(t, filepath.Join("testdata", "compare.html"), out)
	for _, want := range []string{`id="show-differs" checked`, "position: sticky", "博特感測有限公司", "Nothing here is a score"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q", want)
		}
	}
}

// TestCompareForPrograms reads the machine formats back.
func TestCompareForPrograms(t *testing.T) {
	var c report.Comparison
	if err := json.Unmarshal([]byte(compared(t, "json", render.Options{}, threeBids()...)), &c); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(compared(t, "csv", render.Options{}, threeBids()...))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if want := 1 + len(c.Bids)*len(c.Rows); len(rows) != want || len(c.Bids) != 3 {
		t.Errorf("csv has %d rows, want %d", len(rows), want)
	}
}

// TestCompareIsInert puts hostile text into every field.
func TestCompareIsInert(t *testing.T) {
	a, b := hostile(), hostile()
	b.Findings = b.Findings[1:]
	for _, f := range render.ComparisonFormats() {
		out := compared(t, f.Name, render.Options{}, a, b)
		inertOutput(t, "compare/"+f.Name, f.Name, out)
		if f.Name == "html" {
			checkHTML(t, "compare", out)
		}
	}
}

func TestCompareUnknownFormat(t *testing.T) {
	if err := render.Compare(&strings.Builder{}, &report.Comparison{}, "nothing", render.Options{}); err == nil {
		t.Error("an unknown format is written")
	}
}

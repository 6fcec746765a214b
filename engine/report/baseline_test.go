package report_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/report"
)

// TestSince: a failure that stood before is not new, whatever its lines; one
// more place, another code, a heavier weight or another outcome is.
func TestSince(t *testing.T) {
	place := func(name string, line int) report.Place {
		return report.Place{Document: "sbom.json", Name: name, Line: line}
	}
	with := func(change func(*report.Finding)) *report.Report {
		f := report.Finding{ID: "a.b", Title: "B", Severity: report.Major, Status: report.Fail, Outcome: report.OutcomeNotMet, Violations: []report.Statement{
			{Code: "absent", Message: "Two lack it.", Places: []report.Place{place("zlib", 10), place("curl", 20)}},
		}}
		change(&f)
		return &report.Report{Verdict: report.Undetermined, Reasons: []string{"a.b", "gone"}, Findings: []report.Finding{f}}
	}
	before := with(func(*report.Finding) {})
	for name, test := range map[string]struct {
		change func(*report.Finding)
		want   []report.Newly
	}{
		"the same":         {func(*report.Finding) {}, []report.Newly{}},
		"other lines":      {func(f *report.Finding) { f.Violations[0].Places[0].Line = 99 }, []report.Newly{}},
		"one place less":   {func(f *report.Finding) { f.Violations[0].Places = f.Violations[0].Places[:1] }, []report.Newly{}},
		"lighter":          {func(f *report.Finding) { f.Severity = report.Minor }, []report.Newly{}},
		"another place":    {func(f *report.Finding) { f.Violations[0].Places[1].Name = "bash" }, []report.Newly{{ID: "a.b", Title: "B", Said: "Two lack it.", Places: 1}}},
		"the same twice":   {func(f *report.Finding) { f.Violations[0].Places[1].Name = "zlib" }, []report.Newly{{ID: "a.b", Title: "B", Said: "Two lack it.", Places: 1}}},
		"more than listed": {func(f *report.Finding) { f.Violations[0].PlacesTotal = 5 }, []report.Newly{{ID: "a.b", Title: "B", Said: "Two lack it.", Places: 3}}},
		"another code": {func(f *report.Finding) {
			f.Violations = append(f.Violations, report.Statement{Code: "wrong", Message: "One is wrong."})
		}, []report.Newly{{ID: "a.b", Title: "B", Said: "One is wrong."}}},
		"heavier":         {func(f *report.Finding) { f.Severity = report.Blocking }, []report.Newly{{ID: "a.b", Title: "B", Said: "Two lack it."}}},
		"another outcome": {func(f *report.Finding) { f.Outcome = report.OutcomeError }, []report.Newly{{ID: "a.b", Title: "B", Said: "Two lack it."}}},
	} {
		if diff := cmp.Diff(test.want, report.Since(before, with(test.change))); diff != "" {
			t.Errorf("%s: -want +got\n%s", name, diff)
		}
	}
	if got := report.Since(&report.Report{}, before); len(got) != 1 {
		t.Errorf("against nothing: %+v", got)
	}
}

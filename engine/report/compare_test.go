package report_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/report"
)

// bids are two reports that were judged alike, and came out differently.
func bids() (report.Report, report.Report) {
	f := func(id string, s report.Severity, status report.Status, outcome report.Outcome) report.Finding {
		return report.Finding{ID: id, Title: id, Severity: s, Status: status, Outcome: outcome}
	}
	a := report.Report{AsOf: "2026-11-30", Verdict: report.MeetsWithExceptions, Provenance: report.Provenance{Policy: "sha256:aa"},
		Exceptions: []report.Exception{{ID: "E-7"}},
		Findings: []report.Finding{
			f("a.minor", report.Minor, report.Pass, report.OutcomeMet),
			f("a.same", report.Blocking, report.Pass, report.OutcomeMet),
			f("a.weighs", report.Blocking, report.Fail, report.OutcomeExcused),
		}}
	a.Findings[0].Level, a.Findings[0].Basis = report.Verified, []report.Statement{{Message: "Seen."}}
	a.Findings[2].Exception = &report.AppliedException{Exceptions: []int{0, 9}, Covered: 1, Places: 1, Excuses: true}
	b := report.Report{AsOf: "2026-11-30", Verdict: report.DoesNotMeet, Provenance: report.Provenance{Policy: "sha256:aa"},
		Findings: []report.Finding{
			f("a.minor", report.Minor, report.Fail, report.OutcomeNotMet),
			f("a.same", report.Blocking, report.Pass, report.OutcomeMet),
			f("a.weighs", report.Blocking, report.Fail, report.OutcomeNotMet),
		}}
	b.Findings[0].Violations = []report.Statement{{Message: "Absent.", Places: []report.Place{{}}, PlacesTotal: 12}, {Message: "Wrong.", Places: []report.Place{{}, {}}}}
	return a, b
}

// TestSideBySide: what differs stands first and by weight, a leave that one bid
// has and another needs is named, and the bids keep their order.
func TestSideBySide(t *testing.T) {
	a, b := bids()
	got, err := report.SideBySide([]string{"b", "a"}, []*report.Report{&b, &a})
	if err != nil {
		t.Fatal(err)
	}
	met := report.Cell{Status: report.Pass, Outcome: report.OutcomeMet, Records: []string{}}
	want := []report.Row{
		{ID: "a.weighs", Title: "a.weighs", Severity: report.Blocking, Differs: true, Uneven: []int{0}, Cells: []report.Cell{
			{Status: report.Fail, Outcome: report.OutcomeNotMet, Records: []string{}},
			{Status: report.Fail, Outcome: report.OutcomeExcused, Records: []string{"exception E-7"}},
		}},
		{ID: "a.minor", Title: "a.minor", Severity: report.Minor, Differs: true, Uneven: []int{}, Cells: []report.Cell{
			{Status: report.Fail, Outcome: report.OutcomeNotMet, Says: "Absent.", Places: 14, Records: []string{}},
			{Status: report.Pass, Outcome: report.OutcomeMet, Level: report.Verified, Says: "Seen.", Records: []string{}},
		}},
		{ID: "a.same", Title: "a.same", Severity: report.Blocking, Uneven: []int{}, Cells: []report.Cell{met, met}},
	}
	if diff := cmp.Diff(want, got.Rows); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if got.Bids[0].Name != "b" || got.Bids[0].Verdict != report.DoesNotMeet || got.Bids[1].Name != "a" {
		t.Errorf("the bids are %+v", got.Bids)
	}
}

// TestSideBySideRefusesWhatWasNotJudgedAlike: one report under other rules is
// named, with what differs.
func TestSideBySideRefusesWhatWasNotJudgedAlike(t *testing.T) {
	for what, change := range map[string]func(*report.Report){
		"policy digest":      func(r *report.Report) { r.Provenance.Policy = "sha256:bb" },
		"profile digest":     func(r *report.Report) { r.Profile.Digest = "sha256:bb" },
		"day decided for":    func(r *report.Report) { r.AsOf = "2026-12-01" },
		"tender":             func(r *report.Report) { r.Tender.ID = "T-2" },
		"parameters":         func(r *report.Report) { r.Parameters = []report.Parameter{{Name: "a.b.c", Set: true, Value: 3}} },
		"data sets":          func(r *report.Report) { r.Provenance.DataSets = []report.DataSet{{Name: "kev", Digest: "sha256:cc"}} },
		"limits":             func(r *report.Report) { r.Limits = []report.Limit{{Name: "MaxFiles", Value: 1}} },
		"version of bidgate": func(r *report.Report) { r.Provenance.Engine = "2" },
	} {
		a, b := bids()
		change(&b)
		_, err := report.SideBySide([]string{"a", "b"}, []*report.Report{&a, &b})
		var not *report.NotComparable
		if !errors.As(err, &not) || *not != (report.NotComparable{First: "a", Second: "b", What: what}) {
			t.Errorf("%s: the error is %v", what, err)
		}
	}
	a, _ := bids()
	if _, err := report.SideBySide([]string{"a"}, []*report.Report{&a}); err == nil {
		t.Error("one report is compared")
	}
}

package report_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/report"
)

func compared(change func(*report.Report)) report.Difference {
	side := func() *report.Report {
		return &report.Report{
			Contract: report.Contract, Verdict: report.Meets, AsOf: "2026-11-21",
			Offer:      report.Offer{Vendor: "Acme"},
			Documents:  []report.Document{{Path: "a.json", SHA256: "aa"}},
			Parameters: []report.Parameter{{Name: "sbom.x.min", Set: true, Value: 0.5}, {Name: "sbom.x.max"}},
			Findings: []report.Finding{
				{ID: "a.b", Title: "B", Status: report.Pass, Severity: report.Major, Outcome: report.OutcomeMet},
				{ID: "a.c", Title: "C", Status: report.Pass, Severity: report.Minor, Outcome: report.OutcomeMet},
			},
			Provenance: report.Provenance{Policy: "sha256:p", Engine: "1", OPA: "2",
				DataSets: []report.DataSet{{Name: "kev", Kind: "kev", Digest: "sha256:k", Date: "2026-11-20", AgeDays: 1}}},
		}
	}
	before, after := side(), side()
	change(after)
	return report.Compare(before, after)
}

func TestCompareNamesEveryCause(t *testing.T) {
	for _, c := range []struct {
		change func(*report.Report)
		want   report.Cause
	}{
		{func(r *report.Report) { r.AsOf = "2026-11-22" },
			report.Cause{Kind: "as_of", Sides: report.Sides{Before: "2026-11-21", After: "2026-11-22"}}},
		{func(r *report.Report) { r.Tender.ID = "T" }, report.Cause{Kind: "tender", Sides: report.Sides{After: "T"}}},
		{func(r *report.Report) { r.Offer.Items = []report.Item{{Product: "P", Version: "1"}} },
			report.Cause{Kind: "offer", Sides: report.Sides{Before: "Acme", After: "Acme; P 1"}}},
		{func(r *report.Report) { r.Documents[0].SHA256 = "bb" },
			report.Cause{Kind: "document", Name: "a.json", Sides: report.Sides{Before: "sha256:aa", After: "sha256:bb"}}},
		{func(r *report.Report) { r.Documents = nil },
			report.Cause{Kind: "document", Name: "a.json", Sides: report.Sides{Before: "sha256:aa"}}},
		{func(r *report.Report) { r.Documents = append(r.Documents, report.Document{Path: "b", SHA256: "bb"}) },
			report.Cause{Kind: "document", Name: "b", Sides: report.Sides{After: "sha256:bb"}}},
		{func(r *report.Report) { r.Provenance.Policy = "sha256:q" },
			report.Cause{Kind: "policy", Sides: report.Sides{Before: "sha256:p", After: "sha256:q"}}},
		{func(r *report.Report) { r.Profile.ID = "x" },
			report.Cause{Kind: "profile", Sides: report.Sides{Before: ", edition , ", After: "x, edition , "}}},
		{func(r *report.Report) { r.Parameters[0].Value = 1 },
			report.Cause{Kind: "parameter", Name: "sbom.x.min", Sides: report.Sides{Before: "0.5", After: "1"}}},
		{func(r *report.Report) { r.Parameters[1] = report.Parameter{Name: "sbom.x.max", Set: true, Value: 3} },
			report.Cause{Kind: "parameter", Name: "sbom.x.max", Sides: report.Sides{Before: "not set", After: "3"}}},
		{func(r *report.Report) {
			r.Provenance.DataSets[0].Digest, r.Provenance.DataSets[0].Date = "sha256:l", ""
		},
			report.Cause{Kind: "data_set", Name: "kev", Sides: report.Sides{
				Before: "kev of 2026-11-20, sha256:k", After: "kev of no stated day, sha256:l"}}},
		{func(r *report.Report) {
			r.Exceptions = []report.Exception{{ID: "E", Requirement: "a.b", State: "in_force", Until: "2027-01-01"}}
		}, report.Cause{Kind: "exception", Name: "E", Sides: report.Sides{After: "a.b, in force, until 2027-01-01"}}},
		{func(r *report.Report) {
			r.Determinations = []report.Determination{{Requirement: "a.b", Member: "m", Outcome: "met", By: "Jo", Date: "2026-11-01"}}
		}, report.Cause{Kind: "determination", Name: "a.b.m", Sides: report.Sides{After: "met, by Jo on 2026-11-01"}}},
		{func(r *report.Report) { r.Limits = []report.Limit{{Name: "MaxFiles", Value: 9}} },
			report.Cause{Kind: "limit", Name: "MaxFiles", Sides: report.Sides{After: "9"}}},
		{func(r *report.Report) { r.Provenance.Engine = "9" },
			report.Cause{Kind: "engine", Sides: report.Sides{Before: "bidgate 1, opa 2", After: "bidgate 9, opa 2"}}},
	} {
		d := compared(c.change)
		if diff := cmp.Diff([]report.Cause{c.want}, d.Causes); diff != "" || d.Equal {
			t.Errorf("%s: equal %v, causes %s", c.want.Kind, d.Equal, diff)
		}
	}
}

func TestCompareNamesTheFindingsThatDecideFirst(t *testing.T) {
	d := compared(func(r *report.Report) {
		r.Verdict, r.Reasons = report.Undetermined, []string{"a.c"}
		r.Findings[0].Basis = []report.Statement{{Code: "other"}}
		r.Findings[1].Status, r.Findings[1].Outcome = report.Review, report.OutcomeOpen
		r.Findings = append(r.Findings, report.Finding{ID: "a.a", Title: "A", Status: report.Fail, Severity: report.Info, Outcome: report.OutcomeNotMet})
	})
	want := []report.FindingDifference{
		{ID: "a.c", Title: "C", Decides: true, Status: report.Sides{Before: "pass", After: "review"},
			Severity: report.Sides{Before: "minor", After: "minor"}, Outcome: report.Sides{Before: "met", After: "open"}},
		{ID: "a.a", Title: "A", Status: report.Sides{After: "fail"}, Severity: report.Sides{After: "info"}, Outcome: report.Sides{After: "not_met"}},
		{ID: "a.b", Title: "B", Said: true, Status: report.Sides{Before: "pass", After: "pass"},
			Severity: report.Sides{Before: "major", After: "major"}, Outcome: report.Sides{Before: "met", After: "met"}},
	}
	if diff := cmp.Diff(want, d.Findings); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(report.Sides{Before: "meets", After: "undetermined"}, d.Verdict); diff != "" {
		t.Error(diff)
	}
}

func TestCompareOfTheSameIsEmpty(t *testing.T) {
	want := report.Difference{Contract: 1, Equal: true, Causes: []report.Cause{}, Findings: []report.FindingDifference{},
		Questions: report.Questions{Answered: []string{}, Open: []string{}, New: []string{}},
		Verdict:   report.Sides{Before: "meets", After: "meets"}}
	got := compared(func(r *report.Report) { r.Exceptions = []report.Exception{} }) // an empty list is none
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestCompareKeepsDocumentsOfOneNameApart(t *testing.T) {
	d := compared(func(r *report.Report) {
		r.Documents = append(r.Documents, report.Document{Path: "a.json", SHA256: "cc"})
	})
	want := []report.Cause{{Kind: "document", Name: "a.json (2)", Sides: report.Sides{After: "sha256:cc"}}}
	if diff := cmp.Diff(want, d.Causes); diff != "" {
		t.Error(diff)
	}
}

// TestCompareTellsWhatWasAnswered: of what a letter asked, what is settled, what
// is still open, and what is new; lighter findings and those not in force are
// not asked about.
func TestCompareTellsWhatWasAnswered(t *testing.T) {
	with := func(outcomes map[string]report.Outcome) *report.Report {
		r := &report.Report{Profile: report.Profile{ClarifyAt: report.Major}}
		for id, outcome := range outcomes {
			f := report.Finding{ID: id, Severity: report.Major, Outcome: outcome}
			if id == "a.light" {
				f.Severity = report.Minor
			}
			f.Advisory = id == "a.later"
			r.Findings = append(r.Findings, f)
		}
		return r
	}
	met, not, open := report.OutcomeMet, report.OutcomeNotMet, report.OutcomeOpen
	before := with(map[string]report.Outcome{"a.one": not, "a.two": open, "a.three": met, "a.four": open, "a.light": not, "a.later": not})
	after := with(map[string]report.Outcome{"a.one": met, "a.two": not, "a.three": open, "a.four": report.OutcomeNotApplicable, "a.light": not, "a.later": not})
	want := report.Questions{Answered: []string{"a.four", "a.one"}, Open: []string{"a.two"}, New: []string{"a.three"}}
	if diff := cmp.Diff(want, report.Compare(before, after).Questions); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

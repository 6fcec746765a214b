package report_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/report"
	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	for _, v := range report.Severities() {
		if got, err := report.ParseSeverity(string(v)); err != nil || got != v {
			t.Errorf("ParseSeverity(%q) = %q, %v", v, got, err)
		}
	}
	for _, v := range report.Statuses() {
		if got, err := report.ParseStatus(string(v)); err != nil || got != v {
			t.Errorf("ParseStatus(%q) = %q, %v", v, got, err)
		}
	}
	for _, v := range report.Outcomes() {
		if got, err := report.ParseOutcome(string(v)); err != nil || got != v {
			t.Errorf("ParseOutcome(%q) = %q, %v", v, got, err)
		}
	}
	for _, v := range report.Levels() {
		if got, err := report.ParseLevel(string(v)); err != nil || got != v {
			t.Errorf("ParseLevel(%q) = %q, %v", v, got, err)
		}
	}
	for _, v := range report.Verdicts() {
		if got, err := report.ParseVerdict(string(v)); err != nil || got != v {
			t.Errorf("ParseVerdict(%q) = %q, %v", v, got, err)
		}
	}
	for _, s := range []string{"", "high", "Blocking", "blocking "} {
		_, err := report.ParseSeverity(s)
		if err == nil || !strings.Contains(err.Error(), "blocking, major, minor, info") {
			t.Errorf("ParseSeverity(%q): %v", s, err)
		}
	}
}

func TestUnknownWordsNeverOutweigh(t *testing.T) {
	if report.Severity("huge").AtLeast(report.Info) {
		t.Error("an unknown severity weighs as much as one of the set")
	}
	if report.Level("").Rank() >= report.Asserted.Rank() {
		t.Error("no level is as strong as the weakest one")
	}
	if report.Status("").Rank() <= report.NotApplicable.Rank() {
		t.Error("an unknown status ranks among the known")
	}
	if !report.Blocking.AtLeast(report.Major) || report.Minor.AtLeast(report.Major) || !report.Major.AtLeast(report.Major) {
		t.Error("AtLeast does not follow the order of severities")
	}
}

func TestLess(t *testing.T) {
	fs := []report.Finding{
		{ID: "e", Severity: "?", Status: report.Fail},
		{ID: "d", Severity: report.Major, Status: report.Review},
		{ID: "c", Severity: report.Major, Status: report.Fail},
		{ID: "b", Severity: report.Blocking, Status: report.NotSupplied},
		{ID: "a", Severity: report.Major, Status: report.Fail},
	}
	slices.SortFunc(fs, func(a, b report.Finding) int {
		if report.Less(&a, &b) {
			return -1
		}
		return 1
	})
	var got []string
	for _, f := range fs {
		got = append(got, f.ID)
	}
	if diff := cmp.Diff([]string{"b", "a", "c", "d", "e"}, got); diff != "" {
		t.Error(diff)
	}
}

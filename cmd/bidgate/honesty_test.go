package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/bidgate/bidgate/engine/report"
)

// fromBest orders statuses and verdicts from the best for a vendor to the worst.
var (
	statusesFromBest = []report.Status{report.Pass, report.NotApplicable, report.Review, report.NotSupplied, report.Fail, report.Error}
	verdictsFromBest = []report.Verdict{report.Meets, report.MeetsWithExceptions, report.Undetermined, report.DoesNotMeet}
)

// TestHonestyNeverCosts holds two bids for one weak product side by side: who
// tells what is missing fares no worse, finding by finding, than who is silent.
func TestHonestyNeverCosts(t *testing.T) {
	honest, silent := recorded(t, "bridge-honest"), recorded(t, "bridge-silent")
	if slices.Index(verdictsFromBest, honest.Verdict) > slices.Index(verdictsFromBest, silent.Verdict) {
		t.Errorf("the honest bid ends as %s, the silent one as %s", honest.Verdict, silent.Verdict)
	}
	theirs := map[string]report.Status{}
	for _, f := range silent.Findings {
		theirs[f.ID] = f.Status
	}
	better := 0
	for _, f := range honest.Findings {
		own, other := slices.Index(statusesFromBest, f.Status), slices.Index(statusesFromBest, theirs[f.ID])
		switch {
		case own < 0 || other < 0:
			t.Errorf("%s: %q and %q cannot be compared", f.ID, f.Status, theirs[f.ID])
		case own > other:
			t.Errorf("%s: %s for the honest bid, %s for the silent one", f.ID, f.Status, theirs[f.ID])
		case own < other:
			better++
		}
	}
	if better < 10 {
		t.Errorf("the honest bid is better in %d findings only", better)
	}
}

// TestAnsweringNeverCosts holds two bids of one server before a buyer with
// lists side by side: who answers what the lists find fares no worse, finding
// by finding, than who leaves the answer out.
func TestAnsweringNeverCosts(t *testing.T) {
	answered, silent := recorded(t, "keycloak-answered"), recorded(t, "keycloak-vulnerable")
	if answered.Verdict != report.Meets || silent.Verdict != report.DoesNotMeet {
		t.Errorf("the answer ends as %s, silence as %s", answered.Verdict, silent.Verdict)
	}
	theirs := map[string]report.Status{}
	for _, f := range silent.Findings {
		theirs[f.ID] = f.Status
	}
	for _, f := range answered.Findings {
		if slices.Index(statusesFromBest, f.Status) > slices.Index(statusesFromBest, theirs[f.ID]) {
			t.Errorf("%s: %s with the answer, %s without", f.ID, f.Status, theirs[f.ID])
		}
	}
}

// recorded is the report that a fixture records.
func recorded(t *testing.T, name string) report.Report {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../../fixtures", name, "report.json"))
	if err != nil {
		t.Fatal(err)
	}
	var r report.Report
	if err := json.Unmarshal(data, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/report"
)

// TestCheckAgreesWithScreen: check gives the verdict, the status and the digest
// of the decision that the recorded report of the case has. One case of each
// verdict is checked; with BIDGATE_ALL_FIXTURES set, every one.
func TestCheckAgreesWithScreen(t *testing.T) {
	if raceEnabled {
		t.Skip("left out under the race detector; make test runs it without it too")
	}
	folders, err := filepath.Glob("../../fixtures/*/args")
	if err != nil || len(folders) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, args := range folders {
		folder, err := filepath.Abs(filepath.Dir(args))
		if err != nil {
			t.Fatal(err)
		}
		if name := filepath.Base(folder); os.Getenv("BIDGATE_ALL_FIXTURES") == "" && !slices.Contains(oneOfEachVerdict, name) && name != "meter-signed" {
			continue
		}
		t.Run(filepath.Base(folder), func(t *testing.T) {
			t.Chdir(folder) // the args name files from here
			f, err := os.Open("report.json")
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close() //nolint:errcheck // only read
			want, err := report.Decode(f)
			if err != nil {
				t.Fatal(err)
			}
			status, stdout, stderr := start(t.Context(), nil, append([]string{"check", fixtureBundle(t), "-f", "json"}, fixtureArgs(t)...)...)
			var got checked
			if err := json.Unmarshal([]byte(stdout), &got); err != nil {
				t.Fatalf("status %d, %v, stderr %s", status, err, stderr)
			}
			if got.Verdict != want.Verdict || got.Decision != want.Provenance.Decision || got.Bundle != want.Provenance.Bundle || status != statusOf(want.Verdict) {
				t.Errorf("check says %s, %s, status %d; the report has %s, %s", got.Verdict, got.Decision, status, want.Verdict, want.Provenance.Decision)
			}
			if strings.Contains(stdout, "null") {
				t.Error("there is a null in the JSON")
			}
		})
	}
}

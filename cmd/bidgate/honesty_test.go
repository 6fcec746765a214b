package main

import (
	"strings"
	"testing"
)

// TestHelpNamesWhatSilenceGains: of all statements that a vendor can leave out,
// help names those whose loss nobody sees, with the threat first. The tests
// TestSilenceNeverPays and TestSilenceBettersNoFinding try the others.
func TestHelpNamesWhatSilenceGains(t *testing.T) {
	status, stdout, stderr := start(t.Context(), nil, "help", "bundle")
	if status != 0 {
		t.Fatalf("status %d: %s", status, stderr)
	}
	for _, words := range []string{"Leaving a true statement out makes no verdict better", "asked for by letter, and nothing is met", "left out of the threat\nmodel, above all"} {
		if !strings.Contains(stdout, words) {
			t.Errorf("help bundle does not say %q", words)
		}
	}
}

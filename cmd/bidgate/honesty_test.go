package main

import (
	"strings"
	"testing"
)

// TestHelpNamesWhatSilenceGains: of all statements that a vendor can leave out,
// help names those that turn a rejection into a question, and the one whose loss
// nobody sees. TestSilenceNeverPays tries the others.
func TestHelpNamesWhatSilenceGains(t *testing.T) {
	status, stdout, stderr := start(t.Context(), nil, "help", "bundle")
	if status != 0 {
		t.Fatalf("status %d: %s", status, stderr)
	}
	for _, words := range []string{"Leaving a true statement out makes no bid meet", "is asked for by letter where it is left out", "that is left out of the threat model"} {
		if !strings.Contains(stdout, words) {
			t.Errorf("help bundle does not say %q", words)
		}
	}
}

package main

import (
	"strings"
	"testing"
)

// TestHelpNamesTheOneGain: of all statements that a vendor can leave out, help
// names the one whose loss nobody sees. TestSilenceNeverPays tries the others.
func TestHelpNamesTheOneGain(t *testing.T) {
	status, stdout, stderr := start(t.Context(), nil, "help", "bundle")
	if status != 0 {
		t.Fatalf("status %d: %s", status, stderr)
	}
	for _, words := range []string{"Leaving a true statement out never helps", "a threat that is left out of the threat"} {
		if !strings.Contains(stdout, words) {
			t.Errorf("help bundle does not say %q", words)
		}
	}
}

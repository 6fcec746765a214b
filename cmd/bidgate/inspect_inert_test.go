package main

import (
	"os"
	"path/filepath"
	"testing"
	"unicode"
)

// TestInspectIsInert: what a vendor writes into names and keys reaches neither
// form of inspect as a control or format character.
func TestInspectIsInert(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.cdx.json")
	hostile := `{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "k\u202ey": 1,
 "metadata": {"component": {"type": "application", "name": "p\u001b[31m\u202eX", "version": "1\u200b\u0007"}}}`
	if err := os.WriteFile(path, []byte(hostile), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"text", "json"} {
		status, stdout, stderr := start(t.Context(), nil, "inspect", path, "-f", format)
		if status != 0 || stdout == "" {
			t.Fatalf("%s: status %d, %s", format, status, stderr)
		}
		for _, r := range stdout + stderr {
			if r != '\n' && unicode.In(r, unicode.Cc, unicode.Cf) {
				t.Errorf("%s: %U gets out", format, r)
			}
		}
	}
}

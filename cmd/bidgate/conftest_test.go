package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestHelpConftest runs what the page for those who know Conftest shows: the
// requirement lints clean, an SBOM with every version meets it, one without
// does not, and an empty one, a placeholder and what is no SBOM, which the rule
// of Conftest lets pass, do not either.
func TestHelpConftest(t *testing.T) {
	if raceEnabled {
		t.Skip("the screens of other tests look for the same races; make test runs it without the detector too")
	}
	page, err := topic("conftest")
	if err != nil {
		t.Fatal(err)
	}
	example, err := filepath.Abs("help/example/conftest")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"house/acme/versions/versions.rego", "house.yaml", "conftest.rego"} {
		if text := strings.TrimSpace(strings.ReplaceAll(read(t, filepath.Join(example, file)), "\t", "    ")); !strings.Contains(page, text) {
			t.Errorf("the page does not show %s as it is", file)
		}
	}
	if status, stdout, stderr := start(t.Context(), nil, "policy", "lint", filepath.Join(example, "house")); status != 0 {
		t.Errorf("lint: status %d, %s%s", status, stdout, stderr)
	}
	sbom := func(components string) string {
		return `{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"metadata":{"component":{"type":"firmware","name":"g","version":"1"}},"components":[` + components + `]}`
	}
	for _, test := range []struct {
		name, document string
		want           int
	}{
		{"stated", sbom(`{"type":"library","name":"zlib","version":"1.3.1"}`), statusMeets},
		{"absent", sbom(`{"type":"library","name":"zlib"}`), statusUndetermined},
		{"placeholder", sbom(`{"type":"library","name":"zlib","version":"TBD"}`), statusUndetermined},
		{"empty", sbom(""), statusUndetermined},
		{"no SBOM", "not an SBOM", statusUndetermined},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "sbom.cdx.json"), []byte(test.document), 0o600); err != nil {
			t.Fatal(err)
		}
		status, stdout, stderr := start(t.Context(), nil, "screen", dir, "--policy", filepath.Join(example, "house"), "--isolate", "never",
			"--profile", filepath.Join(example, "house.yaml"), "--as-of", exampleDay)
		if status != test.want || stderr != "" {
			t.Errorf("%s: status %d, want %d: %s%s", test.name, status, test.want, stdout, stderr)
		}
	}
}

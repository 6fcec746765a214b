package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// pages are where the documentation of the built-in policies is kept.
const pages = "../../policies/doc"

// TestPolicyDocs holds the pages of the built-in requirements and profiles to
// the policies; go test ./cmd/bidgate -run PolicyDocs -update writes them.
func TestPolicyDocs(t *testing.T) {
	args := []string{"policy", "docs", "-o", pages, "-f", "json"}
	if !*update {
		args = append(args, "--check")
	}
	status, stdout, stderr := start(t.Context(), nil, args...)
	var told documented
	if err := json.Unmarshal([]byte(stdout), &told); err != nil {
		t.Fatalf("status %d, %v, %s", status, err, stderr)
	}
	if *update {
		for _, name := range told.Stale {
			if err := os.Remove(filepath.Join(pages, filepath.FromSlash(name))); err != nil {
				t.Fatal(err)
			}
		}
		return
	}
	if status != 0 || len(told.Changed)+len(told.Stale) > 0 {
		t.Errorf("status %d; not current: %v; of nothing: %v; run go test ./cmd/bidgate -run PolicyDocs -update", status, told.Changed, told.Stale)
	}
}

// TestPolicyDocsLinks follows every link from page to page.
func TestPolicyDocsLinks(t *testing.T) {
	files, err := filepath.Glob(pages + "/*/*.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for _, file := range append(files, pages+"/README.md", pages+"/sources.md") {
		text := read(t, file)
		for _, found := range regexp.MustCompile(`\]\(([^)]+)\)`).FindAllStringSubmatch(text, -1) {
			if _, err := os.Stat(filepath.Join(filepath.Dir(file), found[1])); err != nil {
				t.Errorf("%s: %v", file, err)
			}
		}
		if strings.Contains(text, "complies") && !strings.Contains(text, "does not say that a product complies") {
			t.Errorf("%s: says that something complies", file)
		}
	}
}

package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/report"
)

// TestOneFolder adds a requirement to a copy of the library as an author does,
// by one folder and nothing else. It is then listed, explained, documented,
// screened by a profile that uses its area, tested and covered. The copy holds
// two areas of the library, which is enough and costs less.
func TestOneFolder(t *testing.T) {
	if raceEnabled {
		t.Skip("the screens of other tests look for the same races; make test runs it without the detector too")
	}
	oneGoroutine(t)
	tree := t.TempDir()
	if err := os.CopyFS(tree, os.DirFS("../../policies")); err != nil {
		t.Fatal(err)
	}
	areas, err := filepath.Glob(filepath.Join(tree, "bidgate/requirement/*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, area := range areas {
		if !slices.Contains([]string{"screening", "disclosure"}, filepath.Base(area)) {
			if err := os.RemoveAll(area); err != nil {
				t.Fatal(err)
			}
		}
	}
	put(t, filepath.Join(tree, "profile/contact.yaml"), "profile: 1\nid: contact\nedition: \"1\"\ntitle: Contact\nuse: [disclosure]\n", 0o600)
	const id = "disclosure.newly_asked"
	ok(t, 0, "policy", "new", id, "--into", tree)

	if text := ok(t, 0, "policy", "list", "--library", tree, "--profile", "contact"); !strings.Contains(text, "\n"+id+" ") {
		t.Errorf("it is not listed:\n%s", text)
	}
	if text := ok(t, 0, "explain", id, "--library", tree); !strings.Contains(text, "contact (minor") || !strings.Contains(text, "Evidence that meets it") {
		t.Errorf("it is not explained:\n%s", text)
	}
	pages := t.TempDir()
	ok(t, 0, "policy", "docs", "--library", tree, "-o", pages)
	if page := read(t, filepath.Join(pages, "requirement", id+".md")); !strings.Contains(page, "contact.md") {
		t.Errorf("its page does not name the profile:\n%s", page)
	}
	if index := read(t, filepath.Join(pages, "README.md")); !strings.Contains(index, id) {
		t.Error("the list of pages does not name it")
	}
	ok(t, 0, "policy", "lint", tree)
	var tests testResult
	if err := json.Unmarshal([]byte(ok(t, 0, "policy", "test", tree, "-f", "json")), &tests); err != nil {
		t.Fatal(err)
	}
	covered := false
	for _, c := range tests.Coverage {
		covered = covered || strings.HasSuffix(c.File, "newly_asked/newly_asked.rego") && c.Reached > 0 && len(c.Unreached) == 0
	}
	if !covered || len(tests.Examples) != 2 || tests.wrong() > 0 {
		t.Errorf("covered %v, examples %+v", covered, tests.Examples)
	}
	inReport(t, tree, id)
}

// inReport screens an example by the library in the tree: the report has the
// new requirement among those that were there.
func inReport(t *testing.T, tree, id string) {
	t.Helper()
	e, err := engine.New(t.Context(), engine.WithLibrary(os.DirFS(tree)))
	if err != nil {
		t.Fatal(err)
	}
	profile, err := e.Profile("contact")
	if err != nil {
		t.Fatal(err)
	}
	bundle, err := evidence.OpenFS(os.DirFS("help/example/small"), evidence.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	result, err := e.Screen(t.Context(), bundle, engine.Screening{Profile: profile, AsOf: exampleDay})
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]report.Status{}
	for _, f := range result.Report.Findings {
		found[f.ID] = f.Status
	}
	if found[id] != report.Pass || found["disclosure.contact"] == "" {
		t.Errorf("findings %v", found)
	}
}

// ok runs a command line that must end with that status, and gives its output.
func ok(t *testing.T, want int, args ...string) string {
	t.Helper()
	status, stdout, stderr := start(t.Context(), nil, args...)
	if status != want || stderr != "" {
		t.Fatalf("%v: status %d, %s%s", args, status, stdout, stderr)
	}
	return stdout
}

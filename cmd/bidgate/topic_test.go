package main

import (
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/advisory"
	"github.com/bidgate/bidgate/engine/evidence"
)

// TestHelpTopics holds each page whole: no place of an example is left open.
func TestHelpTopics(t *testing.T) {
	for name := range topics {
		text, err := topic(name)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if inserted.MatchString(text) || len(text) < 1000 {
			t.Errorf("%s: an example is missing, or the page is empty", name)
		}
		for i, line := range strings.Split(text, "\n") {
			if strings.ContainsRune(line, '\t') {
				t.Errorf("%s:%d: has a tab", name, i+1)
			}
		}
	}
}

// TestHelpExamples reads the examples of the page on bundles as bundles: each
// is of its kind and without a problem, and every example stands in the page.
func TestHelpExamples(t *testing.T) {
	page, err := topic("bundle")
	if err != nil {
		t.Fatal(err)
	}
	for _, size := range []string{"small", "full"} {
		files, err := fs.Sub(helpFiles, "help/example/"+size)
		if err != nil {
			t.Fatal(err)
		}
		bundle, err := evidence.OpenFS(files, evidence.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		d := evidence.Read(bundle)
		kinds := map[evidence.Kind]bool{}
		for _, doc := range d.Bundle.Documents {
			for _, p := range doc.Problems {
				t.Errorf("%s/%s:%d: %s", size, doc.Path, p.At.Line, p.Message)
			}
			for _, kind := range doc.Kinds {
				kinds[kind] = true
			}
			text, err := fs.ReadFile(files, doc.Path)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Contains(doc.Kinds, evidence.KindAttachment) && !strings.Contains(page, strings.TrimSpace(string(text))) {
				t.Errorf("%s/%s is not in the page", size, doc.Path)
			}
		}
		for _, kind := range []evidence.Kind{evidence.KindSBOM, evidence.KindThreatModel, evidence.KindDeclaration, evidence.KindVEX} {
			if !kinds[kind] {
				t.Errorf("%s: there is no %s", size, kind)
			}
		}
		if problems := d.Bundle.Problems; len(problems) > 0 {
			t.Errorf("%s: %s", size, problems[0].Message)
		}
	}
}

// TestHelpData holds the page on data sets: its output is what the commands
// print, its list of kinds is whole, and its list of sources can be imported.
func TestHelpData(t *testing.T) {
	page, err := topic("data")
	if err != nil {
		t.Fatal(err)
	}
	examples, err := filepath.Abs("help/example/data")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	for _, c := range []struct {
		shown string
		args  []string
	}{
		{"import.txt", []string{"data", "import", "--data", "lists", "--kind", "kev", filepath.Join(examples, "kev.json")}},
		{"status.txt", []string{"data", "status", "--data", "lists"}},
	} {
		status, stdout, stderr := start(t.Context(), nil, c.args...)
		if status != 0 || stderr != "" {
			t.Fatalf("%v: status %d, %s", c.args, status, stderr)
		}
		shown := strings.TrimSpace(strings.ReplaceAll(strings.ReplaceAll(stdout, "\n", "\n    "), "    \n", "\n")) + "\n"
		if *update {
			put(t, filepath.Join(examples, c.shown), shown, 0o600)
			continue
		}
		if !strings.Contains(page, strings.TrimSpace(shown)) {
			t.Errorf("%v prints\n%s", c.args, shown)
		}
	}
	status, stdout, stderr := start(t.Context(), nil, "data", "import", "--data", "lists", "--kind", "sources", filepath.Join(examples, "sources.yaml"))
	if status != 0 || !strings.HasPrefix(stdout, "sources: 2 records as of 2026-11-01") {
		t.Errorf("sources.yaml: status %d, %s%s", status, stdout, stderr)
	}
	for _, f := range advisory.Formats() {
		if !strings.Contains(page, "\n    "+f.Name+" ") {
			t.Errorf("the page does not tell of %s", f.Name)
		}
	}
}

package main

import (
	"encoding/json"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/advisory"
	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/report"
	"github.com/bidgate/bidgate/engine/tender"
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

// exampleKinds are the kinds of evidence, with the forms of attachments that
// more is taken of than the digest, of which the page has an example of each size.
var exampleKinds = strings.Fields("sbom threat_model declaration vex lifecycle mud junit")

// TestHelpExamples reads the examples of the page on bundles as bundles: each
// is of its kind and without a problem, every example stands in the page, and
// there is one of each kind in each size.
func TestHelpExamples(t *testing.T) {
	page, err := topic("bundle")
	if err != nil {
		t.Fatal(err)
	}
	for size, want := range map[string][]string{"small": exampleKinds, "full": append(strings.Fields("sarif in_toto"), exampleKinds...), "attested": {"attestation", "declaration"}} {
		files, err := fs.Sub(helpFiles, "help/example/"+size)
		if err != nil {
			t.Fatal(err)
		}
		bundle, err := evidence.OpenFS(files, evidence.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		d := evidence.Read(bundle)
		kinds := map[string]bool{}
		shown := map[int]bool{}
		for _, a := range d.Attachments {
			kinds[a.Form] = true
			shown[a.Document] = a.Form != "other" && a.Form != "signature"
		}
		for row, doc := range d.Bundle.Documents {
			for _, p := range doc.Problems {
				t.Errorf("%s/%s:%d: %s", size, doc.Path, p.At.Line, p.Message)
			}
			for _, kind := range doc.Kinds {
				kinds[string(kind)] = true
				shown[row] = shown[row] || kind != evidence.KindAttachment
			}
			text, err := fs.ReadFile(files, doc.Path)
			if err != nil {
				t.Fatal(err)
			}
			if shown[row] && !strings.Contains(page, strings.TrimSpace(string(text))) {
				t.Errorf("%s/%s is not in the page", size, doc.Path)
			}
		}
		for _, kind := range want {
			if !kinds[kind] {
				t.Errorf("%s: there is no %s", size, kind)
			}
		}
		if problems := d.Bundle.Problems; len(problems) > 0 {
			t.Errorf("%s: %s", size, problems[0].Message)
		}
	}
}

// TestHelpExamplesAreScreened screens the examples as the page has them: nothing
// in them contradicts, no requirement ends in an error, and the full ones show
// more than the small ones.
func TestHelpExamplesAreScreened(t *testing.T) {
	oneGoroutine(t)
	met := map[string]int{}
	for _, size := range []string{"small", "full"} {
		status, stdout, stderr := start(t.Context(), nil, "screen", filepath.Join("help", "example", size), "--profile", "baseline", "--as-of", "2026-11-21", "-f", "json",
			"--offer-vendor", "Acme Metering Ltd", "--offer-product", "Field Gateway FG-200", "--offer-version", "2.1.0")
		var r report.Report
		if err := json.Unmarshal([]byte(stdout), &r); err != nil {
			t.Fatalf("%s: status %d, %v, %s", size, status, err, stderr)
		}
		met[size] = r.Counts.Pass
		for _, f := range r.Findings {
			switch f.ID {
			case "product.same_product", "product.offered", "support.lifecycle_agrees", "threat_model.supplement_agrees", "vulnerability.vex_statements", "screening.documents_readable":
				if f.Status == report.Fail {
					t.Errorf("%s: %s fails: %v", size, f.ID, f.Violations)
				}
			}
			if f.Status == report.Error {
				t.Errorf("%s: %s: %v", size, f.ID, f.Errors)
			}
		}
	}
	if met["full"] <= met["small"] {
		t.Errorf("requirements met: %v", met)
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

// TestFormatsPage: the page names every form of evidence that is read, its
// examples of the buyer's files are read, and every schema it names is one.
func TestFormatsPage(t *testing.T) {
	page, err := topic("formats")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range evidence.Formats() {
		if !strings.Contains(page, name) {
			t.Errorf("the page does not name the format %s", name)
		}
	}
	read := map[string]func(string) error{
		"tender":         func(s string) error { _, err := tender.ParseTender("page", []byte(s)); return err },
		"profile":        func(s string) error { _, err := tender.ParseProfile("page", []byte(s)); return err },
		"exceptions":     func(s string) error { _, err := tender.ParseExceptions("page", []byte(s)); return err },
		"determinations": func(s string) error { _, err := tender.ParseDeterminations("page", []byte(s)); return err },
	}
	for marker, parse := range read {
		_, rest, there := strings.Cut(page, "\n    "+marker+": 1\n")
		text := marker + ": 1\n"
		for line := range strings.Lines(rest) {
			line, indented := strings.CutPrefix(line, "    ")
			if !indented {
				break
			}
			text += line
		}
		if err := parse(text); !there || err != nil {
			t.Errorf("%s: %v\n%s", marker, err, text)
		}
	}
	for _, name := range schemaNames() {
		text, err := topic(schemaTopic + name)
		if err != nil || !json.Valid([]byte(text)) || !strings.Contains(page, schemaTopic+name) {
			t.Errorf("%s: %v; is it on the page?", name, err)
		}
	}
}

package engine_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/bidgate/bidgate/engine/report"
)

// ofOne are words that do not fit a count of one, as in "the 1 report", "each
// of the 1 algorithms" and "1 component are".
var ofOne = regexp.MustCompile(`(?i)\b(the|its|all|these|each of|each of the) 1 (of )?[a-z]|(^|[\s(])1 ([a-z-]+ ){0,2}(components|threats|documents|statements|records|algorithms|certificates|links|places|files|parts|services|models|days)\b|(^|[\s(])1 ([a-z-]+ ){0,1}[a-z]+s (are|have|were|state|carry|declare|say|lead)\b`)

// fits holds that a sentence reads well where a number in it is one.
func fits(t *testing.T, where, sentence string) {
	t.Helper()
	if found := ofOne.FindString(sentence); found != "" {
		t.Errorf("%s: %q does not read well: %s", where, found, sentence)
	}
}

// fitting holds every statement of a report to it.
func fitting(t *testing.T, where string, r *report.Report) {
	t.Helper()
	for _, f := range r.Findings {
		for _, list := range [][]report.Statement{f.Violations, f.Reviews, f.Basis, f.NotApplicable} {
			for _, s := range list {
				fits(t, where+" "+f.ID, s.Message)
			}
		}
	}
}

// TestSentencesFitOne reads what requirements say in every fixture and in every
// example; TestCorpusTable reads what they say of the corpus.
func TestSentencesFitOne(t *testing.T) {
	files, err := filepath.Glob("../fixtures/*/report.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, file := range files {
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		r, err := report.Decode(f)
		if err != nil {
			t.Fatal(err)
		}
		_ = f.Close()
		fitting(t, file, r)
	}
	text, err := os.ReadFile("../policies/example/examples.json")
	if err != nil {
		t.Fatal(err)
	}
	var examples []struct {
		Requirement string `json:"requirement"`
		Says        string `json:"says"`
	}
	if err := json.Unmarshal(text, &examples); err != nil || len(examples) == 0 {
		t.Fatalf("%d examples, %v", len(examples), err)
	}
	for _, e := range examples {
		fits(t, "example of "+e.Requirement, e.Says)
	}
}

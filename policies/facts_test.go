package policies_test

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/policies"
)

// outsideOfData are signs of facts that belong in a data file, with its edition
// and the day of its review, and not in a rule.
var outsideOfData = []struct {
	what  string
	found *regexp.Regexp
}{
	{"a date", regexp.MustCompile(`\b(19|20)\d\d-\d\d(-\d\d)?\b`)},
	{"an address on the web", regexp.MustCompile(`(?i)\bhttps?:|\bwww\.`)},
	{"the name of a standard", regexp.MustCompile(`\b(NIST|ISO|IEC|ETSI|BSI|OMB|RFC|FIPS|EN \d|SP 800|CWE-\d|CVE-\d)`)},
	{"a list of clauses", regexp.MustCompile(`(?i)[{[]"` + clauseForm + `", *"` + clauseForm)},
	{"a day as a number", regexp.MustCompile(`\b(1[5-9]|2\d)\d{3}\b`)},
}

const clauseForm = `(ir8259|en303645|psti|cra|bidgate|sag|ssdf|iec62443|sbd|att|sp800)[a-z0-9.]*-[a-z0-9.-]+`

// TestRulesHoldNoFacts: lists, dates, addresses and names of standards stand in
// rows, catalogue and parameters, none of them in a rule.
func TestRulesHoldNoFacts(t *testing.T) {
	rules := 0
	err := fs.WalkDir(policies.FS, "bidgate", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".rego") || strings.HasSuffix(path, "_test.rego") || strings.Contains(path, "/lib/testing/") {
			return err
		}
		text, err := fs.ReadFile(policies.FS, path)
		if err != nil {
			return err
		}
		rules++
		line := 0
		for code := range strings.Lines(string(text)) {
			if line++; strings.HasPrefix(strings.TrimSpace(code), "#") {
				continue
			}
			for _, sign := range outsideOfData {
				if found := sign.found.FindString(code); found != "" {
					t.Errorf("%s:%d: %s, %q, stands in a rule; put it in rows.yaml or a parameter", path, line, sign.what, found)
				}
			}
		}
		return nil
	})
	if err != nil || rules < 200 {
		t.Errorf("%d files of rules are read (%v)", rules, err)
	}
}

// reviewed is how a data file says when somebody last looked at it.
var reviewed = regexp.MustCompile(`(?s)^#.*[Rr]eviewed (20\d\d-\d\d-\d\d)\b`)

// TestTablesSayWhenTheyWereReviewed: each file of rows begins with what it is and
// the day of its review, and each source of a row has its edition.
func TestTablesSayWhenTheyWereReviewed(t *testing.T) {
	tables := 0
	err := fs.WalkDir(policies.FS, "bidgate/requirement", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "/rows.yaml") {
			return err
		}
		text, err := fs.ReadFile(policies.FS, path)
		if err != nil {
			return err
		}
		tables++
		head, _, _ := strings.Cut(string(text), "\n- id:")
		if !reviewed.MatchString(head) {
			t.Errorf("%s: the comment at its head does not say when it was reviewed", path)
		}
		for _, row := range decodeLoose[[]struct {
			ID      string `yaml:"id"`
			Sources []struct {
				Standard, Edition, Clause, Confidence string
			} `yaml:"sources"`
		}](t, path) {
			for _, s := range row.Sources {
				if s.Standard == "" || s.Edition == "" || s.Clause == "" || s.Confidence == "" {
					t.Errorf("%s: %s: a source says standard, edition, clause and confidence", path, row.ID)
				}
			}
		}
		return nil
	})
	if err != nil || tables < 30 {
		t.Errorf("%d tables are read (%v)", tables, err)
	}
}

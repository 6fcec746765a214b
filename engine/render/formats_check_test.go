package render_test

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// checks read a format without the code under test.
var checks = map[string]func(t *testing.T, name, out string){
	"sarif": checkSARIF, "junit": checkJUnit, "github": checkGitHub, "gitlab": checkGitLab,
	"markdown": checkMarkdown, "markdown-public": checkMarkdown, "csv": checkCSV,
	"csv-components": checkCSV, "csv-threats": checkCSV, "csv-answers": checkCSV, "csv-documents": checkCSV,
	"html": checkHTML, "html-public": checkHTML, "letter-html": checkHTML, "letter": checkMarkdown,
	"vsa": checkVSA, "oscal": checkOSCAL, "cdxa": checkCDXA,
}

// schemas are compiled once: the test of every report uses them.
var schemas = map[string]*jsonschema.Schema{}

func schema(t *testing.T, file string) *jsonschema.Schema {
	t.Helper()
	if s := schemas[file]; s != nil {
		return s
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	s, err := c.Compile(filepath.Join("testdata", "schema", file))
	if err != nil {
		t.Fatal(err)
	}
	schemas[file] = s
	return s
}

func valid(t *testing.T, name, file, out string) {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(out))
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	if err := schema(t, file).Validate(value); err != nil {
		t.Errorf("%s: %v", name, err)
	}
}

func checkSARIF(t *testing.T, name, out string) {
	valid(t, name, "sarif-schema-2.1.0.json", out)
	var log struct {
		Runs []struct {
			Tool struct {
				Driver struct {
					Rules []struct {
						ID         string
						Properties struct{ Tags []string }
					}
				}
			}
			Results []struct {
				RuleID       string
				RuleIndex    int
				Kind, Level  string
				Locations    []map[string]any
				Related      []map[string]any  `json:"relatedLocations"`
				Fingerprints map[string]string `json:"partialFingerprints"`
			}
		}
	}
	if err := json.Unmarshal([]byte(out), &log); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	run := log.Runs[0]
	if len(run.Results) > 25_000 || len(run.Tool.Driver.Rules) > 25_000 {
		t.Errorf("%s: %d results, %d rules", name, len(run.Results), len(run.Tool.Driver.Rules))
	}
	for _, rule := range run.Tool.Driver.Rules {
		if len(rule.Properties.Tags) > 20 {
			t.Errorf("%s: %s has %d tags", name, rule.ID, len(rule.Properties.Tags))
		}
	}
	for _, r := range run.Results {
		if run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID {
			t.Errorf("%s: %s is not rule %d", name, r.RuleID, r.RuleIndex)
		}
		if len(r.Locations) != 1 || len(r.Related) > 99 || (r.Kind == "fail") == (r.Level == "none") || len(r.Fingerprints["primaryLocationLineHash"]) != 32 {
			t.Errorf("%s: %s: %d places, %d related, %s, %s, %v", name, r.RuleID, len(r.Locations), len(r.Related), r.Kind, r.Level, r.Fingerprints)
		}
	}
}

// checkJUnit reads the suites as a runner does: the numbers agree.
func checkJUnit(t *testing.T, name, out string) {
	var suites struct {
		Suites []struct {
			Tests    int `xml:"tests,attr"`
			Failures int `xml:"failures,attr"`
			Errors   int `xml:"errors,attr"`
			Skipped  int `xml:"skipped,attr"`
			Cases    []struct {
				Failure *struct{} `xml:"failure"`
				Error   *struct{} `xml:"error"`
				Skipped *struct{} `xml:"skipped"`
			} `xml:"testcase"`
		} `xml:"testsuite"`
	}
	if err := xml.Unmarshal([]byte(out), &suites); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for i, s := range suites.Suites {
		failures, errs, skipped := 0, 0, 0
		for _, c := range s.Cases {
			switch {
			case c.Failure != nil:
				failures++
			case c.Error != nil:
				errs++
			case c.Skipped != nil:
				skipped++
			}
		}
		if len(s.Cases) != s.Tests || failures != s.Failures || errs != s.Errors || skipped != s.Skipped {
			t.Errorf("%s: suite %d counts %d, %d, %d, %d and holds %d, %d, %d, %d", name, i,
				s.Tests, s.Failures, s.Errors, s.Skipped, len(s.Cases), failures, errs, skipped)
		}
	}
}

// TestJUnitSchema holds JUnit against its XML Schema, where there is xmllint.
func TestJUnitSchema(t *testing.T) {
	program, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("xmllint is not installed; install the package libxml2-utils to check against the XML Schema")
	}
	dir := t.TempDir()
	args := []string{"--nonet", "--noout", "--schema", filepath.Join("testdata", "schema", "JUnit.xsd")}
	for name, r := range cases(t) {
		file := filepath.Join(dir, strings.ReplaceAll(name, "/", "-")+".xml")
		if err := os.WriteFile(file, []byte(renderTo(t, r, "junit", render.Options{})), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, file)
	}
	if out, err := exec.Command(program, args...).CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
}

func checkGitHub(t *testing.T, name, out string) {
	levels := map[string]int{}
	for line := range strings.Lines(out) {
		found := ourCommand.FindStringSubmatch(line)
		if found == nil {
			t.Errorf("%s: no annotation: %.80q", name, line)
			continue
		}
		levels[found[1]]++
	}
	for level, n := range levels {
		if n > 10 {
			t.Errorf("%s: %d annotations of level %s, of which 10 are shown", name, n, level)
		}
	}
}

// checkMarkdown holds that nothing can be clicked, loaded or run.
func checkMarkdown(t *testing.T, name, out string) {
	if found := render.LiveMarkdown(out); found != "" {
		t.Errorf("%s: %s is live", name, found)
	}
	if len(out) > 1<<20 {
		t.Errorf("%s: %d bytes are more than a job summary takes", name, len(out))
	}
}

// checkCSV reads the table, and holds that no cell is a formula: not as it is,
// and not where a program parts cells at semicolons.
func checkCSV(t *testing.T, name, out string) {
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	for i, row := range rows {
		if len(row) != len(rows[0]) {
			t.Errorf("%s:%d: %d cells of %d", name, i+1, len(row), len(rows[0]))
		}
		for _, cell := range row {
			for _, part := range strings.Split(cell, ";") {
				if part = strings.TrimLeft(part, " \""); part != "" && strings.ContainsAny(part[:1], "=+-@\t\r|%") {
					t.Errorf("%s:%d: %.80q is a formula", name, i+1, cell)
				}
			}
		}
	}
	for i, part := range strings.Split(out, "\n") {
		if i > 0 && part != "" && strings.ContainsAny(part[:1], "=+-@") {
			t.Errorf("%s: line %d begins as a formula", name, i+1)
		}
	}
}

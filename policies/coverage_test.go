package policies_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/bidgate/bidgate/policies"
)

// catalogued is a row of coverage/catalogue.tsv.
type catalogued struct{ section, row, severity, subject string }

// covered is what a file of coverage/ says of one row of the catalogue.
type covered struct {
	Row          string   `yaml:"row"`
	State        string   `yaml:"state"`
	Requirements []string `yaml:"requirements"` // ids, or ids with a member
	Profiles     []string `yaml:"profiles"`     // ids of profiles that hold the rule
	Facts        []string `yaml:"facts"`        // paths into the input, without rows
	Tests        []string `yaml:"tests"`        // file:name of what holds a rule of the engine
	Note         string   `yaml:"note"`
}

// coverageStates are the states of a row, with what a reader is told of it.
var coverageStates = []struct{ state, meaning string }{
	{"done", "a requirement, profile, fact or rule of the engine judges it"},
	{"partly", "something judges it, and the note says what is missing"},
	{"deferred", "the note says what it waits for"},
	{"out_of_scope", "the note says why nothing judges it"},
	{"open", "not written yet"},
}

// readCatalogue reads the rows of the catalogue that there are.
func readCatalogue(t *testing.T) []catalogued {
	t.Helper()
	text, err := os.ReadFile("coverage/catalogue.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var rows []catalogued
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(cells) != 4 {
			t.Fatalf("coverage/catalogue.tsv: %d cells in %q, want 4", len(cells), line)
		}
		rows = append(rows, catalogued{cells[0], cells[1], cells[2], cells[3]})
	}
	return rows
}

// readCoverage reads what becomes of the rows, by section.
func readCoverage(t *testing.T) map[string][]covered {
	t.Helper()
	names, err := filepath.Glob("coverage/section-*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatalf("no file coverage/section-*.yaml (%v)", err)
	}
	all := map[string][]covered{}
	for _, name := range names {
		section, err := strconv.Atoi(strings.TrimSuffix(strings.TrimPrefix(filepath.Base(name), "section-"), ".yaml"))
		if err != nil {
			t.Fatal(err)
		}
		all[strconv.Itoa(section)] = decodeYAML[[]covered](t, name)
	}
	return all
}

// decodeYAML reads a file that holds nothing that T has not; decodeLoose
// passes over the rest.
func decodeYAML[T any](t *testing.T, name string) T {
	t.Helper()
	return decode[T](t, name, true)
}

func decodeLoose[T any](t *testing.T, name string) T {
	t.Helper()
	return decode[T](t, name, false)
}

func decode[T any](t *testing.T, name string, strict bool) T {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var value T
	decoder := yaml.NewDecoder(bytes.NewReader(text))
	decoder.KnownFields(strict)
	if err := decoder.Decode(&value); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return value
}

// TestCoverageIsComplete: each row of the catalogue has one entry, in its
// order, and each entry says what its state needs.
func TestCoverageIsComplete(t *testing.T) {
	want := map[string][]string{}
	for _, row := range readCatalogue(t) {
		want[row.section] = append(want[row.section], row.row)
	}
	all := readCoverage(t)
	for section, rows := range want {
		var got []string
		for _, entry := range all[section] {
			got = append(got, entry.Row)
			entry.check(t)
		}
		if !slices.Equal(got, rows) {
			t.Errorf("section %s lists the rows\n%v\nand the catalogue has\n%v", section, got, rows)
		}
	}
	for section := range all {
		if want[section] == nil {
			t.Errorf("the catalogue has no section %s", section)
		}
	}
}

// check holds an entry to its state.
func (c covered) check(t *testing.T) {
	t.Helper()
	by := len(c.Requirements) + len(c.Profiles) + len(c.Facts) + len(c.Tests)
	switch c.State {
	case "done":
		if by == 0 {
			t.Errorf("%s is done and names nothing that judges it", c.Row)
		}
	case "partly":
		if by == 0 || c.Note == "" {
			t.Errorf("%s is partly done: name what judges it, and say in note what is missing", c.Row)
		}
	case "deferred", "out_of_scope", "open":
		if by > 0 || c.Note == "" {
			t.Errorf("%s is %s: say why in note, and name nothing that judges it", c.Row, c.State)
		}
	default:
		t.Errorf("%s has the state %q, which is none", c.Row, c.State)
	}
}

// TestCoverageNamesWhatThereIs: requirements, members, profiles, facts and tests.
func TestCoverageNamesWhatThereIs(t *testing.T) {
	known := texts(t)
	for _, entries := range readCoverage(t) {
		for _, entry := range entries {
			for _, id := range entry.Requirements {
				if _, ok := known[id]; !ok {
					t.Errorf("%s names %s, which is no requirement and no member of one", entry.Row, id)
				}
			}
			for _, id := range entry.Profiles {
				if _, err := fs.Stat(policies.FS, "profile/"+id+".yaml"); err != nil {
					t.Errorf("%s names the profile %s: %v", entry.Row, id, err)
				}
			}
			for _, path := range entry.Facts {
				if !inSchema(t, path) {
					t.Errorf("%s names %s, which the input does not have", entry.Row, path)
				}
			}
			for _, place := range entry.Tests {
				file, name, _ := strings.Cut(place, ":")
				text, err := os.ReadFile(filepath.Join("..", file))
				if err != nil || name == "" || !bytes.Contains(text, []byte(name)) {
					t.Errorf("%s names the test %s, which there is not (%v)", entry.Row, place, err)
				}
			}
		}
	}
}

// inSchema tells whether the input schema has a path of names.
func inSchema(t *testing.T, path string) bool {
	t.Helper()
	text, err := fs.ReadFile(policies.FS, "schema/input.json")
	if err != nil {
		t.Fatal(err)
	}
	type node struct {
		Ref         string          `json:"$ref"`
		Items       json.RawMessage `json:"items"`
		Properties  map[string]json.RawMessage
		Definitions map[string]json.RawMessage
	}
	var root node
	if err := json.Unmarshal(text, &root); err != nil {
		t.Fatal(err)
	}
	at := root
	for _, name := range strings.Split(path, ".") {
		next, ok := at.Properties[name]
		for ok {
			at = node{}
			if err := json.Unmarshal(next, &at); err != nil {
				t.Fatal(err)
			}
			if id, of := strings.CutPrefix(at.Ref, "#/definitions/"); of {
				next = root.Definitions[id]
			} else if next = at.Items; next == nil {
				break
			}
		}
		if !ok {
			return false
		}
	}
	return true
}

// standardRow is a row of the tables of the reference, where it lies beside
// the project.
var standardRow = regexp.MustCompile(`^\| *([^|]*?) *\|`)

// TestCatalogueIsTheReference compares the list of rows with the reference.
func TestCatalogueIsTheReference(t *testing.T) {
	text, err := os.ReadFile("../../shared/reference/standards.md")
	if err != nil {
		t.Skip("the reference is not beside the project, so its rows are not compared")
	}
	var want []string
	section, table := "", false
	for line := range strings.Lines(string(text)) {
		if heading, ok := strings.CutPrefix(line, "## "); ok {
			section, _, _ = strings.Cut(heading, ".")
			section, _, _ = strings.Cut(section, " ")
		}
		found := standardRow.FindStringSubmatch(line)
		switch {
		case found == nil:
			table = false
		case found[1] == "ID":
			table = true
		case table && strings.Trim(found[1], "-: ") != "":
			want = append(want, section+" "+found[1])
		}
	}
	var got []string
	for _, row := range readCatalogue(t) {
		got = append(got, row.section+" "+row.row)
	}
	if !slices.Equal(got, want) {
		t.Errorf("coverage/catalogue.tsv lists\n%v\nand the reference has\n%v", got, want)
	}
}

package evidence

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestStatementsOfRealDocuments holds the normal form of small documents of
// others to a golden: heads, statements, products and places.
func TestStatementsOfRealDocuments(t *testing.T) {
	files, err := filepath.Glob("testdata/vex/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no documents", err)
	}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		d := read(t, map[string]string{filepath.Base(path): string(data)})
		got, err := json.MarshalIndent(map[string]any{"document": d.Bundle.Documents[0], "vex": d.VEX, "statements": d.VEXStatements}, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		golden := strings.TrimSuffix(path, ".json") + ".golden"
		if *updateReference {
			if err := os.WriteFile(golden, append(got, '\n'), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)+"\n"); diff != "" {
			t.Errorf("%s (-golden +here)\n%s", path, diff)
		}
	}
}

// TestStatusWords holds the normalisation of each form to its table: what no
// word says is never not_affected.
func TestStatusWords(t *testing.T) {
	for _, test := range []struct{ form, raw, want string }{
		{"cyclonedx", "not_affected", "not_affected"}, {"cyclonedx", "false_positive", "not_affected"},
		{"cyclonedx", "exploitable", "affected"}, {"cyclonedx", "in_triage", "under_investigation"},
		{"cyclonedx", "resolved", "fixed"}, {"cyclonedx", "resolved_with_pedigree", "fixed"},
		{"cyclonedx", "known_not_affected", "none"}, {"cyclonedx", "", "none"}, {"cyclonedx", "fixed", "none"},
		{"openvex", "false_positive", "none"}, {"openvex", "not_affected", "not_affected"}, {"openvex", "NOT_AFFECTED", "none"},
		{"csaf", "recommended", "none"}, {"csaf", "first_affected", "affected"}, {"csaf", "first_fixed", "fixed"}, {"csaf", "not_affected", "none"},
	} {
		table := vexTable{form: test.form}
		s := newStatement("")
		table.status(&s, Text{State: Stated, Value: test.raw})
		if s.Status != test.want || s.StatusRaw != test.raw {
			t.Errorf("%s %q: %s, want %s", test.form, test.raw, s.Status, test.want)
		}
		if known := vexStatuses[test.form][test.raw] != ""; known == (s.States.Status == Invalid) {
			t.Errorf("%s %q: state %s", test.form, test.raw, s.States.Status)
		}
	}
	for form, words := range vexStatuses {
		for raw, word := range words {
			if word == statusNotAffected && !strings.Contains(raw, "not_affected") && raw != "false_positive" {
				t.Errorf("%s: %s counts as not affected", form, raw)
			}
		}
	}
}

// statement builds one of a list for the counts.
func statement(status, day string, products ...VEXProduct) VEXStatement {
	s := newStatement("")
	s.Vulnerability, s.Status, s.Products = "CVE-2026-1", status, products
	if parsed, ok := parseDay(day); ok {
		s.Date = Date{State: Stated, Value: parsed}
	}
	return s
}

func TestContradictedStatements(t *testing.T) {
	a, b := newProduct("a"), newProduct("b")
	part := newProduct("part")
	part.Of = 0
	unaffected := newProduct("a")
	unaffected.Status = "unaffected"
	other := statement(statusFixed, "", a)
	other.Vulnerability = "cve-2026-1 "
	for name, test := range map[string]struct {
		rows []VEXStatement
		want []Row
	}{
		"the same":                {[]VEXStatement{statement(statusFixed, "", a), statement(statusFixed, "", a)}, nil},
		"two statuses":            {[]VEXStatement{statement(statusAffected, "", a), statement(statusFixed, "", b, a)}, []Row{1}},
		"one later":               {[]VEXStatement{statement(statusAffected, "2026-01-01", a), statement(statusFixed, "2026-01-02", a)}, nil},
		"one day":                 {[]VEXStatement{statement(statusAffected, "2026-01-01", a), statement(statusFixed, "2026-01-01", a)}, []Row{1}},
		"one undated":             {[]VEXStatement{statement(statusAffected, "2026-01-01", a), statement(statusFixed, "", a)}, []Row{1}},
		"another product":         {[]VEXStatement{statement(statusAffected, "", a), statement(statusFixed, "", b)}, nil},
		"a part of it":            {[]VEXStatement{statement(statusAffected, "", a), statement(statusFixed, "", a, part)}, nil},
		"two parts":               {[]VEXStatement{statement(statusAffected, "", a, part), statement(statusFixed, "", a, part)}, []Row{1}},
		"an unaffected version":   {[]VEXStatement{statement(statusAffected, "", unaffected), statement(statusFixed, "", a)}, nil},
		"no status":               {[]VEXStatement{statement(statusNone, "", a), statement(statusFixed, "", a)}, nil},
		"names in another manner": {[]VEXStatement{statement(statusAffected, "", a), other}, []Row{1}},
	} {
		if diff := cmp.Diff(test.want, contradicted(test.rows)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", name, diff)
		}
	}
}

// TestStatementsAreBounded crosses the bound in each form.
func TestStatementsAreBounded(t *testing.T) {
	for name, text := range map[string]string{
		"a.cdx.json": cycloneDX(`"vulnerabilities":[{"id":"CVE-1","affects":[{"ref":"a"},{"ref":"b"}]},{"id":"CVE-2","affects":[{"ref":"a","versions":[{"version":"1"},{"version":"2"}]}]}]`),
		"b.json":     `{"@context":"https://openvex.dev/ns","statements":[{"vulnerability":"CVE-1","products":["a","b"],"subcomponents":["c","d","e"],"status":"fixed"}]}`,
		"c.json": `{"document":{"csaf_version":"2.0"},"product_tree":{"product_groups":[{"group_id":"g","product_ids":["a","b","c"]}]},
 "vulnerabilities":[{"cve":"CVE-1","flags":[{"label":"x","group_ids":["g","g","g"]}]}]}`,
		"d.json": `{"document":{"csaf_version":"2.0"},"product_tree":{},"vulnerabilities":[{"cve":"CVE-1","product_status":{"fixed":["a","b","c","d","e","f"]}}]}`,
	} {
		src := jsonSource(text)
		read := map[string]func(*source, Limits) reading{"a.cdx.json": readCycloneDXJSON, "b.json": readOpenVEX, "c.json": readCSAF, "d.json": readCSAF}[name]
		got := read(src, Limits{MaxStatements: 5})
		if got.readable || got.vex != nil || len(got.problems) != 1 || got.problems[0].Limit != "MaxStatements" || got.problems[0].At.Line == 0 {
			t.Errorf("%s: readable %v, %v", name, got.readable, got.problems)
		}
		if got = read(jsonSource(text), Limits{}); !got.readable {
			t.Errorf("%s: within the default: %v", name, got.problems)
		}
	}
}

// TestOddStatements reads what a hostile or careless author may write.
func TestOddStatements(t *testing.T) {
	deep := strings.Repeat(`{"branches":[`, 40) + strings.Repeat(`]}`, 40)
	for name, test := range map[string]struct {
		text, codes string
		statements  int
	}{
		"statements no list":   {`{"@context":"https://openvex.dev/ns/v0.2.0","statements":{"a":1}}`, "wrong_type", 0},
		"statements no object": {`{"@context":"https://openvex.dev/ns/v0.2.0","statements":[1,null,[]]}`, "wrong_type,wrong_type,wrong_type", 3},
		"wrong words":          {`{"@context":"https://openvex.dev/ns/v0.2.0","statements":[{"vulnerability":{"name":"a"},"status":"Fixed","justification":"because","products":[{"@id":"a"}]}]}`, "unknown_value,unknown_value", 1},
		"wrong types":          {`{"@context":"https://openvex.dev/ns/v0.2.0","timestamp":"soon","statements":[{"vulnerability":7,"status":[],"products":[[1]]}]}`, "bad_date,wrong_type,wrong_type", 1},
		"unknown product":      {`{"document":{"csaf_version":"2.0"},"vulnerabilities":[{"cve":"a","product_status":{"fixed":["x"]}}]}`, "dangling_reference", 1},
		"unknown status":       {`{"document":{"csaf_version":"2.0"},"vulnerabilities":[{"cve":"a","product_status":{"safe":["x"]}}]}`, "unknown_field", 1},
		"deep branches":        {`{"document":{"csaf_version":"2.0"},"product_tree":` + deep + `,"vulnerabilities":[{}]}`, "limit MaxDepth", 0},
		"part of itself":       {`{"document":{"csaf_version":"2.0"},"product_tree":{"relationships":[{"product_reference":"a","relates_to_product_reference":"a","full_product_name":{"product_id":"a","name":"a"}}]},"vulnerabilities":[{"cve":"a","product_status":{"fixed":["a"]}}]}`, "", 1},
		"another version":      {`{"document":{"csaf_version":"3.0"},"vulnerabilities":[]}`, "unsupported_version", 0},
	} {
		d := read(t, map[string]string{"a.json": test.text})
		if got := strings.Join(problems(d.Bundle.Documents[0].Problems), ","); got != test.codes {
			t.Errorf("%s: problems %s, want %s", name, got, test.codes)
		}
		n := 0
		for i, v := range d.VEX {
			n += len(d.VEXStatements[i])
			if v.Counts.NotAffected+v.Counts.Fixed > 1 {
				t.Errorf("%s: counts %v", name, v.Counts)
			}
		}
		if n != test.statements {
			t.Errorf("%s: %d statements, want %d", name, n, test.statements)
		}
	}
	// A document of another kind with the one key of a CSAF document.
	if d := read(t, map[string]string{"a.json": `{"document":"hello"}`}); !d.Bundle.Documents[0].Readable || d.Bundle.Documents[0].Kinds[0] != KindAttachment {
		t.Errorf("%v", d.Bundle.Documents[0])
	}
}

// TestStatementPlaces asks for the lines of statements in each form, and for
// all of many at once.
func TestStatementPlaces(t *testing.T) {
	var many strings.Builder
	for i := range 2000 {
		many.WriteString(",\n{\"id\":\"CVE-2026-" + strconv.Itoa(i) + "\"}")
	}
	xml := `<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><vulnerabilities>
<vulnerability><id>CVE-1</id></vulnerability>
<vulnerability><id>CVE-2</id></vulnerability></vulnerabilities></bom>`
	for name, test := range map[string]struct {
		text string
		rows int
		line func(row int) int
	}{
		"a.cdx.json": {cycloneDX("\"vulnerabilities\":[\n{\"id\":\"CVE-2025-1\"}" + many.String() + "]"), 2001, func(row int) int { return row + 2 }},
		"b.xml":      {xml, 2, func(row int) int { return row + 2 }},
		"c.json":     {"{\"@context\":\"https://openvex.dev/ns/v0.2.0\",\"statements\":[\n{},\n{}]}", 2, func(row int) int { return row + 2 }},
		"d.json":     {"{\"document\":{\"csaf_version\":\"2.0\"},\"vulnerabilities\":[\n{},\n{}]}", 2, func(row int) int { return row + 2 }},
	} {
		d := read(t, map[string]string{name: test.text})
		places, _, err := d.Locate([]any{"vex", 0, "counts", "without_status"}, 3000)
		if err != nil || len(places) != test.rows {
			t.Fatalf("%s: %d places, %v", name, len(places), err)
		}
		for row, p := range places {
			if p.Line != test.line(row) || p.Document != 0 {
				t.Errorf("%s: statement %d is at line %d", name, row, p.Line)
				break
			}
		}
	}
}

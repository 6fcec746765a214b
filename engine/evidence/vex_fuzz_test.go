package evidence

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// FuzzVEX reads anything as the vulnerabilities of CycloneDX, beside an SBOM:
// rows name rows that are there, counts add up, and what is refused gives
// nothing.
func FuzzVEX(f *testing.F) {
	addVEX(f, "testdata/cyclonedx/vex-pair-vex.*.json")
	f.Add(vexGateway)
	f.Fuzz(func(t *testing.T, text string) { fuzzVEX(t, "cyclonedx-json", text) })
}

// FuzzOpenVEX does so with OpenVEX.
func FuzzOpenVEX(f *testing.F) {
	addVEX(f, "testdata/vex/*.openvex.json")
	f.Add(`{"@context":"https://openvex.dev/ns","statements":[{"vulnerability":"CVE-1","products":["a","pkg:npm/a@1"],"subcomponents":["c"],"status":"fixed"}]}`)
	f.Fuzz(func(t *testing.T, text string) { fuzzVEX(t, "openvex", text) })
}

// FuzzCSAF does so with CSAF.
func FuzzCSAF(f *testing.F) {
	addVEX(f, "testdata/vex/*.csaf.json")
	f.Add(`{"document":{"csaf_version":"2.1"},"product_tree":{"relationships":[{"product_reference":"a","relates_to_product_reference":"a","full_product_name":{"product_id":"a","name":"a"}}]},"vulnerabilities":[{"cve":"a","product_status":{"fixed":["a","a"],"known_affected":["a"]}}]}`)
	f.Fuzz(func(t *testing.T, text string) { fuzzVEX(t, "csaf", text) })
}

func addVEX(f *testing.F, pattern string) {
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		f.Fatal("no seeds", err)
	}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
}

func fuzzVEX(t *testing.T, form, text string) {
	t.Helper()
	checkStatements(t, text, formNamed(t, form).read(jsonSource(text), Limits{MaxStatements: 50}))
	fuzzAs(t, form, "a.json", text, map[string]string{"b.cdx.json": vexGateway})
}

func checkStatements(t *testing.T, text string, got reading) {
	t.Helper()
	if !got.readable && (len(got.problems) == 0 || got.vex != nil || len(got.statements) > 0) {
		t.Fatalf("refused with %v and %d statements", got.problems, len(got.statements))
	}
	lines := strings.Count(text, "\n") + strings.Count(text, "\r") + strings.Count(text, "\u2028") + strings.Count(text, "\u2029") + strings.Count(text, "\u0085") + 1
	for _, p := range got.problems {
		if p.At.Line < 0 || p.At.Line > lines || p.Message == "" {
			t.Fatalf("%v is not in a document of %d lines", p, lines)
		}
	}
	rows := len(got.statements)
	for _, s := range got.statements {
		rows += len(s.Products)
		if s.Status == statusNotAffected && !strings.Contains(s.StatusRaw, "not_affected") && s.StatusRaw != "false_positive" {
			t.Fatalf("%q counts as not affected", s.StatusRaw)
		}
		for _, p := range s.Products {
			if p.Of < -1 || p.Of >= len(s.Products) || p.Of >= 0 && s.Products[p.Of].Of >= 0 {
				t.Fatalf("a part of row %d of %d", p.Of, len(s.Products))
			}
		}
	}
	if rows > 50 {
		t.Fatalf("%d rows", rows)
	}
	if got.vex == nil {
		return
	}
	c := got.vex.Counts
	if c.Statements != len(got.statements) || c.NotAffected+c.Affected+c.Fixed+c.UnderInvestigation+len(c.WithoutStatus) != c.Statements {
		t.Fatalf("counts %+v", c)
	}
	if data, err := json.Marshal(append([]VEXStatement{}, got.statements...)); err != nil || hasNull(t, data) {
		t.Fatalf("%v, or null in %s", err, data)
	}
}

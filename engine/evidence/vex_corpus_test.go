package evidence

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// readAlone reads one file as a bundle of its own.
func readAlone(t *testing.T, path string) *Dossier {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Skipf("the corpus is not beside this repository: %v", err)
	}
	return read(t, map[string]string{filepath.Base(path): string(data)})
}

// vexLine is one line of the table: what a file was taken for, and what was
// counted in it.
func vexLine(d *Dossier) string {
	doc := d.Bundle.Documents[0]
	var b strings.Builder
	fmt.Fprintf(&b, "%v %s %s readable=%v", doc.Kinds, doc.Format, doc.FormatVersion, doc.Readable)
	for i, v := range d.VEX {
		c := v.Counts
		fmt.Fprintf(&b, "\n    statements=%d vulnerabilities=%d not_affected=%d affected=%d fixed=%d under_investigation=%d without: status=%d justification=%d action=%d product=%d date=%d contradicted=%d unknown products=%d products=%d",
			c.Statements, c.Vulnerabilities, c.NotAffected, c.Affected, c.Fixed, c.UnderInvestigation, len(c.WithoutStatus), len(c.WithoutJustification),
			len(c.WithoutAction), len(c.WithoutProduct), len(c.WithoutDate), len(c.Contradicted), len(c.UnknownProduct), products(d.VEXStatements[i]))
	}
	for _, p := range doc.Problems {
		fmt.Fprintf(&b, "\n    problem %s %s:%d: %s", p.Code, p.At.Pointer, p.At.Line, p.Message)
	}
	return b.String()
}

func products(rows []VEXStatement) int {
	n := 0
	for _, s := range rows {
		n += len(s.Products)
	}
	return n
}

// TestCorpusVulnerabilities compares the vulnerabilities of every CycloneDX
// document, by state, with those that were counted without any Go library.
func TestCorpusVulnerabilities(t *testing.T) {
	for _, row := range corpusTable(t, "sbom/FACTS.tsv") {
		if row["vulnerabilities"] == "0" || row["specVersion"] == "1.1" {
			continue
		}
		d := readAlone(t, filepath.Join(corpusDir, "sbom", row["file"]))
		t.Logf("%s: %s", row["file"], vexLine(d))
		if len(d.VEX) != 1 {
			t.Errorf("%s: %d heads of statements, want 1", row["file"], len(d.VEX))
			continue
		}
		states := map[string]int{}
		for _, s := range d.VEXStatements[0] {
			states[cmpOr(s.StatusRaw, "none")]++
		}
		var have []string
		for state, n := range states {
			have = append(have, state+"="+strconv.Itoa(n))
		}
		want := strings.Fields(row["vulnerabilities_by_state"])
		slices.Sort(have)
		slices.Sort(want)
		if diff := cmp.Diff(want, have); diff != "" {
			t.Errorf("%s: states (-table +here)\n%s", row["file"], diff)
		}
	}
}

func cmpOr(a, b string) string {
	if a == "" {
		return b
	}
	return a
}

// TestCorpusAdvisories reads every OpenVEX and CSAF file of the corpus and
// counts its statements or vulnerabilities once more, without our reader.
func TestCorpusAdvisories(t *testing.T) {
	for _, row := range corpusTable(t, "advisories/MANIFEST.tsv") {
		name := row["file"]
		if !strings.HasPrefix(name, "openvex/") && !strings.HasPrefix(name, "csaf/") {
			continue
		}
		path := filepath.Join(corpusDir, "advisories", name)
		d := readAlone(t, path)
		t.Logf("%s: %s", name, vexLine(d))
		if len(d.VEX) != 1 {
			t.Errorf("%s: %d heads of statements, want 1", name, len(d.VEX))
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var plain struct{ Statements, Vulnerabilities []json.RawMessage }
		if err := json.Unmarshal(data, &plain); err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{} // the places of the statements or vulnerabilities
		for _, s := range d.VEXStatements[0] {
			seen[strings.Join(strings.Split(s.Location, "/")[:3], "/")] = true
		}
		if want := len(plain.Statements) + len(plain.Vulnerabilities); len(seen) != want {
			t.Errorf("%s: %d, want %d", name, len(seen), want)
		}
		if want := row["records"]; !strings.Contains(name, "conformance") && strconv.Itoa(len(seen)) != want {
			t.Errorf("%s: %d, and the manifest says %s", name, len(seen), want)
		}
	}
}

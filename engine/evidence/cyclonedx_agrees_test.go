package evidence

import (
	"bytes"
	"fmt"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	cdx "github.com/CycloneDX/cyclonedx-go"
	"github.com/google/go-cmp/cmp"
)

// ourRows and ourHead describe our reading in the same form.
func ourRows(r reading) []string {
	var rows []string
	for _, c := range r.components {
		rows = append(rows, line(c.From, c.BOMRef, c.Type, c.Group, c.Name, c.Version, c.PURL, c.CPE, c.Scope,
			c.Producer, c.Supplier, c.Hashes, c.Licences))
	}
	sort.Strings(rows)
	return rows
}

func ourHead(r reading, hasMetadata bool) []string {
	s := r.sbom
	lines := []string{"serial " + s.SerialNumber.Value}
	if hasMetadata {
		lines = append(lines, "timestamp "+s.Timestamp.Value.Text)
	}
	for _, a := range s.Authors.Items {
		lines = append(lines, fmt.Sprintf("author %s %s", a.Name.Value, a.Email.Value))
	}
	for _, t := range s.Tools.Items {
		lines = append(lines, fmt.Sprintf("tool %s %s", t.Name.Value, t.Version.Value))
	}
	for _, l := range s.Lifecycles.Items {
		lines = append(lines, "lifecycle "+l)
	}
	if c := s.Subject; c.State == Stated {
		lines = append(lines, line("subject", c.BOMRef.Value, c.Type.Value, c.Group.Value, c.Name.Value, c.Version.Value,
			c.PURL.Value, c.CPE.Value, "", c.Manufacturer.Value, c.Supplier.Value, nil, nil))
	}
	for _, d := range (DependencyTable{r.dependencies}).All() {
		lines = append(lines, fmt.Sprintf("dependency %s %v", d.Ref, d.DependsOn))
	}
	sort.Strings(lines)
	return lines
}

// agreesWithCycloneDXGo reads one valid document both ways. It reports whether
// there was something to compare.
func agreesWithCycloneDXGo(t *testing.T, path string) bool {
	t.Helper()
	src := readFile(t, path)
	ours := readCycloneDXJSON(src, Limits{})
	if !ours.readable || len(notDangling(path, ours.problems)) > 0 {
		t.Fatalf("a valid document has problems: %v", ours.problems)
	}
	if ours.sbom == nil {
		return false
	}
	var bom cdx.BOM
	if err := cdx.NewBOMDecoder(bytes.NewReader(src.data), cdx.BOMFileFormatJSON).Decode(&bom); err != nil {
		t.Logf("cyclonedx-go does not read it: %v", err)
		return false
	}
	if diff := cmp.Diff(oracleRows(&bom), ourRows(ours)); diff != "" {
		t.Errorf("components (-cyclonedx-go +ours):\n%s", diff)
	}
	if diff := cmp.Diff(oracleHead(&bom), ourHead(ours, bom.Metadata != nil)); diff != "" {
		t.Errorf("head (-cyclonedx-go +ours):\n%s", diff)
	}
	sideAgrees(t, &bom, ours)
	provenanceAgrees(t, &bom, ours)
	return true
}

// TestAgreesWithCycloneDXGo reads real documents with cyclonedx-go too: both
// find the same components, head and graph.
func TestAgreesWithCycloneDXGo(t *testing.T) {
	files, err := filepath.Glob("testdata/cyclonedx/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no documents: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { agreesWithCycloneDXGo(t, file) })
	}
}

// TestCorpusAgreesWithCycloneDXGo does the same for every document of the
// corpus that its manifests call valid.
func TestCorpusAgreesWithCycloneDXGo(t *testing.T) {
	OneGoroutine(t)
	files := []string{}
	for _, row := range corpusTable(t, "sbom/MANIFEST.tsv") {
		if row["schema check"] == "valid" && strings.HasPrefix(row["spec version"], "CycloneDX") && row["format"] == "json" {
			files = append(files, filepath.Join("sbom", row["file"]))
		}
	}
	for _, row := range corpusTable(t, "conformance/MANIFEST.tsv") {
		if row["expected"] == "valid" && row["format"] == "json" {
			files = append(files, filepath.Join("conformance", row["file"]))
		}
	}
	compared := 0
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			if agreesWithCycloneDXGo(t, filepath.Join(corpusDir, file)) {
				compared++
			}
		})
	}
	if compared < 150 {
		t.Errorf("only %d of %d documents were compared", compared, len(files))
	}
}

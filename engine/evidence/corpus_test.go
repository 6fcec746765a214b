package evidence

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"

	"github.com/google/go-cmp/cmp"
)

// TestCorpus reads every file of the folders of the corpus that hold evidence,
// prints a table of what it was taken for with -v, and holds it to what the
// manifests say:
//
//	go test ./engine/evidence -run 'Corpus$' -v
func TestCorpus(t *testing.T) {
	OneGoroutine(t)
	lines := readManifests(t)
	everyFileHasALine(t, lines)
	needed := make([]int, len(corpusDifferences))
	table := [][]string{corpusColumns}
	for _, line := range lines {
		d := readAlone(t, filepath.Join(corpusDir, line.area, line.file))
		table = append(table, corpusLine(line.area+"/"+line.file, d))
		for _, fault := range corpusFaults(line, d) {
			at := slices.IndexFunc(corpusDifferences, func(c corpusDifference) bool { return c.explains(line, fault) })
			if at < 0 {
				t.Errorf("%s/%s: %s\n\tthe manifest: %s; %s", line.area, line.file, fault, line.words, line.said)
				continue
			}
			needed[at]++
		}
	}
	t.Logf("\n%s", aligned(table))
	for i, c := range corpusDifferences {
		t.Logf("%3d× %s, %s: %s", needed[i], c.file, c.fault, c.why)
		if needed[i] == 0 {
			t.Errorf("the manifest and the reading no longer differ: %+v", c)
		}
	}
}

// corpusCopies is the table of the copies that lie in this repository.
const corpusCopies = "testdata/corpus.tsv"

// TestCorpusCopies holds the same table of those documents of others that lie
// in this repository to its golden.
func TestCorpusCopies(t *testing.T) {
	var b strings.Builder
	b.WriteString(strings.Join(corpusColumns, "\t") + "\n")
	for _, path := range corpusCopied(t) {
		b.WriteString(strings.Join(corpusLine(strings.TrimPrefix(filepath.ToSlash(path), "testdata/"), readAlone(t, path)), "\t") + "\n")
	}
	if *updateReference {
		if err := os.WriteFile(corpusCopies, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(corpusCopies)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(b.String(), "\n")); diff != "" {
		t.Errorf("%s is not what is read; run make golden (-want +got):\n%s", corpusCopies, diff)
	}
}

// corpusCopied are the documents that lie in this repository for its tests.
func corpusCopied(t *testing.T) []string {
	t.Helper()
	var paths []string
	for _, pattern := range []string{"*.yaml", "conformance/*", "corpus/*", "cyclonedx/*", "cyclonedx/xml/*", "declaration/*", "ordinary/*", "threatmodel/*", "vex/*"} {
		found, err := filepath.Glob("testdata/" + pattern)
		if err != nil || len(found) == 0 {
			t.Fatal(pattern, err)
		}
		paths = append(paths, found...)
	}
	return slices.DeleteFunc(paths, func(path string) bool {
		info, err := os.Stat(path)
		name := filepath.Base(path)
		return err != nil || info.IsDir() || name == "README.md" || name == "NOTICE" || filepath.Ext(name) == ".golden"
	})
}

// TestCopiesAreTheOriginals compares the copies with the files of the corpus
// that have their names.
func TestCopiesAreTheOriginals(t *testing.T) {
	compared := 0
	for _, line := range readManifests(t) {
		original, err := os.ReadFile(filepath.Join(corpusDir, line.area, line.file))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range corpusCopied(t) {
			if filepath.Base(path) != filepath.Base(line.file) {
				continue
			}
			if copied, err := os.ReadFile(path); err != nil || !bytes.Equal(copied, original) {
				t.Errorf("%s is not %s/%s (%v)", path, line.area, line.file, err)
			}
			compared++
		}
	}
	t.Logf("%d copies are as their originals", compared)
}

// corpusFaults are the differences between a manifest's line and what was read.
func corpusFaults(line manifestLine, d *Dossier) []string {
	var faults []string
	doc := d.Bundle.Documents[0]
	at := slices.IndexFunc(manifestForms, func(f struct {
		area, words    string
		format, kinds  string
		versionInWords bool
	}) bool {
		return f.area == line.area && regexp.MustCompile(f.words).MatchString(line.words)
	})
	if at < 0 {
		return []string{"words that manifestForms does not have: " + line.words}
	}
	want := manifestForms[at]
	if doc.Format != want.format {
		faults = append(faults, fmt.Sprintf("format %q, want %q", doc.Format, want.format))
	}
	if want.kinds == cyclonedxKinds {
		want.kinds = line.kinds()
	}
	if kinds := corpusKinds(d); kinds != want.kinds {
		faults = append(faults, fmt.Sprintf("kinds %s, want %s", kinds, want.kinds))
	}
	if version := strings.TrimPrefix(versionIn(line.words), "v"); want.versionInWords && version != "" && !strings.HasPrefix(doc.FormatVersion+".", version+".") {
		faults = append(faults, fmt.Sprintf("version %q, want %q", doc.FormatVersion, version))
	}
	if broken := slices.ContainsFunc(doc.Problems, breaksSchema); line.area == "sbom" && line.schema != "not run" && broken == (line.schema == "valid") {
		faults = append(faults, fmt.Sprintf("breaks its schema %v, and a validator says %s", broken, line.schema))
	}
	have := corpusNames(d)
	for _, name := range slices.Sorted(maps.Keys(line.counts)) {
		if n := line.counts[name]; have[name] != n {
			faults = append(faults, fmt.Sprintf("%s=%d, want %d", name, have[name], n))
		}
	}
	return faults
}

// breaksSchema says of a problem that the official schema has it too.
func breaksSchema(p Problem) bool { return p.Code != codeDangling }

func everyFileHasALine(t *testing.T, lines []manifestLine) {
	t.Helper()
	listed := map[string]bool{}
	for _, line := range lines {
		listed[filepath.Join(line.area, line.file)] = true
	}
	for _, folder := range []string{"threatmodel", "declaration", "sbom", "advisories/openvex", "advisories/csaf", "advisories/openeox"} {
		err := fs.WalkDir(os.DirFS(corpusDir), folder, func(path string, e fs.DirEntry, err error) error {
			if err == nil && !e.IsDir() && !strings.HasSuffix(path, ".tsv") && !listed[filepath.FromSlash(path)] {
				t.Errorf("%s: no manifest has it", path)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
}

// aligned lays out a table for people.
func aligned(table [][]string) string {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, line := range table {
		_, _ = fmt.Fprintln(w, strings.Join(line, "\t"))
	}
	_ = w.Flush()
	return b.String()
}

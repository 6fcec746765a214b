package advisory_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bidgate/bidgate/engine/advisory"
)

var update = flag.Bool("update", false, "rewrite what the imports of testdata give")

// TestForms imports a document of every form and holds the records that it gives.
func TestForms(t *testing.T) {
	files, err := filepath.Glob("testdata/import/*.*")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		format, _, _ := strings.Cut(filepath.Base(file), ".")
		seen[format] = true
		d, err := advisory.ImportInMemory(format, filepath.Base(file), data, advisory.Limits{})
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		var got bytes.Buffer
		got.WriteString("as of " + d.Sets()[0].Date + "\n")
		if err := d.Export(&got, "set"); err != nil {
			t.Fatal(err)
		}
		golden := filepath.Join("testdata/want", filepath.Base(file)+".txt")
		if *update {
			if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got.String()); diff != "" {
			t.Errorf("%s (-want +got)\n%s", file, diff)
		}
	}
	for _, f := range advisory.Formats() {
		if !seen[f.Name] {
			t.Errorf("there is no document of the form %s", f.Name)
		}
	}
}

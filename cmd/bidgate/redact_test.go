package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/render"
	"github.com/bidgate/bidgate/engine/report"
)

// TestRedactedNamesNothing: of each fixture, what check says with --redact names
// no document, product, component or other place of the bundle, in the text and
// in the JSON.
func TestRedactedNamesNothing(t *testing.T) {
	files, err := filepath.Glob("../../fixtures/*/report.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	for _, file := range files {
		f, err := os.Open(file) //nolint:gosec // from the pattern
		if err != nil {
			t.Fatal(err)
		}
		r, err := report.Decode(f)
		_ = f.Close()
		if err != nil {
			t.Fatal(err)
		}
		told, err := causesOf(redacted(r))
		if err != nil {
			t.Fatal(err)
		}
		text := render.NewSheet(render.Options{})
		checkedText(text, told)
		data, err := json.Marshal(told)
		if err != nil {
			t.Fatal(err)
		}
		said := string(data) + strings.Join(strings.Fields(text.String()), " ")
		for _, name := range namesIn(t, r) {
			if strings.Contains(said, name) {
				t.Errorf("%s: names %q", file, name)
			}
		}
	}
}

// namesIn are the names that a report has of things in the bundle, but for those
// that are words of ours too, as clauses are.
func namesIn(t *testing.T, r *report.Report) []string {
	t.Helper()
	ours, err := os.ReadFile("../../policies/bidgate/catalog/data.json")
	if err != nil {
		t.Fatal(err)
	}
	list := []string{r.Offer.Vendor}
	for _, item := range r.Offer.Items {
		list = append(list, item.Product)
	}
	for _, d := range r.Documents {
		list = append(list, d.Path, d.SHA256)
	}
	for i := range r.Findings {
		for _, statements := range [][]report.Statement{r.Findings[i].Violations, r.Findings[i].Reviews} {
			for _, s := range statements {
				for _, p := range s.Places {
					list = append(list, p.Name)
				}
			}
		}
	}
	var names []string
	for _, name := range list {
		if strings.ContainsAny(name, "-/@._0123456789") && len(name) > 5 && !bytes.Contains(ours, []byte(`"`+name+`"`)) {
			names = append(names, name)
		}
	}
	return names
}

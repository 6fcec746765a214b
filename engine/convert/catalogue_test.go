package convert_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/convert"
	"github.com/bidgate/bidgate/engine/evidence"
)

var update = flag.Bool("update", false, "rewrite the generated files")

const cataloguePath = "../../policies/standard/nist-ir-8259.cdx.json"

// TestCatalogue keeps the document of standards current with the requirements,
// and valid: it has one clause for each that the form knows.
func TestCatalogue(t *testing.T) {
	got, err := convert.Catalogue(clauses(t))
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(cataloguePath, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want := file(t, cataloguePath); !bytes.Equal(want, got) {
		t.Errorf("%s is not what the requirements say; run go test ./engine/convert -update", cataloguePath)
	}
	bundle, err := evidence.OpenFile("nist-ir-8259.cdx.json", bytes.NewReader(got), evidence.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	d := evidence.Read(bundle)
	if problems := d.Bundle.Documents[0].Problems; len(problems) > 0 || d.Bundle.Kinds.Standard.Readable != 1 || len(d.Catalogues) != 3 {
		t.Fatalf("problems %v, %d catalogues", problems, len(d.Catalogues))
	}
	for i, want := range map[int]int{0: 42, 1: 31, 2: 17} {
		c := d.Catalogues[i]
		if len(c.Clauses.Items) != want {
			t.Errorf("%s: %d clauses, want %d", c.ID.Value, len(c.Clauses.Items), want)
		}
		for _, clause := range c.Clauses.Items {
			if i > 0 && clause.Name.State != evidence.Stated {
				t.Errorf("%s-%s has no title", c.ID.Value, clause.ID.Value)
			}
		}
	}
}

// clauses are the rows of the generated catalogue of requirements that have
// the ids of clauses; of several for one clause, those of the first requirement.
func clauses(t *testing.T) map[string]convert.Clause {
	t.Helper()
	type source struct{ Confidence string }
	var catalogue struct {
		Requirements map[string]struct {
			Members map[string]struct {
				Title       string
				Family      string
				FamilyTitle string `json:"family_title"`
				Sources     []source
			}
		}
	}
	if err := json.Unmarshal(file(t, "../../policies/bidgate/catalog/data.json"), &catalogue); err != nil {
		t.Fatal(err)
	}
	found := map[string]convert.Clause{}
	for _, requirement := range slices.Sorted(maps.Keys(catalogue.Requirements)) {
		for id, m := range catalogue.Requirements[requirement].Members {
			if _, had := found[id]; had || !strings.HasPrefix(id, "ir8259") {
				continue
			}
			c := convert.Clause{Title: m.Title, Family: m.Family, FamilyTitle: m.FamilyTitle}
			for _, s := range m.Sources {
				if c.Confidence == "" || s.Confidence == "source" {
					c.Confidence = s.Confidence
				}
			}
			found[id] = c
		}
	}
	return found
}

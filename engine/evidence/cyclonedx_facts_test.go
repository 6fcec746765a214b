package evidence

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// quickFacts puts our facts into the form of slowFacts.
func quickFacts(r reading) map[string]any {
	f := &r.sbom.Facts
	facts := map[string]any{"all": f.Components.All, "software": f.Components.Software, "services": f.Services,
		"duplicates": len(f.DuplicateRefs)}
	list := func(name string, rows []Row) {
		pointers := []string{}
		for _, row := range rows {
			pointers = append(pointers, componentPointer(r.components, int(row)))
		}
		sort.Strings(pointers)
		if len(pointers) > 0 {
			facts[name] = pointers
		}
	}
	for name, c := range map[string]*Coverage{"name": &f.ComponentName, "version": &f.ComponentVersion,
		"identifier": &f.ComponentIdentifier, "producer": &f.ComponentProducer, "supplier": &f.ComponentSupplier,
		"hash": &f.ComponentHash, "licence": &f.ComponentLicence} {
		for population, s := range map[string]*Share{"all": &c.All, "software": &c.Software} {
			prefix := population + " " + name + " "
			list(prefix+"unknown", s.Unknown)
			list(prefix+"withheld", s.Withheld)
			list(prefix+"absent", s.Absent)
			list(prefix+"placeholder", s.Placeholder)
			list(prefix+"invalid", s.Invalid)
			if s.Stated > 0 {
				facts[prefix+"stated"] = s.Stated
			}
		}
	}
	if g := &f.Graph; g.Entries > 0 {
		facts["edges"], facts["dangling references"] = g.Edges, g.DanglingReferences
		facts["direct"], facts["depth"] = g.Direct, g.Depth
		if g.RootListed {
			facts["root"] = true
		}
		if len(g.Dangling) > 0 {
			rows := []string{}
			for _, row := range g.Dangling {
				rows = append(rows, "/dependencies/"+strconv.Itoa(int(r.dependencies.edges[row].index)))
			}
			sort.Strings(rows)
			facts["dangling"] = rows
		}
		list("orphan", g.Orphans)
	}
	return facts
}

// sameAsSlow compares our facts with the slow derivation, which knows no
// schema: of a document that breaks its schema it says what the walk alone says.
func sameAsSlow(t *testing.T, data []byte) {
	t.Helper()
	r := walkCycloneDX(&source{data: data, syntax: jsonSyntax}, Limits{}, nil).reading()
	if r.sbom == nil {
		return
	}
	var doc map[string]any
	if err := json.NewDecoder(bytes.NewReader(data)).Decode(&doc); err != nil {
		t.Fatalf("we read what encoding/json does not: %v", err)
	}
	slow := slowFacts(doc)
	for name, list := range slow { // of the stated only the number is kept
		if strings.HasSuffix(name, " stated") {
			slow[name] = len(list.([]string))
		}
	}
	if diff := cmp.Diff(slow, quickFacts(r)); diff != "" {
		t.Errorf("facts (-slow +ours):\n%s", diff)
	}
	src := &source{data: data, syntax: jsonSyntax}
	for i := 0; i < len(r.components); i += 1 + len(r.components)/8 {
		if at := src.offset(componentPointer(r.components, i)); at != r.components[i].offset {
			t.Errorf("row %d: offset %d, its pointer leads to %d", i, r.components[i].offset, at)
		}
	}
}

func TestFactsEqualSlowDerivation(t *testing.T) {
	OneGoroutine(t)
	files := 0
	for _, pattern := range []string{"testdata/cyclonedx/*.json", corpusDir + "/*/*.cdx.json", corpusDir + "/conformance/1.*/*.json"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range found {
			files++
			t.Run(filepath.Base(file), func(t *testing.T) { sameAsSlow(t, readFile(t, file).data) })
		}
	}
	if files < 7 {
		t.Errorf("only %d documents were read", files)
	}
}

func TestFactsOfGeneratedSBOMs(t *testing.T) {
	for _, n := range []int{0, 1, 9, 400} {
		sameAsSlow(t, generateSBOM(n))
	}
}

package evidence

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

const locateSBOM = `{
 "bomFormat": "CycloneDX", "specVersion": "1.5",
 "metadata": {
  "component": {"type": "device", "name": "Gateway", "bom-ref": "root"}
 },
 "components": [
  {"type": "library", "name": "a", "version": "1", "bom-ref": "a"},
  {"type": "library", "group": "g", "name": "b", "bom-ref": "b", "components": [
    {"type": "library", "name": "c", "bom-ref": "c"}
  ]}
 ],
 "dependencies": [
  {"ref": "root", "dependsOn": ["a"]},
  {"ref": "a", "dependsOn": ["gone"]}
 ]
}`

const locateModel = `threat_model: 1
product: {name: Gateway}
threats:
  - id: T-1
    title: one
  - id: T-2
    mitigations: [M-1]
mitigations:
  - id: M-1
    title: first
`

const locateDeclaration = `declaration: 1
product: {name: Gateway}
answers:
  - requirement: ir8259a-SU
    status: met
`

func TestLocate(t *testing.T) {
	d := readFiles(t, map[string]string{"a.cdx.json": locateSBOM, "b.yaml": locateModel, "c.yaml": locateDeclaration, "d.pdf": "%PDF-1.7"})
	if len(d.SBOMs) != 1 || len(d.ThreatModels) != 1 || len(d.Declarations) != 1 {
		t.Fatalf("%+v", d.Bundle.Documents)
	}
	d.Links.Pairs = []Pair{{Left: Side{Kind: KindSBOM, Document: 0}, Right: Side{Kind: KindDeclaration, Document: 2}}}
	b, c := Place{0, "/components/1", 8, 3, "g/b"}, Place{0, "/components/1/components/0", 9, 5, "c"}
	cases := []struct {
		path string
		want []Place
	}{
		{`[]`, []Place{{Document: -1}}},
		{`["offer"]`, []Place{{Document: -1}}},
		{`["profile", "id"]`, []Place{{Document: -1}}},
		{`["bundle"]`, []Place{{Document: -1}}},
		{`["bundle", "kinds", "sbom"]`, []Place{{Document: -1}}},
		{`["bundle", "kinds", "declaration", "candidates"]`, []Place{{Document: 3}}},
		{`["bundle", "manifest"]`, []Place{{Document: -1}}},
		{`["bundle", "documents", 2]`, []Place{{Document: 2}}},
		{`["bundle", "documents", 2, "sha256"]`, []Place{{Document: 2}}},
		{`["sboms", 0]`, []Place{{Document: 0}}},
		{`["sboms", 0, "subject", "version"]`, []Place{{0, "/metadata/component/version", 4, 16, ""}}},
		{`["sboms", 0, "subject", "bom_ref"]`, []Place{{0, "/metadata/component/bom-ref", 4, 65, ""}}},
		{`["sboms", 0, "timestamp"]`, []Place{{0, "/metadata/timestamp", 3, 14, ""}}},
		{`["sboms", 0, "serial_number", "state"]`, []Place{{0, "/serialNumber", 1, 1, ""}}},
		{`["sboms", 0, "version"]`, []Place{{0, "/version", 1, 1, ""}}},
		{`["sboms", 0, "facts"]`, []Place{{0, "/components", 6, 16, ""}}},
		{`["sboms", 0, "facts", "components", "all"]`, []Place{{0, "/components", 6, 16, ""}}},
		{`["sboms", 0, "facts", "graph"]`, []Place{{0, "/dependencies", 12, 18, ""}}},
		{`["sboms", 0, "facts", "graph", "depth"]`, []Place{{0, "/dependencies", 12, 18, ""}}},
		{`["sboms", 0, "facts", "component_version"]`, []Place{b, c}},
		{`["sboms", 0, "facts", "component_version", "software", "absent"]`, []Place{b, c}},
		{`["sboms", 0, "facts", "component_version", "software", "absent", 1]`, []Place{c}},
		{`["sboms", 0, "facts", "component_version", "software", "unknown"]`, []Place{{0, "/components", 6, 16, ""}}},
		{`["sboms", 0, "facts", "graph", "dangling"]`, []Place{{0, "/dependencies/1", 14, 3, "a"}}},
		{`["components", 0]`, []Place{{0, "/components", 6, 16, ""}}},
		{`["components", 0, 1]`, []Place{b}},
		{`["components", 0, 1, "version"]`, []Place{{0, "/components/1/version", 8, 3, "g/b"}}},
		{`["dependencies", 0, 0]`, []Place{{0, "/dependencies/0", 13, 3, "root"}}},
		{`["threat_models", 0]`, []Place{{Document: 1}}},
		{`["threat_models", 0, "threats", "items", 1]`, []Place{{1, "/threats/1", 6, 5, ""}}},
		{`["threat_models", 0, "threats", "items", 1, "title"]`, []Place{{1, "/threats/1/title", 6, 5, ""}}},
		{`["threat_models", 0, "threats", "items", 1, "mitigations"]`, []Place{{1, "/mitigations/0", 9, 5, ""}}},
		{`["threat_models", 0, "next_review"]`, []Place{{1, "/next_review", 1, 1, ""}}},
		{`["threat_models", 0, "counts", "open"]`, []Place{{1, "/threats", 4, 3, ""}}},
		{`["declarations", 0, "support", "end"]`, []Place{{2, "/support/end", 1, 1, ""}}},
		{`["declarations", 0, "product", "name"]`, []Place{{2, "/product/name", 2, 17, ""}}},
		{`["declarations", 0, "clauses", "ir8259a-SU-2"]`, []Place{{2, "/answers/0", 4, 5, "ir8259a-SU"}}},
		{`["declarations", 0, "clauses", "ir8259a-DI-1"]`, []Place{{2, "/answers", 4, 3, ""}}},
		{`["links", "pairs", 0]`, []Place{{0, "/metadata/component", 4, 16, ""}, {2, "/product", 2, 10, ""}}},
		{`["links", "pairs", 0, "version"]`, []Place{{0, "/metadata/component", 4, 16, ""}, {2, "/product", 2, 10, ""}}},
	}
	for _, c := range cases {
		var path []any
		if err := json.Unmarshal([]byte(c.path), &path); err != nil {
			t.Fatal(err)
		}
		got, total, err := d.Locate(path, math.MaxInt)
		if err != nil {
			t.Errorf("%s: %v", c.path, err)
			continue
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.path, diff)
		}
		for most := range len(c.want) + 2 {
			some, counted, err := d.Locate(path, most)
			if diff := cmp.Diff(c.want[:min(most, len(c.want))], some, cmpopts.EquateEmpty()); diff != "" || err != nil || counted != total || total != len(c.want) {
				t.Errorf("%s, %d of them: %d, %v %s", c.path, most, counted, err, diff)
			}
		}
	}
	for _, path := range [][]any{{"sboms", 7}, {"sboms", 0, "colour"}, {"sboms", "x"}, {"components", 0, 99}, {"bundle", "digest", "x"},
		{"declarations", 0, "clauses", "none"}, {"sboms", 0.5}, {"sboms", -1}} {
		if got, _, err := d.Locate(path, 1); err == nil {
			t.Errorf("%v gives %+v", path, got)
		}
	}
}

// located is where a path leads, by its JSON.
func located(t *testing.T, d *Dossier, text string) []Place {
	t.Helper()
	var path []any
	if err := json.Unmarshal([]byte(text), &path); err != nil {
		t.Fatal(err)
	}
	places, _, err := d.Locate(path, math.MaxInt)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return places
}

// TestPositionsAreFoundAgain: what the reader notes of places at the top level,
// and counts eight bytes at a time, is what a search finds byte by byte.
func TestPositionsAreFoundAgain(t *testing.T) {
	text := "{\n \"specVersion\": \"1.6\", \"é✓\": [1],\r\n\t\"bomFormat\" :\"CycloneDX\",\"version\":1 , \"metadata\": {\"timestamp\":\"x\", \"b\": [ {\"c\":2}]},\"components\":[\n{\"type\":\"library\",\"name\":\"名前 ✓ with a long name\"}],\"x\":{}}"
	src := &source{path: "a.json", data: []byte(text), syntax: jsonSyntax}
	walkCycloneDX(src, Limits{}, nil)
	if len(src.top.known) == 0 {
		t.Fatal("the reader notes nothing")
	}
	plain := &source{path: "a.json", data: []byte(text), syntax: jsonSyntax}
	for _, pointer := range []string{
		"", "/specVersion", "/bomFormat", "/version", "/metadata", "/metadata/b/0/c", "/metadata/z", "/components/0/name", "/components/7", "/x", "/x/y", "/é✓/0", "/services", "/nothing",
	} {
		got, want := src.position(pointer), plain.position(pointer)
		line, column := 1, 1
		for _, c := range text[:plain.offset(pointer)] {
			if column++; c == '\n' {
				line, column = line+1, 1
			}
		}
		if got != want || got.Line != line || got.Column != column {
			t.Errorf("%q: %+v, want %+v at %d:%d", pointer, got, want, line, column)
		}
	}
}

// TestLinesAreCountedBesideTheDigest: what is counted piece by piece on the way
// to a digest is what is counted at once, for documents of JSON only.
func TestLinesAreCountedBesideTheDigest(t *testing.T) {
	for _, text := range []string{
		"{}", "{" + strings.Repeat("\"é\": [\r\n1],", 200_000) + "}", "{" + strings.Repeat("\"名\", ", 300_000) + "}",
		"{" + strings.Repeat("x", 2*lineBlock-1), "{" + strings.Repeat("\n", 256<<10-1),
	} {
		files := []file{{data: []byte(text)}, {data: []byte("%PDF" + text)}}
		sources := []*source{{data: files[0].data}, {data: files[1].data}}
		startDigests(files, sources)()
		want := &source{data: files[0].data}
		want.lineColumn(0)
		if got := sources[0].lines.marks; !slices.Equal(got, want.lines.marks) {
			t.Errorf("%.20q of %d bytes: %d marks differ from %d", text, len(text), len(got), len(want.lines.marks))
		}
		if got := sources[1].lines.marks; got != nil {
			t.Errorf("the lines of what is no JSON were counted: %d marks", len(got))
		}
	}
}

// BenchmarkLineIndex is what a document of 15 MB on one line takes before its
// first place has a column.
func BenchmarkLineIndex(b *testing.B) {
	data := []byte(strings.Repeat("{\"name\": \"é\"}, ", 1_000_000))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		src := &source{data: data}
		src.lineColumn(int64(len(data)))
	}
}

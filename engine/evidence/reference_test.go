package evidence

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/tester"
)

// referenceDir holds the derivation, which no program is built with.
const referenceDir = "../../policies/reference"

// reference is the derivation in Rego, ready to run.
func reference(t testing.TB) rego.PreparedEvalQuery {
	t.Helper()
	files, err := filepath.Glob(referenceDir + "/*.rego")
	if err != nil || len(files) == 0 {
		t.Fatalf("no reference derivation: %v", err)
	}
	options := []func(*rego.Rego){rego.Query("data.reference.facts"), rego.StrictBuiltinErrors(false), rego.Strict(true)}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		options = append(options, rego.Module(file, string(text)))
	}
	query, err := rego.New(options...).PrepareForEval(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return query
}

// TestReferenceRego runs the tests of the reference itself.
func TestReferenceRego(t *testing.T) {
	OneGoroutine(t)
	results, err := tester.Run(t.Context(), referenceDir)
	if err != nil {
		t.Fatal(err)
	}
	if len(results) == 0 {
		t.Error("the reference has no tests")
	}
	for _, r := range results {
		if !r.Pass() {
			t.Errorf("%s at %s: %v", r.Name, r.Location, r.Error)
		}
	}
}

// rederived is what the reference says of a document.
func rederived(t testing.TB, query rego.PreparedEvalQuery, document []byte) map[string]any {
	t.Helper()
	results, err := query.Eval(t.Context(), rego.EvalInput(decode(t, document)))
	if err != nil {
		t.Fatal(err)
	}
	if len(results) != 1 {
		t.Fatal("the reference derives nothing")
	}
	text, err := json.Marshal(results[0].Expressions[0].Value)
	if err != nil {
		t.Fatal(err)
	}
	return decode(t, text).(map[string]any)
}

func decode(t testing.TB, text []byte) any {
	t.Helper()
	var v any
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	if err := dec.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

// measured is what bidgate says of it in the same form, nil where it is no
// readable SBOM: row numbers become pointers, in order. The reference knows no
// schema, so that it is held against what the walk alone says.
func measured(t testing.TB, document []byte) map[string]any {
	t.Helper()
	r := walkCycloneDX(&source{data: document, syntax: jsonSyntax}, Limits{}, nil).reading()
	if r.sbom == nil {
		return nil
	}
	text, err := json.Marshal(pointed(&r, reflect.ValueOf(r.sbom.Facts), ""))
	if err != nil {
		t.Fatal(err)
	}
	facts := decode(t, text).(map[string]any)
	delete(facts["text"].(map[string]any), "confusable") // it needs normal forms, which Rego has not
	return facts
}

func pointed(r *reading, v reflect.Value, table string) any {
	switch {
	case v.Type() == reflect.TypeFor[[]Row]():
		pointers := []string{}
		for _, row := range v.Interface().([]Row) {
			switch table {
			case "dependencies":
				pointers = append(pointers, "/dependencies/"+strconv.Itoa(int(r.dependencies.edges[row].index)))
			case "compositions":
				pointers = append(pointers, r.compositions[row].Location)
			default:
				pointers = append(pointers, componentPointer(r.components, int(row)))
			}
		}
		slices.Sort(pointers)
		return pointers
	case v.Kind() == reflect.Struct:
		object := map[string]any{}
		for i := range v.NumField() {
			f := v.Type().Field(i)
			below := table
			if own := f.Tag.Get("table"); own != "" {
				below = own
			}
			object[f.Tag.Get("json")] = pointed(r, v.Field(i), below)
		}
		return object
	}
	return v.Interface()
}

// agrees holds what bidgate measures equal to what the reference derives. It
// reports whether there was something to compare.
func agrees(t testing.TB, query rego.PreparedEvalQuery, document []byte) bool {
	t.Helper()
	ours := measured(t, document)
	if ours == nil {
		return false
	}
	if diff := cmp.Diff(rederived(t, query, document), ours); diff != "" {
		t.Errorf("facts (-reference +bidgate):\n%s", diff)
	}
	return true
}

// largeDocument is from where the reference takes minutes: it holds the whole
// tree and walks it.
const largeDocument = 600 << 10

var updateReference = flag.Bool("update", false, "rewrite generated files")

var allSizes = flag.Bool("all-sizes", false, "run the reference derivation over large documents too")

// TestReferenceOnCorpus reads other people's SBOMs, and our copies, both ways.
func TestReferenceOnCorpus(t *testing.T) {
	OneGoroutine(t)
	query := reference(t)
	files := []string{}
	for _, pattern := range []string{"testdata/cyclonedx/*.json", corpusDir + "/sbom/*.cdx.json",
		corpusDir + "/declaration/*.cdx.json", corpusDir + "/conformance/1.*/*.json"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	compared := 0
	for _, file := range files {
		document, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			if len(document) > largeDocument && !*allSizes {
				t.Skipf("%d bytes take long in Rego; -all-sizes reads them", len(document))
			}
			if agrees(t, query, document) {
				compared++
			}
		})
	}
	t.Logf("%d of %d documents compared", compared, len(files))
	if compared == 0 {
		t.Error("no document was compared")
	}
	if len(files) < 50 {
		t.Log("the corpus is not beside this repository, so only the copies were read")
	}
}

// TestReferenceLists holds the SPDX list of the reference equal to ours.
func TestReferenceLists(t *testing.T) {
	first, second, _ := strings.Cut(spdxText, "\n\n")
	var b bytes.Buffer
	b.WriteString("# Generated from engine/evidence/spdx.txt by go test ./engine/evidence -run ReferenceLists -update.\npackage reference\n\n")
	set := func(name, lines string) {
		fmt.Fprintf(&b, "%s := {\n", name)
		for line := range strings.Lines(lines) {
			if id := strings.TrimSpace(line); id != "" && !strings.HasPrefix(id, "#") {
				fmt.Fprintf(&b, "\t%q,\n", id)
			}
		}
		b.WriteString("}\n\n")
	}
	set("_ids", first)
	set("_exception_ids", second)
	b.WriteString("licence_ids := _ids | _exception_ids\n\nlicences := {lower(id) | some id in _ids}\n\nexceptions := {lower(id) | some id in _exception_ids}\n")
	const path = referenceDir + "/spdx.rego"
	if *updateReference {
		if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(path); err != nil || !bytes.Equal(want, b.Bytes()) {
		t.Errorf("%s is not what the list says; run make golden", path)
	}
}

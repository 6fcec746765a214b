package evidence

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// wholeSchemas compiles the official schemas with a validator of their own,
// which reads whole documents: what ours is held equal to. It knows only the
// official files, and our formats.
func wholeSchemas(t testing.TB) map[string]*jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	for name, format := range textFormats {
		c.RegisterFormat(&jsonschema.Format{Name: name, Validate: func(v any) error {
			if text, ok := v.(string); ok && !format.valid(text) {
				return jsonschema.LocalizableError("not %s", format.name)
			}
			return nil
		}})
	}
	c.UseLoader(officialLoader{})
	all := map[string]*jsonschema.Schema{}
	for _, version := range cdxVersions {
		compiled, err := c.Compile("http://cyclonedx.org/schema/bom-" + version + ".schema.json")
		if err != nil {
			t.Fatal(err)
		}
		all[version] = compiled
	}
	return all
}

// officialFolder has the schemas as they are published.
const officialFolder = "schema/cyclonedx/"

type officialLoader struct{}

func (officialLoader) Load(url string) (any, error) {
	data, err := os.ReadFile(officialFolder + filepath.Base(url))
	if err != nil {
		return nil, err
	}
	return jsonschema.UnmarshalJSON(bytes.NewReader(data))
}

// schemaProblems are the problems of a reading that the schema found.
func schemaProblems(r reading) []Problem {
	var list []Problem
	for _, p := range r.problems {
		if p.Code == codeSchema {
			list = append(list, p)
		}
	}
	return list
}

// TestConformanceCases tells every official case of CycloneDX apart.
func TestConformanceCases(t *testing.T) {
	cases := 0
	for _, row := range corpusTable(t, "conformance/MANIFEST.tsv") {
		if row["format"] != "json" {
			continue
		}
		cases++
		t.Run(row["file"], func(t *testing.T) {
			checkConformance(t, filepath.Join(corpusDir, "conformance", row["file"]), row["expected"] == "valid")
		})
	}
	if cases != 214 {
		t.Errorf("%d cases, want 214", cases)
	}
}

// TestConformanceHere does the same with the cases that are kept here.
func TestConformanceHere(t *testing.T) {
	files, err := filepath.Glob("testdata/conformance/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			checkConformance(t, file, strings.HasPrefix(filepath.Base(file), "valid"))
		})
	}
}

func checkConformance(t *testing.T, file string, valid bool) {
	got := readCycloneDXJSON(readFile(t, file), Limits{})
	problems := schemaProblems(got)
	for _, p := range problems {
		t.Logf("%d:%d %s: %s", p.At.Line, p.At.Column, p.At.Pointer, p.Message)
		if p.At.Line == 0 || p.Message == "" {
			t.Errorf("no place or no sentence: %+v", p)
		}
	}
	switch {
	case valid && (len(notDangling(file, got.problems)) > 0 || !got.readable):
		t.Errorf("a valid document has problems: %+v", got.problems)
	case !valid && got.readable && len(problems) == 0:
		t.Errorf("an invalid document has no problem with its schema")
	case !valid && !got.readable && len(got.problems) == 0:
		t.Errorf("an unreadable document has no problem")
	}
}

// TestCorpusSchemas holds every SBOM of the corpus against what another
// validator found, and against the whole-document one.
func TestCorpusSchemas(t *testing.T) {
	OneGoroutine(t)
	whole := wholeSchemas(t)
	for _, row := range corpusTable(t, "sbom/MANIFEST.tsv") {
		if row["schema check"] == "not run" || !strings.HasSuffix(row["file"], ".cdx.json") {
			continue
		}
		t.Run(row["file"], func(t *testing.T) {
			src := readFile(t, filepath.Join(corpusDir, "sbom", row["file"]))
			got := readCycloneDXJSON(src, Limits{})
			problems := schemaProblems(got)
			for _, p := range problems {
				t.Logf("%d:%d %s: %s", p.At.Line, p.At.Column, p.At.Pointer, p.Message)
			}
			if valid := row["schema check"] == "valid"; valid != (len(problems) == 0) {
				t.Errorf("%d problems, want %s", len(problems), row["schema check"])
			}
			document, err := jsonschema.UnmarshalJSON(bytes.NewReader(src.data))
			if err != nil {
				t.Fatal(err)
			}
			if err := whole[got.formatVersion].Validate(document); (err == nil) != (len(problems) == 0) {
				t.Errorf("%d problems, the whole document has %v", len(problems), err)
			}
		})
	}
}

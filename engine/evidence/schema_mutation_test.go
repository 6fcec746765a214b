package evidence

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestSchemaOfChangedDocuments changes valid and invalid cases in small ways,
// and holds our validation of each equal to that of the whole document by
// another validator.
func TestSchemaOfChangedDocuments(t *testing.T) {
	OneGoroutine(t)
	whole := wholeSchemas(t)
	files, _ := filepath.Glob(corpusDir + "/conformance/1.*/*.json")
	here, _ := filepath.Glob("testdata/conformance/*.json")
	rng := rand.New(rand.NewPCG(1, 2))
	for _, file := range append(here, files...) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if len(data) > 20_000 {
			continue
		}
		for range 25 {
			document, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			for range 1 + rng.IntN(2) {
				document = change(rng, document)
			}
			changed, err := json.Marshal(document)
			if err != nil {
				t.Fatal(err)
			}
			for _, version := range cdxVersions {
				got := validateCycloneDX(&source{data: changed, syntax: jsonSyntax}, version, Limits{}.withDefaults())
				want := whole[version].Validate(document)
				if (len(got.problems) == 0) != (want == nil) {
					t.Fatalf("%s as %s:\n%s\nwe have %v, the other validator %v", file, version, changed, got.problems, want)
				}
			}
		}
	}
}

// another is a value that stands in for another.
func another(rng *rand.Rand) any {
	values := []any{nil, true, "", "x", "a b\nc", "MIT", "SHA-256", "2020-01-01T00:00:00Z", json.Number("0"), json.Number("1.0"), json.Number("-2.5e0"),
		"https://x.example/\\", "urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#a", map[string]any{}, []any{}, []any{"x"}, map[string]any{"name": "x"}}
	return values[rng.IntN(len(values))]
}

// change returns the value with one thing in it changed, somewhere.
func change(rng *rand.Rand, v any) any {
	switch v := v.(type) {
	case map[string]any:
		names := slices.Sorted(maps.Keys(v))
		if len(names) == 0 || rng.IntN(8) == 0 {
			v[fmt.Sprint("extra", rng.IntN(3))] = another(rng)
			return v
		}
		name := names[rng.IntN(len(names))]
		switch rng.IntN(10) {
		case 0:
			delete(v, name)
		case 1:
			v[name] = another(rng)
		case 2:
			v[names[rng.IntN(len(names))]] = v[name]
		default:
			v[name] = change(rng, v[name])
		}
		return v
	case []any:
		if len(v) == 0 {
			return []any{another(rng)}
		}
		i := rng.IntN(len(v))
		switch rng.IntN(8) {
		case 0:
			return append(v, v[i])
		case 1:
			return slices.Delete(v, i, i+1)
		case 2:
			return append(v, another(rng))
		}
		v[i] = change(rng, v[i])
		return v
	}
	return another(rng)
}

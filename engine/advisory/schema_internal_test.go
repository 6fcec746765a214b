package advisory

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestSchemasLikeAnother holds every schema that imports use against another
// validator, on a document that fits and on every way to change one value in it.
func TestSchemasLikeAnother(t *testing.T) {
	kev := `{"catalogVersion":"1","dateReleased":"2026-01-01T00:00:00.5Z","count":1,"vulnerabilities":[{"cveID":"CVE-2026-0001",
		"vendorProject":"a","product":"b","vulnerabilityName":"c","dateAdded":"2026-01-01","shortDescription":"d","requiredAction":"e",
		"dueDate":"2026-02-01","knownRansomwareCampaignUse":"Known","notes":"f","cwes":["CWE-79"]}]}`
	core := `{"$schema":"https://docs.oasis-open.org/openeox/v1.0/schema/core.json","end_of_life":"tba","end_of_sales":"2026-01-01T00:00:00Z",
		"end_of_security_support":"2026-01-01t23:59:60z","general_availability":"tba","last_updated":"2026-01-01T00:00:00+01:00"}`
	list := `{"prohibited_sources":"1","title":"x","issued":"2026-11-01","entries":[{"id":"a","name":"Acmé","aliases":["b"],"domains":["a.example"],
		"cpe_vendors":["acme"],"purl_namespaces":["pkg:golang/github.com/acme"],"identifiers":["CAGE:1A"],"countries":["CN"],"legal_basis":"x",
		"scope":"y","from":"2026-01-01","until":"2027-01-01"},{"id":"b","countries":["RU"],"legal_basis":"z"}]}`
	for name, c := range map[string]struct {
		schema []byte
		fits   string
	}{"kev": {kevSchema, kev}, "openeox": {openEoXSchema, core}, "sources": {sourcesSchema, list}} {
		ours, err := readSchema(c.schema)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		theirs := another(t, c.schema)
		fitting, refused := 0, 0
		for document := range changed(t, c.fits) {
			value, err := jsonschema.UnmarshalJSON(strings.NewReader(document))
			if err != nil {
				t.Fatal(err)
			}
			var plain any
			if err := decode([]byte(document), &plain); err != nil {
				t.Fatal(err)
			}
			found, other := ours.check(plain, ""), theirs.Validate(value)
			if (found == nil) != (other == nil) {
				t.Errorf("%s: %s\nwe say %v, the other says %v", name, document, found, other)
			}
			if found == nil {
				fitting++
			} else {
				refused++
			}
		}
		if fitting < 20 || refused < 100 {
			t.Errorf("%s: %d documents fit and %d do not: that is not much of a test", name, fitting, refused)
		}
	}
}

// TestUnknownKeywordIsNotSkipped: a keyword that is not read refuses the schema.
func TestUnknownKeywordIsNotSkipped(t *testing.T) {
	for _, text := range []string{`{"uniqueItems":true}`, `{"format":"uri"}`, `{"$ref":"#/$defs/a"}`, `{"items":{"pattern":"("}}`, `{"additionalProperties":{}}`} {
		if s, err := readSchema([]byte(text)); err == nil {
			t.Errorf("%s was read as %v", text, s)
		}
	}
}

func another(t *testing.T, schema []byte) *jsonschema.Schema {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", value); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

// changed yields a document, and then the same with one value in it left out,
// replaced, or with a member more.
func changed(t *testing.T, document string) func(yield func(string) bool) {
	t.Helper()
	others := []any{
		nil, true, 1, 1.5, -2, "", " ", "x", "1", "tba", "TBA", "pkg:npm/a", "CVE-2026-12345678901234567890", "CWE-", "CN\n", strings.Repeat("é", 1000), strings.Repeat("e", 1001),
		"2026-02-29", "2028-02-29", "2026-1-01", "2026-01-01T00:00:00Z", "2026-01-01 00:00:00Z", "2026-01-01T00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T1:00:00Z",
		"2026-01-01T00:00:00,5Z", "2026-01-01T00:00:00.Z", "2026-01-01T00:59:60+01:00", "2026-01-01T00:00:60Z", "2026-01-01t00:00:00.123456789012z", "2026-01-01T00:00:00+24:00",
		[]any{}, []any{1}, []any{"CWE-1", "a.example"}, map[string]any{}, map[string]any{"id": "a", "legal_basis": "b"},
	}
	return func(yield func(string) bool) {
		var value any
		if err := json.Unmarshal([]byte(document), &value); err != nil {
			t.Fatal(err)
		}
		each(value, func(holder any, set func(any), remove func()) bool {
			for _, other := range append(slices.Clone(others), holder) {
				set(other)
				text, err := json.Marshal(value)
				if err != nil || !yield(string(text)) {
					return false
				}
			}
			if remove != nil {
				remove()
				text, err := json.Marshal(value)
				if err != nil || !yield(string(text)) {
					return false
				}
				set(holder)
			}
			return true
		})
	}
}

// each goes over the values in a value, and over a member that is not there in
// every object; set puts another in the place, and remove takes it out.
func each(value any, do func(old any, set func(any), remove func()) bool) bool {
	switch v := value.(type) {
	case map[string]any:
		for _, name := range append(slices.Sorted(maps.Keys(v)), fmt.Sprint("novel", len(v))) {
			old, there := v[name]
			if !do(old, func(other any) { v[name] = other }, func() { delete(v, name) }) {
				return false
			}
			if !there {
				delete(v, name)
			} else if !each(old, do) {
				return false
			}
		}
	case []any:
		for i, old := range v {
			if !do(old, func(other any) { v[i] = other }, nil) || !each(old, do) {
				return false
			}
		}
	}
	return true
}

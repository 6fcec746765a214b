package evidence

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// componentPlaces finds in a schema of CycloneDX every place where a component
// may stand: the names of members, "*" for the items of a list.
func componentPlaces(schema map[string]any) []string {
	var places []string
	var look func(v any, place string, seen []string)
	look = func(v any, place string, seen []string) {
		s, _ := v.(map[string]any)
		if ref, _ := s["$ref"].(string); ref == "#/definitions/component" {
			places = append(places, place)
			return
		} else if name, ok := strings.CutPrefix(ref, "#/definitions/"); ok && !slices.Contains(seen, name) {
			look(schema["definitions"].(map[string]any)[name], place, append(slices.Clone(seen), name))
		}
		for _, key := range []string{"oneOf", "anyOf", "allOf"} {
			alternatives, _ := s[key].([]any)
			for _, a := range alternatives {
				look(a, place, seen)
			}
		}
		properties, _ := s["properties"].(map[string]any)
		for name, p := range properties {
			look(p, place+"/"+name, seen)
		}
		if items, ok := s["items"].([]any); ok {
			for _, item := range items {
				look(item, place+"/*", seen)
			}
		} else if s["items"] != nil {
			look(s["items"], place+"/*", seen)
		}
	}
	look(schema, "", nil)
	slices.Sort(places)
	return slices.Compact(places)
}

// planted is a document of a version with one component at a place.
func planted(version, place string) string {
	value := `{"type": "library", "name": "planted", "version": "1"}`
	steps := strings.Split(place, "/")
	for _, step := range slices.Backward(steps[1:]) {
		if step == "*" {
			value = "[" + value + "]"
		} else {
			value = fmt.Sprintf("{%q: %s}", step, value)
		}
	}
	return fmt.Sprintf(`{"bomFormat": "CycloneDX", "specVersion": %q, "version": 1, %s`, version, value[1:])
}

// TestEveryPlaceOfTheSchemas plants a component at every place where a version
// of CycloneDX knows one, and finds it.
func TestEveryPlaceOfTheSchemas(t *testing.T) {
	for _, version := range cdxVersions {
		text, err := os.ReadFile(officialFolder + "bom-" + version + ".schema.json")
		if err != nil {
			t.Fatal(err)
		}
		var schema map[string]any
		if err := json.Unmarshal(text, &schema); err != nil {
			t.Fatal(err)
		}
		places := componentPlaces(schema)
		t.Log(version, places)
		if len(places) < 2 {
			t.Errorf("%s: only %v", version, places)
		}
		for _, place := range places {
			document := planted(version, place)
			r := walkCycloneDX(&source{data: []byte(document), syntax: jsonSyntax}, Limits{}, nil)
			found := r.sbom.Subject.Name.Value
			if len(r.rows) == 1 {
				found = r.rows[0].Name
				if want := strings.ReplaceAll(place, "*", "0"); componentPointer(r.rows, 0) != want {
					t.Errorf("%s: the pointer is %s, want %s", version, componentPointer(r.rows, 0), want)
				}
			}
			if found != "planted" {
				t.Errorf("%s: no component is found in %s", version, document)
			}
		}
	}
}

// TestAsideComponentsAreInNoPopulation: what stands beside the components of
// the product changes no measure of them.
func TestAsideComponentsAreInNoPopulation(t *testing.T) {
	product := `"components": [{"type": "library", "name": "a", "version": "1", "bom-ref": "a"}]`
	for from, members := range map[string]string{
		"declarations":    `"declarations": {"targets": {"components": [{"type": "device", "name": "x", "bom-ref": "x"}]}}`,
		"vulnerabilities": `"vulnerabilities": [{"tools": {"components": [{"type": "application", "name": "x", "bom-ref": "x"}]}}]`,
		"annotations": `"annotations": [{"subjects": [], "annotator": {"component": {"type": "application", "name": "x", "bom-ref": "x"}},
			"timestamp": "2026-11-02T10:00:00Z", "text": "t"}]`,
	} {
		r, alone := readText(cycloneDX(product, members)), readText(cycloneDX(product))
		if len(r.components) != 2 || r.components[1].From != from {
			t.Errorf("%s: rows %v", from, r.components)
			continue
		}
		f, want := r.sbom.Facts, alone.sbom.Facts
		if f.Components.All != want.Components.All || f.ComponentName.All.Total != 1 || f.Places.Required != 1 || len(f.DuplicateRefs) != 0 {
			t.Errorf("%s: %+v, %+v", from, f.Components, f.Places)
		}
		if problems := schemaProblems(r); from != "declarations" && len(problems) != 0 {
			t.Errorf("%s: %v", from, problems)
		}
	}
}

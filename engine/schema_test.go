package engine

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/evidence"
	"github.com/bidgate/bidgate/engine/report"
)

var update = flag.Bool("update", false, "rewrite generated files and goldens")

// enums are the closed sets of the typed strings in the input.
var enums = map[reflect.Type][]string{
	reflect.TypeFor[evidence.State]():  {"absent", "stated", "unknown", "withheld", "placeholder", "unsupported", "invalid"},
	reflect.TypeFor[evidence.Kind]():   {"sbom", "threat_model", "declaration", "vex", "lifecycle", "standard", "attestation", "attachment"},
	reflect.TypeFor[report.Severity](): {"blocking", "major", "minor", "info"},
	reflect.TypeFor[report.Level]():    {"asserted", "evidenced", "verified"},
}

// TestInputSchema holds policies/schema/input.json equal to the Go types that
// write the input, so that neither can gain a field without the other.
func TestInputSchema(t *testing.T) {
	definitions := definitions{}
	schema := definitions.object(reflect.TypeFor[input]())
	delete(schema, "required") // top-level keys that no selected requirement reads are pruned
	schema["definitions"] = definitions
	schema["$schema"] = "http://json-schema.org/draft-07/schema#"
	schema["title"] = "bidgate input document"
	var got bytes.Buffer
	enc := json.NewEncoder(&got)
	enc.SetIndent("", "  ")
	if err := enc.Encode(schema); err != nil {
		t.Fatal(err)
	}
	const path = "../policies/schema/input.json"
	if *update {
		if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("%s is not what the Go types say; run make golden", path)
	}
}

// definitions collects the schemas of named types, each written once.
type definitions map[string]any

func (d definitions) schemaOf(t reflect.Type, enum string) map[string]any {
	if values, ok := enums[t]; ok {
		return map[string]any{"type": "string", "enum": values}
	}
	switch {
	case t == reflect.TypeFor[evidence.Clauses]():
		properties := map[string]any{}
		for _, id := range evidence.KnownClauses() {
			properties[id] = d.schemaOf(reflect.TypeFor[evidence.ClauseAnswer](), "")
		}
		return closed(properties)
	case t == reflect.TypeFor[parameters]():
		return map[string]any{"type": "object"}
	case t == reflect.TypeFor[json.RawMessage]():
		return map[string]any{} // the vendor's own tree: anything
	}
	if row, is := t.MethodByName("At"); is { // a table that makes its rows
		return map[string]any{"type": "array", "items": d.schemaOf(row.Type.Out(0), "")}
	}
	switch t.Kind() {
	case reflect.Pointer:
		return d.schemaOf(t.Elem(), "")
	case reflect.Struct:
		name := definitionName(t)
		if _, ok := d[name]; !ok {
			d[name] = nil
			d[name] = d.object(t)
		}
		return map[string]any{"$ref": "#/definitions/" + name}
	case reflect.Slice:
		return map[string]any{"type": "array", "items": d.schemaOf(t.Elem(), "")}
	case reflect.Map:
		return map[string]any{"type": "object", "additionalProperties": d.schemaOf(t.Elem(), "")}
	case reflect.String:
		if enum != "" {
			return map[string]any{"type": "string", "enum": strings.Split(enum, ",")}
		}
		return map[string]any{"type": "string"}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Float64:
		return map[string]any{"type": "number"}
	case reflect.Int, reflect.Int64:
		return map[string]any{"type": "integer"}
	}
	panic("no schema for " + t.String())
}

func (d definitions) object(t reflect.Type) map[string]any {
	properties := map[string]any{}
	d.addFields(properties, t)
	return closed(properties)
}

func (d definitions) addFields(properties map[string]any, t reflect.Type) {
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			d.addFields(properties, f.Type)
			continue
		}
		if !f.IsExported() {
			continue
		}
		properties[f.Tag.Get("json")] = d.schemaOf(f.Type, f.Tag.Get("enum"))
	}
}

// definitionName is the type's name with package, and without the brackets of
// a generic one: evidence.List[evidence.Person] is list_of_person.
func definitionName(t reflect.Type) string {
	name := t.String()
	if outer, inner, ok := strings.Cut(name, "["); ok {
		inner = strings.TrimSuffix(inner[strings.LastIndexAny(inner, "./")+1:], "]")
		return outer + "_of_" + inner
	}
	return name
}

func closed(properties map[string]any) map[string]any {
	required := make([]string, 0, len(properties))
	for name := range properties {
		required = append(required, name)
	}
	slices.Sort(required)
	return map[string]any{"type": "object", "properties": properties, "required": required, "additionalProperties": false}
}

package report_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/bidgate/bidgate/engine/report"
	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

var update = flag.Bool("update", false, "rewrite generated files and goldens")

const schemaFile = "schema/report-1.schema.json"

// TestSchema holds the JSON Schema equal to the Go types, so that neither can
// gain a field without the other.
func TestSchema(t *testing.T) {
	g := generator{defs: map[string]any{}, docs: comments(t)}
	root := g.object(reflect.TypeFor[report.Report]())
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["$id"] = "urn:bidgate:report:1"
	root["title"] = "bidgate report"
	root["$defs"] = g.defs
	root["properties"].(map[string]any)["report"] = map[string]any{
		"const": report.Contract, "description": "version of this contract",
	}
	var want bytes.Buffer
	enc := json.NewEncoder(&want)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(root); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(schemaFile, want.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.String(), string(got)); diff != "" {
		t.Errorf("%s is not what the Go types say; run make golden (-want +got):\n%s", schemaFile, diff)
	}
}

// TestSchemaIsClosed refuses an object in the schema that would let an
// unknown field through.
func TestSchemaIsClosed(t *testing.T) {
	var root any
	if err := json.Unmarshal(report.Schema(), &root); err != nil {
		t.Fatal(err)
	}
	objects := 0
	var walk func(at string, v any)
	walk = func(at string, v any) {
		switch v := v.(type) {
		case map[string]any:
			if v["type"] == "object" {
				objects++
				if v["additionalProperties"] != false {
					t.Errorf("%s is open", at)
				}
			}
			for k, e := range v {
				walk(at+"/"+k, e)
			}
		case []any:
			for _, e := range v {
				walk(at+"/-", e)
			}
		}
	}
	walk("", root)
	if objects < 20 {
		t.Errorf("%d objects in the schema, want all types of the contract", objects)
	}
}

func TestSchemaAgainstReports(t *testing.T) {
	schema := compileSchema(t)
	whole, empty := full(), report.Report{
		Contract: report.Contract, Verdict: report.Undetermined,
		Profile: report.Profile{RejectAt: report.Blocking, ClarifyAt: report.Major},
	}
	for name, r := range map[string]*report.Report{"full": &whole, "without lists": &empty} {
		if err := schema.Validate(tree(t, encode(t, r))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, change := range map[string]func(map[string]any){
		"unknown field":    func(m map[string]any) { m["extra"] = 1 },
		"missing field":    func(m map[string]any) { delete(m, "findings") },
		"null list":        func(m map[string]any) { m["findings"] = nil },
		"unknown verdict":  func(m map[string]any) { m["verdict"] = "passes" },
		"other version":    func(m map[string]any) { m["report"] = 2 },
		"negative count":   func(m map[string]any) { m["counts"].(map[string]any)["pass"] = -1 },
		"unknown severity": func(m map[string]any) { m["findings"].([]any)[0].(map[string]any)["severity"] = "high" },
	} {
		doc := tree(t, encode(t, &whole)).(map[string]any)
		change(doc)
		if schema.Validate(doc) == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	if err := c.AddResource("urn:bidgate:report:1", tree(t, report.Schema())); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("urn:bidgate:report:1")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func tree(t *testing.T, src []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// generator writes the schema of each named type once, described by its Go
// comment.
type generator struct {
	defs map[string]any
	docs map[string]string
}

func (g generator) of(t reflect.Type) map[string]any {
	switch t {
	case reflect.TypeFor[report.Verdict]():
		return enum(report.Verdicts())
	case reflect.TypeFor[report.Status]():
		return enum(report.Statuses())
	case reflect.TypeFor[report.Outcome]():
		return enum(report.Outcomes())
	case reflect.TypeFor[report.Severity]():
		return enum(report.Severities())
	case reflect.TypeFor[report.Level]():
		return enum(append([]report.Level{""}, report.Levels()...))
	}
	switch t.Kind() {
	case reflect.Pointer:
		return g.of(t.Elem())
	case reflect.Struct:
		if _, ok := g.defs[t.Name()]; !ok {
			g.defs[t.Name()] = nil
			g.defs[t.Name()] = g.object(t)
		}
		return map[string]any{"$ref": "#/$defs/" + t.Name()}
	case reflect.Slice:
		return map[string]any{"type": "array", "items": g.of(t.Elem())}
	case reflect.String:
		return map[string]any{"type": "string"}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Int, reflect.Int64:
		return map[string]any{"type": "integer"}
	case reflect.Interface:
		return map[string]any{
			"type":  []string{"number", "string", "boolean", "array"},
			"items": map[string]any{"type": "string"},
		}
	}
	panic("no schema for " + t.String())
}

func (g generator) object(t reflect.Type) map[string]any {
	properties, required := map[string]any{}, []string{}
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		property := g.of(f.Type)
		if set := f.Tag.Get("enum"); set != "" {
			property["enum"] = strings.Split(set, ",")
		}
		if property["type"] == "integer" && name != "age_days" { // data may be dated after the day decided for
			property["minimum"] = 0
		}
		if doc := g.docs[t.Name()+"."+f.Name]; doc != "" {
			property["description"] = doc
		}
		properties[name] = property
		if options == "" {
			required = append(required, name)
		}
	}
	slices.Sort(required)
	object := map[string]any{
		"type": "object", "properties": properties,
		"required": required, "additionalProperties": false,
	}
	if doc := g.docs[t.Name()]; doc != "" {
		object["description"] = doc
	}
	return object
}

func enum[T ~string](values []T) map[string]any {
	return map[string]any{"type": "string", "enum": values}
}

// comments collects the Go comments of the contract's types and fields.
func comments(t *testing.T) map[string]string {
	t.Helper()
	docs := map[string]string{}
	files, err := fs.Glob(os.DirFS("."), "*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			decl, ok := n.(*ast.GenDecl)
			if !ok || decl.Tok != token.TYPE {
				return true
			}
			spec := decl.Specs[0].(*ast.TypeSpec)
			docs[spec.Name.Name] = oneLine(decl.Doc)
			if s, ok := spec.Type.(*ast.StructType); ok {
				for _, f := range s.Fields.List {
					for _, field := range f.Names {
						docs[spec.Name.Name+"."+field.Name] = strings.TrimSpace(oneLine(f.Doc) + " " + oneLine(f.Comment))
					}
				}
			}
			return false
		})
	}
	return docs
}

func oneLine(g *ast.CommentGroup) string {
	return strings.Join(strings.Fields(g.Text()), " ")
}

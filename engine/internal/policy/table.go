package policy

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// A pack may bring tables of its own for an area of its own: the folder
// bidgate/table/<area> with data.json and the JSON schema that it must meet,
// schema.json. The requirements and helpers of the area read them as
// data.bidgate.table.<area>, where stock opa finds them too.
const (
	tableFolder = "table"
	tableFile   = "data.json"
	tableSchema = "schema.json"
)

// tableOf is the area whose table a file is, or whose schema.
func tableOf(p string) (area string, ok bool) {
	folder, name := path.Split(p)
	if name != tableFile && name != tableSchema {
		return "", false
	}
	folder = path.Clean(folder)
	above, area := path.Split(folder)
	if above != "bidgate/"+tableFolder+"/" || !IsIdentifier(area) {
		return "", false
	}
	return area, true
}

// readTables reads the tables of packs and holds each to its schema.
func (l *loading) readTables(found *problems) {
	l.tableData = map[string]*ast.Term{}
	files := map[string]map[string]source{}
	for _, s := range l.sources {
		area, ok := tableOf(s.path)
		if !ok {
			continue
		}
		if !slices.ContainsFunc(l.modules, func(m *module) bool {
			return m.role == requirement && m.area == area && m.source.pack == s.pack
		}) {
			found.add(s.name, 0, "is a table of the area %q, which has no requirement in this pack; name the folder by the area that reads it", area)
			continue
		}
		if files[area] == nil {
			files[area] = map[string]source{}
		}
		files[area][path.Base(s.path)] = s
	}
	for _, area := range sortedKeys(files) {
		l.readTable(area, files[area], found)
	}
}

func (l *loading) readTable(area string, files map[string]source, found *problems) {
	table, there := files[tableFile]
	schema, checked := files[tableSchema]
	switch {
	case !there:
		found.add(schema.name, 0, "is the schema of a table that is not there; put %s beside it or remove it", tableFile)
		return
	case !checked:
		found.add(table.name, 0, "has no schema, so a mistake in it would stay unseen; put a JSON schema, %s, beside it", tableSchema)
		return
	}
	data, form := table.json(found), schema.json(found)
	if data == nil || form == nil {
		return
	}
	if ref := remoteRef(form); ref != "" {
		found.add(schema.name, schema.line(ref), "refers to something outside of this file, which is never fetched; write it here")
		return
	}
	for _, fault := range faults(data, form) {
		if fault.schema {
			found.add(schema.name, 0, "is no JSON schema: %s", fault.text)
			continue
		}
		found.add(table.name, table.line(fault.at), "what stands at /%s does not fit %s: %s; correct one of the two", strings.ReplaceAll(fault.at, ".", "/"), tableSchema, fault.text)
	}
	l.tableData[area] = ast.NewTerm(data)
	for _, m := range l.modules {
		m.table = m.table || m.area == area && m.source.pack == table.pack
	}
}

// json is the file as a value; nil, which is told, where it is none.
func (s source) json(found *problems) ast.Value {
	v, err := parseValue(s.content())
	if err != nil {
		line := 0
		var wrong *jsontext.SyntacticError
		if errors.As(err, &wrong) {
			line = 1 + bytes.Count(s.content()[:min(int(wrong.ByteOffset), len(s.content()))], []byte("\n"))
		}
		found.add(s.name, line, "is not valid JSON (%v); correct it", err)
		return nil
	}
	if _, is := v.(ast.Object); !is {
		found.add(s.name, 1, "holds no object; begin it with a brace")
		return nil
	}
	return v
}

// line is the line of what stands at a path, its steps with dots between them;
// 0 where nothing does.
func (s source) line(at string) int {
	want := jsontext.Pointer("/" + strings.ReplaceAll(at, ".", "/"))
	if at == "" {
		return 1
	}
	dec := jsontext.NewDecoder(bytes.NewReader(s.content()))
	for {
		if _, err := dec.ReadToken(); err != nil {
			return 0
		}
		if dec.StackPointer() == want {
			return 1 + bytes.Count(s.content()[:dec.InputOffset()], []byte("\n"))
		}
	}
}

// remoteRef is the path of a reference that leads out of a schema.
func remoteRef(schema ast.Value) string {
	var walk func(v ast.Value, at []string) string
	walk = func(v ast.Value, at []string) string {
		found := ""
		below := func(key string, v ast.Value) {
			inner := append(slices.Clone(at), key)
			text, is := v.(ast.String)
			if is && (key == "$ref" || key == "$id" || key == "id") && !strings.HasPrefix(string(text), "#") && found == "" {
				found = strings.Join(inner, ".")
			} else if found == "" {
				found = walk(v, inner)
			}
		}
		switch v := v.(type) {
		case ast.Object:
			v.Foreach(func(k, v *ast.Term) {
				if key, is := k.Value.(ast.String); is {
					below(string(key), v.Value)
				}
			})
		case *ast.Array:
			for i := range v.Len() {
				below(fmt.Sprint(i), v.Elem(i).Value)
			}
		}
		return found
	}
	return walk(schema, nil)
}

// fault is one way in which a table does not meet its schema, or the schema is none.
type fault struct {
	at, text string
	schema   bool
}

// faults asks OPA's own validator, which policies could ask too, without a
// network.
func faults(data, schema ast.Value) []fault {
	var list []fault
	match := topdown.GetBuiltin(ast.JSONMatchSchema.Name)
	in := topdown.BuiltinContext{Context: context.Background(), Capabilities: &ast.Capabilities{AllowNet: []string{}}}
	err := match(in, []*ast.Term{ast.NewTerm(data), ast.NewTerm(schema)}, func(result *ast.Term) error {
		wrong, err := ast.JSON(result.Value)
		if err != nil {
			return err
		}
		errs, _ := wrong.([]any)[1].([]any)
		for _, e := range errs {
			told, _ := e.(map[string]any)
			at := fmt.Sprint(told["field"])
			if strings.EqualFold(at, "(root)") {
				at = ""
			}
			list = append(list, fault{at: at, text: fmt.Sprint(told["desc"])})
		}
		return nil
	})
	if err != nil {
		return []fault{{text: err.Error(), schema: true}}
	}
	return list
}

// Tables are those that the packs bring, by area, as tests of policies read them.
func (l *Library) Tables() (map[string]any, error) {
	tables, err := ast.JSON(l.described.tables)
	if err != nil {
		return nil, fmt.Errorf("tables: %w", err)
	}
	return tables.(map[string]any), nil
}

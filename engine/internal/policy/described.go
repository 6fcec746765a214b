package policy

import (
	"encoding/json"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
)

// described is the catalogue as policies see it. The part of a requirement is
// made when it is first read, so that New need not wait for it: it is a tenth of
// a cold start (BenchmarkCold).
type described struct {
	parts map[string]func() (*ast.Term, error)
	whole func() (*ast.Term, error) // parts of all requirements
	// tables are those that packs bring, by area.
	tables ast.Object
}

// described gives the parts, and makes at once those that nobody has made before.
func (l *loading) described() (*described, error) {
	d := &described{parts: make(map[string]func() (*ast.Term, error), len(l.catalogue.Requirements)), tables: ast.NewObject()}
	for _, area := range sortedKeys(l.tableData) {
		d.tables.Insert(ast.StringTerm(area), l.tableData[area])
	}
	texts := l.texts
	for id, q := range l.catalogue.Requirements {
		part := sync.OnceValues(func() (*ast.Term, error) {
			text, err := []byte(texts[id]), error(nil)
			if text == nil {
				text, err = json.Marshal(q)
			}
			if err != nil {
				return nil, err
			}
			v, err := parseValue(text)
			return ast.NewTerm(v), err
		})
		if texts[id] == nil {
			if _, err := part(); err != nil {
				return nil, err
			}
		}
		d.parts[id] = part
	}
	d.whole = sync.OnceValues(d.all)
	return d, nil
}

func (d *described) all() (*ast.Term, error) {
	items := make([][2]*ast.Term, 0, len(d.parts))
	for _, id := range sortedKeys(d.parts) {
		part, err := d.parts[id]()
		if err != nil {
			return nil, err
		}
		items = append(items, ast.Item(ast.StringTerm(id), part))
	}
	return ast.ObjectTerm(items...), nil
}

// read gives what stands at a path below the catalogue; nil is nothing.
func (d *described) read(path []string) (ast.Value, error) {
	if len(path) == 0 {
		whole, err := d.whole()
		if err != nil {
			return nil, err
		}
		return ast.NewObject(ast.Item(ast.StringTerm("requirements"), whole)), nil
	}
	if path[0] != "requirements" {
		return nil, nil
	}
	get := d.whole
	if path = path[1:]; len(path) > 0 {
		if get = d.parts[path[0]]; get == nil {
			return nil, nil
		}
		path = path[1:]
	}
	at, err := get()
	if err != nil {
		return nil, err
	}
	return below(at.Value, path), nil
}

// inputSchema is the schema of the input; nil where it cannot be read, which
// loading has told.
func (l *loading) inputSchema() map[string]any {
	if l.schema != nil {
		return l.schema
	}
	schema, err := inputSchema(l.text, l.catalogue)
	if err != nil {
		return nil
	}
	return schema
}

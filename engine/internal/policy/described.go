package policy

import (
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
)

// described is the catalogue as policies see it. The part of a requirement is
// made when it is first read, so that New need not wait for it.
type described struct {
	catalogue *Catalogue
	whole     func() (*ast.Term, error) // parts of all requirements
	// tables are those that packs bring, by area.
	tables ast.Object
}

func newDescribed(c *Catalogue) *described {
	d := &described{catalogue: c, tables: ast.NewObject()}
	d.whole = sync.OnceValues(d.all)
	return d
}

// described gives the parts, and makes at once those that nobody has made before.
func (l *loading) described() (*described, error) {
	d := newDescribed(l.catalogue)
	for _, area := range sortedKeys(l.tableData) {
		d.tables.Insert(ast.StringTerm(area), l.tableData[area])
	}
	for _, e := range l.catalogue.entries {
		if e.text != "" {
			continue
		}
		if _, err := e.value(); err != nil {
			return nil, err
		}
	}
	return d, nil
}

func (d *described) all() (*ast.Term, error) {
	items := make([][2]*ast.Term, 0, len(d.catalogue.entries))
	for _, id := range d.catalogue.IDs() {
		part, err := d.catalogue.entries[id].value()
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
		e := d.catalogue.entries[path[0]]
		if e == nil {
			return nil, nil
		}
		get, path = e.value, path[1:]
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
	schema, err := inputSchema(l.text.content(), l.catalogue)
	if err != nil {
		return nil
	}
	return schema
}

package policy

import (
	"fmt"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
)

// unit is a part of the policies that compiles alone: the requirements of one
// area, or the decision, each with the helpers that it reads. Areas never read
// each other's rules, so that what a screening does not select is not compiled.
type unit struct {
	modules []*module
	caps    *ast.Capabilities
	schema  map[string]any // nil where a test has checked the modules
	checked bool

	once     sync.Once
	compiler *ast.Compiler
	found    problems

	mu      sync.Mutex // guards queries and keys
	queries map[string]*query
	keys    map[string]map[string]bool
}

// decisionUnit is the name of the decision's unit; it is no area, for it has a point.
const decisionUnit = "bidgate.decision"

// units groups the modules.
func (l *loading) units() map[string]*unit {
	units := map[string]*unit{}
	add := func(name string, belongs func(*module) bool) {
		u := &unit{caps: l.caps, queries: map[string]*query{}, keys: map[string]map[string]bool{}}
		read := l.readBy(belongs)
		for _, m := range l.modules {
			if read[m.pkg] {
				u.modules = append(u.modules, m)
				u.checked = u.checked || belongs(m) && l.checked(m)
			}
		}
		if u.checked {
			u.schema = l.schema
		}
		units[name] = u
	}
	for _, q := range l.catalogue.Requirements {
		if units[q.Area] == nil {
			add(q.Area, func(m *module) bool {
				return m.area == q.Area && (m.role == requirement || m.role == libRole && !l.packs[m.source.pack].BuiltIn)
			})
		}
	}
	add(decisionUnit, func(m *module) bool { return m.role == decision })
	return units
}

// readBy finds the packages of the modules that belong and of all that they read.
func (l *loading) readBy(belongs func(*module) bool) map[string]bool {
	read := map[string]bool{}
	for _, m := range l.modules {
		if belongs(m) {
			m.markRead(l.modules, read)
		}
	}
	return read
}

// markRead marks the module's package and those of the helpers that it reads.
func (m *module) markRead(modules []*module, read map[string]bool) {
	if read[m.pkg] {
		return
	}
	read[m.pkg] = true
	for _, path := range m.reads() {
		for _, other := range modules {
			if other.role == libRole && (path == other.pkg || len(path) > len(other.pkg) && path[:len(other.pkg)+1] == other.pkg+".") {
				other.markRead(modules, read)
			}
		}
	}
}

// reads are the dotted paths into data that the module refers to.
func (m *module) reads() []string {
	var paths []string
	for _, imported := range m.parsed.Imports {
		if ref, ok := imported.Path.Value.(ast.Ref); ok && ref[0].Equal(ast.DefaultRootDocument) {
			paths = append(paths, dotted(ref[1:]))
		}
	}
	for _, rule := range m.parsed.Rules {
		walkRefs(rule, func(ref ast.Ref) {
			if ref[0].Equal(ast.DefaultRootDocument) {
				paths = append(paths, dotted(ref[1:]))
			}
		})
	}
	return paths
}

// compile compiles the unit once; found then says what is wrong.
func (u *unit) compile() *ast.Compiler {
	u.once.Do(func() {
		parsed := make(map[string]*ast.Module, len(u.modules))
		for _, m := range u.modules {
			parsed[m.canonical()] = m.parsed // one of a kind, whatever a pack calls its files
		}
		c := ast.NewCompiler().WithCapabilities(u.caps).WithStrict(true)
		if u.schema != nil {
			schemas := ast.NewSchemaSet()
			schemas.Put(ast.SchemaRootRef, typesOnly(u.schema))
			c = c.WithSchemas(schemas)
		}
		u.compiler = c
		err := unbroken(func() error {
			c.Compile(parsed)
			return nil
		})
		if err != nil {
			u.found.add("", 0, "the compiler: %v", err)
		} else if c.Failed() {
			u.found.addOPA(c.Errors, "")
		} else if u.checked {
			references(u.modules, c, &u.found)
			trapped(c, &u.found)
		}
	})
	return u.compiler
}

// query gives the compiled query of this name; what it asks is told once.
func (u *unit) query(name string, ask func(*ast.Compiler) *ast.Term) (*query, error) {
	c := u.compile()
	if err := u.found.err(); err != nil {
		return nil, err
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	if q, ok := u.queries[name]; ok {
		return q, nil
	}
	qc := c.QueryCompiler()
	body, err := qc.Compile(ast.NewBody(ast.Equality.Expr(ast.NewTerm(answer), ask(c))))
	if err != nil {
		return nil, fmt.Errorf("query for %s: %w", name, err)
	}
	q := &query{body: body, compiler: qc, unit: u}
	u.queries[name] = q
	return q, nil
}

// inputKeys are the top-level keys of the input that these rules lean on.
func (u *unit) inputKeys(name string, rules ...ast.Ref) map[string]bool {
	c := u.compile()
	u.mu.Lock()
	defer u.mu.Unlock()
	if keys, ok := u.keys[name]; ok {
		return keys
	}
	keys := map[string]bool{}
	seen := map[*ast.Rule]bool{}
	for _, ref := range rules {
		for _, rule := range c.GetRulesExact(ref) {
			readKeys(c, rule, seen, keys)
		}
	}
	u.keys[name] = keys
	return keys
}

package policy

import (
	"reflect"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// schemaTree steps through the input's schema.
type schemaTree struct {
	root map[string]any
}

// resolve follows a node's reference.
func (s schemaTree) resolve(node map[string]any) map[string]any {
	name, ok := node["$ref"].(string)
	if !ok {
		return node
	}
	definitions, _ := s.root["definitions"].(map[string]any)
	target, _ := definitions[strings.TrimPrefix(name, "#/definitions/")].(map[string]any)
	return target
}

// child is the node one step further; nil where the schema does not say.
func (s schemaTree) child(node map[string]any, step *ast.Term) map[string]any {
	if items, ok := node["items"].(map[string]any); ok {
		return s.resolve(items)
	}
	properties, _ := node["properties"].(map[string]any)
	if key, ok := literal(step); ok {
		if property, ok := properties[key].(map[string]any); ok {
			return s.resolve(property)
		}
	}
	if others, ok := node["additionalProperties"].(map[string]any); ok {
		return s.resolve(others)
	}
	return nil
}

// binding is what a variable of a rule holds, as far as it comes from the input.
type binding struct {
	fromInput bool
	node      map[string]any // in the schema; nil where unknown
}

// bindings are those of one rule. A name that holds two different things in
// two bodies is known to come from the input and no more.
type bindings struct {
	schema    schemaTree
	variables map[ast.Var]binding
}

// bind finds the variables of a rule that hold a part of the input. Bodies
// have no order, so it goes on until nothing new is found.
func bind(schema schemaTree, m *module, rule *ast.Rule) bindings {
	b := bindings{schema: schema, variables: map[ast.Var]binding{}}
	for _, i := range m.rego().Imports {
		if ref, ok := i.Path.Value.(ast.Ref); ok && ref[0].Equal(ast.InputRootDocument) {
			b.set(i.Name(), b.of(i.Path))
		}
	}
	for {
		before := len(b.variables)
		ast.WalkExprs(rule, func(e *ast.Expr) bool {
			b.expression(e)
			return false
		})
		if len(b.variables) == before {
			return b
		}
	}
}

func (b bindings) set(name ast.Var, v binding) {
	if name.IsWildcard() || !v.fromInput {
		return
	}
	if old, ok := b.variables[name]; ok && !sameNode(old.node, v.node) {
		v.node = nil
	}
	b.variables[name] = v
}

func sameNode(a, b map[string]any) bool {
	if a == nil || b == nil {
		return false
	}
	// Nodes are never copied, so one node is one map.
	return reflect.ValueOf(a).Pointer() == reflect.ValueOf(b).Pointer()
}

func (b bindings) expression(e *ast.Expr) {
	switch terms := e.Terms.(type) {
	case *ast.SomeDecl:
		if call, ok := terms.Symbols[0].Value.(ast.Call); ok {
			values := call[1:]
			b.element(values[len(values)-2], values[len(values)-1])
		}
	case *ast.Every:
		b.element(terms.Value, terms.Domain)
	case []*ast.Term:
		if len(terms) == 3 && (e.IsAssignment() || e.IsEquality()) {
			b.equal(terms[1], terms[2])
			b.equal(terms[2], terms[1])
		}
	}
}

func (b bindings) equal(variable, value *ast.Term) {
	if name, ok := variable.Value.(ast.Var); ok {
		b.set(name, b.of(value))
	}
}

// element binds the variable that goes over a collection.
func (b bindings) element(variable, collection *ast.Term) {
	name, ok := termValue(variable).(ast.Var)
	whole := b.of(collection)
	if !ok || !whole.fromInput {
		return
	}
	b.set(name, binding{fromInput: true, node: b.schema.child(whole.node, nil)})
}

// of says what a term holds.
func (b bindings) of(t *ast.Term) binding {
	switch v := t.Value.(type) {
	case ast.Var:
		return b.variables[v]
	case ast.Ref:
		at := binding{}
		if v[0].Equal(ast.InputRootDocument) {
			at = binding{fromInput: true, node: b.schema.root}
		} else if name, ok := v[0].Value.(ast.Var); ok {
			at = b.variables[name]
		}
		for _, step := range v[1:] {
			at.node = b.schema.child(at.node, step)
		}
		return at
	}
	return binding{}
}

func (b bindings) fromInput(t *ast.Term) bool { return b.of(t).fromInput }

package policy

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// literals: text compared with a field whose values are closed must be one of
// them; a misspelt state would never hold.
func (c *linted) literals() {
	c.eachCall(func(name string, at *ast.Location, args []*ast.Term) {
		if len(args) != 2 {
			return
		}
		switch name {
		case "eq", "equal", "neq":
			c.member(at, args[0], args[1])
			c.member(at, args[1], args[0])
		case "internal.member_2":
			for _, choice := range elements(args[1]) {
				c.member(at, args[0], choice)
			}
			if node := c.bindings.of(args[1]).node; node != nil {
				c.among(at, args[0], enumOf(c.bindings.schema.child(node, nil)))
			}
		}
	})
}

// elements are those of a set or array that is written out.
func elements(t *ast.Term) []*ast.Term {
	var list []*ast.Term
	switch v := t.Value.(type) {
	case ast.Set:
		list = v.Slice()
	case *ast.Array:
		v.Foreach(func(e *ast.Term) { list = append(list, e) })
	}
	return list
}

func (c *linted) member(at *ast.Location, field, value *ast.Term) {
	c.among(at, value, enumOf(c.bindings.of(field).node))
}

func (c *linted) among(at *ast.Location, value *ast.Term, set []string) {
	text, ok := literal(value)
	if ok && len(set) > 0 && !slices.Contains(set, text) {
		c.found.at(at, "%q is never the value of this field; its values are %s", text, strings.Join(set, ", "))
	}
}

// enumOf are the values that a node allows, where the schema closes them.
func enumOf(node map[string]any) []string {
	list, _ := node["enum"].([]any)
	values := make([]string, 0, len(list))
	for _, v := range list {
		if text, ok := v.(string); ok {
			values = append(values, text)
		}
	}
	return values
}

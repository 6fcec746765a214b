package policy

import (
	"github.com/open-policy-agent/opa/v1/ast"
)

// lookups: a partial rule that is looked up with a bound key is evaluated anew
// for each key, so inside an iteration the work grows with the square.
func (c *linted) lookups() {
	partial := c.module.partialRules()
	if len(partial) == 0 {
		return
	}
	arguments := ast.NewVarSet()
	for _, arg := range c.rule.Head.Args {
		arguments.Update(arg.Vars())
	}
	c.lookupsIn(c.rule.Body, arguments, false, partial)
	bound := declared(c.rule.Body)
	bound.Update(arguments)
	if iterates(c.rule.Body) {
		c.lookupsOf(c.rule.Head, bound, partial)
	}
	for _, inner := range innerBodies(c.rule.Head) {
		c.lookupsIn(inner, bound, iterates(c.rule.Body), partial)
	}
}

// lookupsIn goes through a body with what the bodies around it have bound.
func (c *linted) lookupsIn(body ast.Body, outer ast.VarSet, iterating bool, partial map[string]bool) {
	bound := declared(body)
	bound.Update(outer)
	iterating = iterating || iterates(body)
	for _, e := range body {
		if iterating {
			c.lookupsOf(e, bound, partial)
		}
		for _, inner := range innerBodies(e) {
			c.lookupsIn(inner, bound, iterating, partial)
		}
	}
}

func (c *linted) lookupsOf(x any, bound ast.VarSet, partial map[string]bool) {
	walkRefs(x, func(ref ast.Ref) {
		name, ok := ref[0].Value.(ast.Var)
		if !ok || len(ref) < 2 || !partial[string(name)] {
			return
		}
		if key, ok := ref[1].Value.(ast.Var); ok && bound.Contains(key) {
			c.found.at(c.at(ref[0]), "%s is evaluated anew for each key that it is looked up with; iterate over it, or make it one rule with a comprehension: %s := {k: v | …}", name, name)
		}
	})
}

// partialRules are the names of the module's partial sets and objects.
func (m *module) partialRules() map[string]bool {
	names := map[string]bool{}
	for _, rule := range m.rego().Rules {
		ref := rule.Head.Ref()
		if rule.Head.RuleKind() == ast.MultiValue || len(rule.Head.Args) == 0 && len(steps(ref)) < len(ref) {
			names[steps(ref[:1])[0]] = true
		}
	}
	return names
}

// declared are the variables that a body gives a value by some … in, every or :=.
func declared(body ast.Body) ast.VarSet {
	bound := ast.NewVarSet()
	for _, e := range body {
		switch terms := e.Terms.(type) {
		case *ast.SomeDecl:
			if call, ok := terms.Symbols[0].Value.(ast.Call); ok {
				for _, t := range call[1 : len(call)-1] {
					bound.Update(t.Vars())
				}
			}
		case []*ast.Term:
			if e.IsAssignment() {
				bound.Update(terms[1].Vars())
			}
		}
	}
	return bound
}

// iterates tells whether a body goes over a collection.
func iterates(body ast.Body) bool {
	for _, e := range body {
		switch terms := e.Terms.(type) {
		case *ast.SomeDecl:
			return true
		case *ast.Every:
			return terms != nil
		}
	}
	return false
}

// innerBodies are the bodies of comprehensions and every directly in x.
func innerBodies(x any) []ast.Body {
	var bodies []ast.Body
	ast.WalkNodes(x, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Every:
			bodies = append(bodies, n.Body)
			return true
		case *ast.Term:
			switch v := n.Value.(type) {
			case *ast.ArrayComprehension:
				bodies = append(bodies, v.Body)
				return true
			case *ast.SetComprehension:
				bodies = append(bodies, v.Body)
				return true
			case *ast.ObjectComprehension:
				bodies = append(bodies, v.Body)
				return true
			}
		}
		return false
	})
	return bodies
}

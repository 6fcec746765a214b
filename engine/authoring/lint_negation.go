package authoring

import (
	"github.com/open-policy-agent/opa/v1/ast"
)

// basisOnNot: a basis that rests on negations alone, its own or its helpers',
// holds for evidence that says nothing.
func (g *lintGroup) basisOnNot(found func(*ast.Location, string)) {
	for _, rule := range g.rules["basis"] {
		if !g.rests(rule.Body, map[string]bool{}) {
			found(rule.Location, "this basis rests on `not` alone, its own or that of its helpers, so silence would meet it; bind what was looked at in the input")
		}
	}
}

// rests tells whether something must be there for the body to hold: a value of
// the input or of a library helper, itself or by a helper that rests on one.
func (g *lintGroup) rests(body ast.Body, seen map[string]bool) bool {
	for _, e := range body {
		if _, every := e.Terms.(*ast.Every); every || e.Negated {
			continue
		}
		if g.restsOn(e, seen) {
			return true
		}
	}
	return false
}

func (g *lintGroup) restsOn(e *ast.Expr, seen map[string]bool) bool {
	rests := false
	ast.WalkTerms(e, func(t *ast.Term) bool {
		switch v := t.Value.(type) {
		case *ast.ArrayComprehension, *ast.SetComprehension, *ast.ObjectComprehension:
			// Of nothing it is empty, and that may be compared: only its size tells.
			return false
		case ast.Var:
			name := string(v)
			switch {
			case name == "input" || name == "data" || g.imported(name):
				rests = true
			case len(g.rules[name]) > 0 && !seen[name]:
				seen[name] = true
				for _, helper := range g.rules[name] {
					rests = rests || helper.Default || g.rests(helper.Body, seen) || g.headRests(helper)
				}
			}
		}
		return rests
	})
	return rests
}

// headRests tells a helper whose value is of the input: _n := count(input.x).
func (g *lintGroup) headRests(rule *ast.Rule) bool {
	if rule.Head.Value == nil {
		return false
	}
	rests := false
	ast.WalkTerms(rule.Head.Value, func(t *ast.Term) bool {
		if name, ok := t.Value.(ast.Var); ok && (name == "input" || name == "data" || g.imported(string(name))) {
			rests = true
		}
		return rests
	})
	return rests
}

func (g *lintGroup) imported(name string) bool {
	for _, m := range g.modules {
		for _, i := range m.Imports {
			if string(i.Name()) == name {
				return true
			}
		}
	}
	return false
}

// negatedUndefined: a negation holds as well when what it compares is not
// there: not _months[i] >= 3 is true of an i without months.
func (g *lintGroup) negatedUndefined(found func(*ast.Location, string)) {
	g.eachRule(func(rule *ast.Rule) {
		ast.WalkExprs(rule, func(e *ast.Expr) bool {
			if !e.Negated || !e.IsCall() {
				return false
			}
			for _, operand := range e.Operands() {
				if name := g.mayBeUndefined(operand); name != "" {
					found(e.Location, "this `not` holds too where "+name+" has no value; bind it in a line above, so that the rule does not hold without it")
					return false
				}
			}
			return false
		})
	})
}

// mayBeUndefined finds in an operand a look-up in a rule of the requirement by
// a key, or a call of one of its functions; "" without one.
func (g *lintGroup) mayBeUndefined(operand *ast.Term) string {
	name := ""
	ast.WalkTerms(operand, func(t *ast.Term) bool {
		switch v := t.Value.(type) {
		case *ast.ArrayComprehension, *ast.SetComprehension, *ast.ObjectComprehension:
			return true // never undefined
		case ast.Call:
			if helper, ok := v[0].Value.(ast.Ref); ok && g.partial(helper) {
				name = helper.String() + "(…)"
			}
		case ast.Ref:
			if head, ok := v[0].Value.(ast.Var); ok && len(v) > 1 && len(g.rules[string(head)]) > 0 && !v[1].IsGround() {
				name = v.String()
			}
		}
		return name != ""
	})
	return name
}

// partial tells a function of the requirement that need not have a value: its
// last clause asks something.
func (g *lintGroup) partial(function ast.Ref) bool {
	rules := g.rules[function.String()]
	for _, rule := range rules {
		if len(rule.Body) == 0 || rule.Body.String() == "true" {
			return false
		}
	}
	return len(rules) > 0
}

// rowTables are the tables of the input whose rows facts have been measured of.
var rowTables = []string{"components", "dependencies"}

// rowLoops: facts have counts and lists of places, measured once; a loop over
// rows costs as much as the SBOM is large, in every requirement that has one.
func (g *lintGroup) rowLoops(found func(*ast.Location, string)) {
	g.eachRule(func(rule *ast.Rule) {
		ast.WalkExprs(rule, func(e *ast.Expr) bool {
			decl, ok := e.Terms.(*ast.SomeDecl)
			if !ok || len(decl.Symbols) == 0 {
				return false
			}
			call, ok := decl.Symbols[0].Value.(ast.Call)
			if !ok {
				return false
			}
			ref, ok := call[len(call)-1].Value.(ast.Ref)
			if !ok || !ref[0].Equal(ast.InputRootDocument) || len(ref) < 3 {
				return false
			}
			for _, table := range rowTables {
				if ref[1].Equal(ast.StringTerm(table)) {
					found(e.Location, "this goes over every row of input."+table+"; sboms[i].facts counts rows and lists their places, so use the fact, or say why not: # lint: row-loop, <reason>")
				}
			}
			return false
		})
	})
}

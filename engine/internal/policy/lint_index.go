package policy

import (
	"github.com/open-policy-agent/opa/v1/ast"
)

// trapped finds comprehensions that OPA answers wrongly. It evaluates one that
// looks something up by a variable from around it, such as a function's
// parameter, once for all values of the variable. A question that is asked
// before the look-up, such as w(id) in {x | w(id); x := input.p[id].level}, is
// then asked of no value, and its first truth holds for all; a function with
// several values is a conflict, and a builtin an internal error. The compiler
// says which comprehensions are so evaluated and in what order.
func trapped(c *ast.Compiler, found *problems) {
	for _, name := range sortedKeys(c.Modules) {
		ast.WalkTerms(c.Modules[name], func(t *ast.Term) bool {
			if index := c.ComprehensionIndex(t); index != nil {
				if e := askedTooEarly(t, index.Keys); e != nil {
					found.at(e.Location, "OPA 1.22 gives the first answer here to every later value; ask before the comprehension, or after what is looked up")
				}
			}
			return false
		})
	}
}

// askedTooEarly is the first expression that asks something of a key for which
// nothing has been looked up yet.
func askedTooEarly(comprehension *ast.Term, keys []*ast.Term) *ast.Expr {
	open := ast.NewVarSet()
	for _, key := range keys {
		open.Update(key.Vars())
	}
	for _, e := range innerBodies(comprehension)[0] {
		asks := e.Negated && len(exprVars(e).Intersect(open)) > 0
		if e.IsCall() && !e.IsEquality() {
			for _, operand := range e.Operands() {
				asks = asks || len(operand.Vars().Intersect(open)) > 0
			}
		}
		if asks {
			return e
		}
		open = open.Diff(exprVars(e))
	}
	return nil
}

func exprVars(e *ast.Expr) ast.VarSet { return e.Vars(ast.VarVisitorParams{}) }

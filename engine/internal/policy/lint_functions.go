package policy

import (
	"github.com/open-policy-agent/opa/v1/ast"
)

// selectingFunctions finds the functions that select a field of a parameter,
// themselves or by handing it on: full name, then positions.
func selectingFunctions(modules []*module) map[string]map[int]bool {
	selecting := map[string]map[int]bool{}
	for {
		grown := false
		for _, m := range modules {
			for _, rule := range m.parsed.Rules {
				grown = m.selects(rule, selecting) || grown
			}
		}
		if !grown {
			return selecting
		}
	}
}

// selects adds what one function selects; it says whether that is new.
func (m *module) selects(rule *ast.Rule, selecting map[string]map[int]bool) bool {
	name := m.pkg + "." + dotted(rule.Head.Ref())
	grown := false
	add := func(position int) {
		if selecting[name] == nil {
			selecting[name] = map[int]bool{}
		}
		grown = grown || !selecting[name][position]
		selecting[name][position] = true
	}
	for position, arg := range rule.Head.Args {
		if _, ok := arg.Value.(ast.Var); !ok {
			continue
		}
		for r := rule; r != nil; r = r.Else {
			walkRefs(r, func(ref ast.Ref) {
				if len(ref) > 1 && ref[0].Equal(arg) {
					add(position)
				}
			})
			c := linted{module: m, rule: r}
			c.eachCall(func(callee string, _ *ast.Location, args []*ast.Term) {
				for i, handed := range args {
					if handed.Equal(arg) && selecting[callee][i] {
						add(position)
					}
				}
			})
		}
	}
	return grown
}

// parameters: the type checker does not see fields of a function's parameter,
// so an object of the input is never handed to a function that selects them.
func (c *linted) parameters(callee string, at *ast.Location, args []*ast.Term) {
	for i, arg := range args {
		if c.functions[callee][i] && c.bindings.fromInput(arg) {
			c.found.at(at, "%s selects a field of its parameter %d, which is not checked against the schema; hand over an index or the value itself", callee, i+1)
		}
	}
}

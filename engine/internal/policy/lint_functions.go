package policy

import (
	"github.com/open-policy-agent/opa/v1/ast"
)

// parameter is one parameter of a function, by the function's full name.
type parameter struct {
	function string
	position int
}

// selectingFunctions finds the parameters whose fields their functions select,
// themselves or by handing them on.
func selectingFunctions(modules []*module) map[parameter]bool {
	selecting := map[parameter]bool{}
	handed := map[parameter][]parameter{} // to whom a parameter is handed on: by receiver
	for _, m := range modules {
		for _, rule := range m.rego().Rules {
			for position, arg := range rule.Head.Args {
				if _, ok := arg.Value.(ast.Var); ok {
					m.uses(rule, arg, parameter{m.pkg + "." + dotted(rule.Head.Ref()), position}, selecting, handed)
				}
			}
		}
	}
	queue := make([]parameter, 0, len(selecting))
	for p := range selecting {
		queue = append(queue, p)
	}
	for len(queue) > 0 {
		for _, giver := range handed[queue[0]] {
			if !selecting[giver] {
				selecting[giver] = true
				queue = append(queue, giver)
			}
		}
		queue = queue[1:]
	}
	return selecting
}

// uses notes what a function does with one of its parameters.
func (m *module) uses(rule *ast.Rule, arg *ast.Term, p parameter, selecting map[parameter]bool, handed map[parameter][]parameter) {
	walkRefs(rule, func(ref ast.Ref) {
		if len(ref) > 1 && ref[0].Equal(arg) {
			selecting[p] = true
		}
	})
	c := linted{module: m, rule: rule}
	c.eachCall(func(callee string, _ *ast.Location, args []*ast.Term) {
		for i, given := range args {
			if given.Equal(arg) {
				receiver := parameter{callee, i}
				handed[receiver] = append(handed[receiver], p)
			}
		}
	})
}

// parameters: the type checker does not see fields of a function's parameter,
// so an object of the input is never handed to a function that selects them.
func (c *linted) parameters(callee string, at *ast.Location, args []*ast.Term) {
	for i, arg := range args {
		if c.functions[parameter{callee, i}] && c.bindings.fromInput(arg) {
			c.found.at(at, "%s selects a field of its parameter %d, which is not checked against the schema; hand over an index or the value itself", callee, i+1)
		}
	}
}

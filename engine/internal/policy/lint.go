package policy

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// lint finds what OPA's strict compiler does not see and what the contract
// forbids: see the checks.
func (l *loading) lint(found *problems) {
	if !slices.ContainsFunc(l.modules, l.checked) {
		return
	}
	var asking, checked []*module
	for _, m := range l.modules {
		if l.checked(m) {
			checked = append(checked, m)
			if m.role == requirement {
				asking = append(asking, m)
			}
		}
	}
	helpers := helpersOf(l.modules)
	functions := selectingFunctions(closure(checked, helpers))
	read := map[*module]bool{}
	for _, m := range asking {
		m.markRead(helpers, read)
	}
	for _, m := range l.modules {
		if !l.checked(m) {
			continue
		}
		for _, rule := range m.rego().Rules {
			for r := rule; r != nil; r = r.Else {
				c := linted{module: m, rule: r, functions: functions, found: found}
				c.raw = m.role == requirement && l.catalogue.Requirement(m.id()).Raw
				c.bindings = bind(schemaTree{l.schema}, m, r)
				for _, check := range checks {
					check(&c)
				}
				if read[m] {
					c.computedKeys()
					c.paths()
				}
			}
		}
	}
}

// linted is one rule under the lint.
type linted struct {
	module    *module
	rule      *ast.Rule
	bindings  bindings
	functions map[parameter]bool // parameters whose fields are selected
	raw       bool               // the requirement may read the vendor's own tree
	found     *problems
}

// checks are the lint, each over one rule.
var checks = []func(*linted){
	(*linted).calls,
	(*linted).overrides,
	(*linted).everyVariable,
	(*linted).literals,
	(*linted).lookups,
}

// computedKeys: the keys of the input that a requirement reads must stand in
// it, for an input is cut down to them.
func (c *linted) computedKeys() {
	c.refs(func(ref ast.Ref) {
		if !ref[0].Equal(ast.InputRootDocument) {
			return
		}
		if len(ref) == 1 {
			c.found.at(c.at(ref[0]), "input is used as a whole; name the key that is read, as in input.sboms")
		} else if key, ok := literal(ref[1]); !ok {
			c.found.at(c.at(ref[0]), "a key of the input is computed; name the key that is read, as in input.sboms")
		} else if key == "errored" {
			c.found.at(c.at(ref[0]), "input.errored is made after requirements are evaluated; only the decision can read it")
		} else if key == "raw" && !c.raw {
			c.found.at(c.at(ref[0]), "input.raw is the vendor's own tree; say so with raw: true in the METADATA")
		}
	})
}

// calls: no division, no print, no object of the input where fields go unchecked.
func (c *linted) calls() {
	c.eachCall(func(name string, at *ast.Location, args []*ast.Term) {
		switch name {
		case "div":
			c.found.at(at, "division is not exact; multiply the other side, as in stated >= min * total")
		case "print":
			c.found.at(at, "print is not for policies; remove it")
		}
		c.parameters(name, at, args)
	})
}

// paths: object.get is a way around the closed schema.
func (c *linted) paths() {
	c.eachCall(func(name string, at *ast.Location, args []*ast.Term) {
		if name == "object.get" && len(args) > 0 && c.bindings.fromInput(args[0]) {
			c.found.at(at, "object.get reaches around the input schema; select the field, which is always there")
		}
	})
}

// overrides: with hides the input or the data that a result rests on.
func (c *linted) overrides() {
	ast.WalkWiths(c.rule, func(w *ast.With) bool {
		c.found.at(c.located(w.Location), "with replaces what a result rests on; use it in tests alone")
		return false
	})
}

// everyVariable: the type checker does not see fields of the variable of every.
func (c *linted) everyVariable() {
	walkEvery(c.rule, func(e *ast.Every) {
		value, ok := termValue(e.Value).(ast.Var)
		if !ok || value.IsWildcard() {
			return
		}
		walkRefs(e.Body, func(ref ast.Ref) {
			if ref[0].Equal(e.Value) && len(ref) > 1 {
				c.found.at(c.at(ref[0]), "a field of the variable of every is not checked against the schema; write every i, _ in xs and select xs[i].%s", fieldOf(ref))
			}
		})
	})
}

func fieldOf(ref ast.Ref) string {
	if field, ok := literal(ref[1]); ok {
		return field
	}
	return "…"
}

// refs visits every reference of the rule.
func (c *linted) refs(visit func(ast.Ref)) { walkRefs(c.rule, visit) }

func walkRefs(x any, visit func(ast.Ref)) {
	ast.WalkRefs(x, func(ref ast.Ref) bool {
		visit(ref)
		return false
	})
}

// at is where a term stands, or the rule that it is in.
func (c *linted) at(t *ast.Term) *ast.Location { return c.located(t.Location) }

func (c *linted) located(at *ast.Location) *ast.Location {
	if at == nil || at.File == "" {
		return c.rule.Location
	}
	return at
}

// eachCall visits every call of the rule, as an expression or as a term, with
// the full name of what is called.
func (c *linted) eachCall(visit func(name string, at *ast.Location, args []*ast.Term)) {
	ast.WalkNodes(c.rule, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Expr:
			if n.IsCall() {
				visit(c.module.callee(n.Operator()), c.located(n.Location), n.Operands())
			}
		case *ast.Term:
			if call, ok := n.Value.(ast.Call); ok {
				if operator, ok := call[0].Value.(ast.Ref); ok {
					visit(c.module.callee(operator), c.at(n), call[1:])
				}
			}
		}
		return false
	})
}

func walkEvery(x any, visit func(*ast.Every)) {
	ast.WalkExprs(x, func(e *ast.Expr) bool {
		if every, ok := e.Terms.(*ast.Every); ok {
			visit(every)
		}
		return false
	})
}

// callee is the full name of a called function: a builtin's, or the dotted
// path of one of the policies' own, imports resolved.
func (m *module) callee(operator ast.Ref) string {
	name := dotted(operator)
	first, rest, _ := strings.Cut(name, ".")
	if prefix, ok := m.names[first]; ok && rest != "" {
		return prefix + "." + rest
	} else if ok {
		return prefix
	}
	return name
}

// resolveNames maps the names that a module's own rules and imports give to
// the dotted paths that they stand for.
func (m *module) resolveNames() {
	m.names = map[string]string{}
	for _, rule := range m.parsed.Rules {
		name := steps(rule.Head.Ref()[:1])[0]
		m.names[name] = m.pkg + "." + name
	}
	for _, i := range m.parsed.Imports {
		if ref, ok := i.Path.Value.(ast.Ref); ok && ref[0].Equal(ast.DefaultRootDocument) {
			m.names[string(i.Name())] = dotted(ref[1:])
		}
	}
}

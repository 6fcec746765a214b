package policy

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// references holds every reference into data to something that exists, for OPA
// takes a misspelt one for undefined and is silent, and every area to itself:
// what it read of other results would differ between the two stages of
// evaluation and stock opa.
func references(modules []*module, c *ast.Compiler, found *problems) {
	deciding := slices.ContainsFunc(modules, func(m *module) bool { return m.role == decision })
	for _, m := range modules {
		for _, rule := range c.Modules[m.canonical()].Rules {
			for r := rule; r != nil; r = r.Else {
				walkRefs(r, func(ref ast.Ref) {
					if ref[0].Equal(ast.DefaultRootDocument) {
						m.reference(c, r, ref, deciding, found)
					}
				})
			}
		}
	}
}

func (m *module) reference(c *ast.Compiler, rule *ast.Rule, ref ast.Ref, deciding bool, found *problems) {
	at := ref[0].Location
	if at == nil || at.File == "" {
		at = rule.Location
	}
	path := steps(ref[1:])
	name := "data." + strings.Join(path, ".")
	switch {
	case len(path) < 2 || path[0] != "bidgate":
		found.at(at, "%s is not something that policies may read; use data.bidgate.lib and data.bidgate.catalog", name)
	case path[1] == "catalog":
		if key, ok := unknownKey(path[2:]); ok {
			found.at(at, "the catalogue has no key %q (%s)", key, name)
		}
	case path[1] == tableFolder && (len(path) < 3 || path[2] != m.area):
		found.at(at, "%s is the table of another area; read data.bidgate.table.%s, which the pack brings itself", name, m.area)
	case path[1] == tableFolder && !m.table:
		found.at(at, "%s is nowhere; put the table in bidgate/table/%s/data.json with a schema.json beside it", name, m.area)
	case path[1] == tableFolder:
	case deciding && path[1] == "requirement":
	case path[1] == "requirement" && !slices.Equal(path[:min(len(path), len(m.path))], m.path):
		found.at(at, "a requirement stands alone and cannot read %s; compose requirements with composed_of", name)
	case path[1] == "decision" && !deciding:
		found.at(at, "a requirement cannot read the decision; remove %s", name)
	case len(c.GetRules(ref.ConstantPrefix())) == 0:
		found.at(at, "%s is defined nowhere; correct its name", name)
	}
}

// unknownKey finds a key that the catalogue does not have at its top.
func unknownKey(path []string) (string, bool) {
	if len(path) > 0 && path[0] != "requirements" {
		return path[0], true
	}
	return "", false
}

func dotted(ref ast.Ref) string { return strings.Join(steps(ref), ".") }

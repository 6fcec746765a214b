package policy

import (
	"maps"

	"github.com/open-policy-agent/opa/v1/ast"
)

// InputKeys are the top-level keys of the input that the public rules of these
// requirements read, with all that those rules lean on.
func (l *Library) InputKeys(ids []string) map[string]bool {
	keys := map[string]bool{}
	for _, id := range ids {
		q, known := l.catalogue.Requirements[id]
		if !known {
			continue
		}
		if l.far.evaluates(id) {
			maps.Copy(keys, l.far.keys[id])
			continue
		}
		rules := make([]ast.Ref, len(publicRules))
		for i, name := range publicRules {
			rules[i] = requirementRef(q).Append(ast.StringTerm(name))
		}
		maps.Copy(keys, l.unit(id).inputKeys(id, rules...))
	}
	return keys
}

// DecisionKeys are the top-level keys of the input that the decision names; it
// also goes along the paths that statements give.
func (l *Library) DecisionKeys() map[string]bool {
	return maps.Clone(l.units[decisionUnit].inputKeys(decisionUnit, decisionRef))
}

// readKeys goes along the compiler's own graph of rules. The lint has seen to
// it that a key of the input is never computed.
func readKeys(c *ast.Compiler, rule *ast.Rule, seen map[*ast.Rule]bool, keys map[string]bool) {
	if seen[rule] {
		return
	}
	seen[rule] = true
	ast.WalkRefs(rule, func(ref ast.Ref) bool {
		if len(ref) > 1 && ref[0].Equal(ast.InputRootDocument) {
			if key, ok := ref[1].Value.(ast.String); ok {
				keys[string(key)] = true
			}
		}
		return false
	})
	for next := range c.Graph.Dependencies(rule) {
		readKeys(c, next.(*ast.Rule), seen, keys)
	}
}

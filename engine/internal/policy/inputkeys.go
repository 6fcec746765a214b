package policy

import (
	"maps"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// InputKeys are the top-level keys of the input that the public rules of these
// requirements read, with all that those rules lean on.
func (l *Library) InputKeys(ids []string) map[string]bool {
	keys := map[string]bool{}
	if rest := slices.DeleteFunc(slices.Clone(ids), func(id string) bool {
		return !l.catalogue.Has(id) || l.far.evaluates(id) || l.keys[id] != nil
	}); len(rest) > 0 {
		l.compile(rest)
	}
	for _, id := range ids {
		if !l.catalogue.Has(id) {
			continue
		}
		if l.far.evaluates(id) {
			maps.Copy(keys, l.far.keys[id])
			continue
		}
		if l.preparedKeys(id, keys) {
			continue
		}
		rules := make([]ast.Ref, len(publicRules))
		for i, name := range publicRules {
			rules[i] = requirementRef(l.catalogue.Requirement(id)).Append(ast.StringTerm(name))
		}
		maps.Copy(keys, l.unit(id).inputKeys(id, rules...))
	}
	return keys
}

// DecisionKeys are the top-level keys of the input that the decision names; it
// also goes along the paths that statements give.
func (l *Library) DecisionKeys() map[string]bool {
	keys := map[string]bool{}
	if !l.preparedKeys(decisionUnit, keys) {
		maps.Copy(keys, l.units[decisionUnit].inputKeys(decisionUnit, decisionRef))
	}
	return keys
}

// preparedKeys adds the keys that were prepared, if any were: an input can then
// be put together, and a process tell what it reads, before anything is compiled.
func (l *Library) preparedKeys(id string, keys map[string]bool) bool {
	list, ok := l.keys[id]
	for _, key := range list {
		keys[key] = true
	}
	return ok
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

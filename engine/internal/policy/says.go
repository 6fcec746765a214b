package policy

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Says tells for each code of a requirement's messages which of the public
// rules may emit it, in the order of a finding's status: violation, review,
// not_applicable, basis. A code that is computed counts for every rule that may
// come to it. Of a composed requirement it is empty. SaidBy reads the values.
func (l *Library) Says(id string) map[string][]string {
	if l.far != nil && l.far.says[id] != nil {
		return l.far.says[id]
	}
	if text, ok := l.says[id]; ok {
		return readSays(text)
	}
	var group []*module
	for _, m := range l.modules {
		if m.role == requirement && m.id() == id {
			group = append(group, m)
		}
	}
	return saysOf(group, l.catalogue.Requirement(id))
}

// sayingRules are the public rules in the order that explanations take.
var sayingRules = []string{"violation", "review", "not_applicable", "basis"}

func saysOf(group []*module, q Requirement) map[string][]string {
	says := map[string][]string{}
	for _, name := range sayingRules {
		for _, rule := range rulesOf(group, name) {
			for _, code := range emitted(group, rule) {
				if _, known := q.Messages[code]; known && !slices.Contains(says[code], name) {
					says[code] = append(says[code], name)
				}
			}
		}
	}
	for code, members := range ownersOf(group, q) {
		for _, member := range members {
			says[code] = append(says[code], memberMark+member)
		}
	}
	return says
}

// emitted are the codes that a public rule may emit: the one in its head, or
// every text in the rule and the helpers of the requirement that it leans on, in
// whichever of its files they stand.
func emitted(group []*module, rule *ast.Rule) []string {
	if rule.Head.Key == nil {
		return nil
	}
	if object, ok := rule.Head.Key.Value.(ast.Object); ok {
		if code, written := literal(object.Get(ast.StringTerm("code"))); written {
			return []string{code}
		}
	}
	var codes []string
	textsOf(group, steps(rule.Head.Ref()[:1])[0], rule, map[string]bool{}, &codes)
	return codes
}

// textsOf collects the texts in a rule, and in the rules that it names.
func textsOf(group []*module, name string, rule *ast.Rule, seen map[string]bool, texts *[]string) {
	seen[name] = true
	ast.WalkTerms(rule, func(t *ast.Term) bool {
		if text, ok := literal(t); ok {
			*texts = append(*texts, text)
		}
		if helper, ok := t.Value.(ast.Var); ok && !seen[string(helper)] {
			seen[string(helper)] = true
			for _, other := range rulesOf(group, string(helper)) {
				textsOf(group, string(helper), other, seen, texts)
			}
		}
		return false
	})
}

// rulesOf are the rules of a name in the files of one requirement.
func rulesOf(group []*module, name string) (rules []*ast.Rule) {
	for _, m := range group {
		for _, rule := range m.rego().Rules {
			if steps(rule.Head.Ref()[:1])[0] == name {
				rules = append(rules, rule)
			}
		}
	}
	return rules
}

// toldSays is what another process says of the requirements that it was sent,
// held to their messages and to the public rules.
func (l *loading) toldSays(told *reply) (map[string]map[string][]string, error) {
	for _, id := range sortedKeys(told.Says) {
		if _, sent := told.Requirements[id]; !sent {
			return nil, distrust("it speaks of requirement %q, which it was not sent", id)
		}
		for code, rules := range told.Says[id] {
			if _, known := l.catalogue.Requirement(id).Messages[code]; !known {
				return nil, distrust("requirement %s has no message %q", id, code)
			}
			for i, rule := range rules {
				member, owned := strings.CutPrefix(rule, memberMark)
				if owned {
					_, owned = l.catalogue.Requirement(id).Members[member]
				}
				if !owned && !slices.Contains(sayingRules, rule) || slices.Contains(rules[:i], rule) {
					return nil, distrust("requirement %s has no rule %q", id, rule)
				}
			}
		}
	}
	return told.Says, nil
}

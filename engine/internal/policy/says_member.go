package policy

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// memberMark begins in Library.Says the rows of a table that alone emit a code.
// They follow the public rules.
const memberMark = "member:"

// SaidBy parts what Library.Says tells of a code into the public rules and the
// rows of a table that alone emit it; no rows stand for all of them.
func SaidBy(told []string) (rules, members []string) {
	rules, members = []string{}, []string{}
	for _, text := range told {
		if member, ok := strings.CutPrefix(text, memberMark); ok {
			members = append(members, member)
		} else {
			rules = append(rules, text)
		}
	}
	return rules, members
}

// ownersOf are, by code, the rows that alone emit it: wherever the code stands in
// the rules it is in one object with the row, and both are written out.
func ownersOf(group []*module, q Requirement) map[string][]string {
	seen, owned, owners := map[string]int{}, map[string]int{}, map[string][]string{}
	for _, m := range group {
		for _, rule := range m.rego().Rules {
			ast.WalkTerms(rule, func(t *ast.Term) bool {
				if _, ref := t.Value.(ast.Ref); ref {
					return true // a step of a path is no code
				}
				if text, ok := literal(t); ok {
					seen[text]++
				}
				object, ok := t.Value.(ast.Object)
				if !ok {
					return false
				}
				code, _ := literal(object.Get(ast.StringTerm("code")))
				member, written := literal(object.Get(ast.StringTerm("member")))
				if _, known := q.Members[member]; written && known && code != "" {
					owned[code]++
					owners[code] = append(owners[code], member)
				}
				return false
			})
		}
	}
	for code := range owners {
		if _, known := q.Messages[code]; !known || owned[code] != seen[code] {
			delete(owners, code)
			continue
		}
		slices.Sort(owners[code])
		owners[code] = slices.Compact(owners[code])
	}
	return owners
}

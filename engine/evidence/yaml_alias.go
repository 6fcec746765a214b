package evidence

import "go.yaml.in/yaml/v3"

// mergeKey says that a key is the merge key of YAML 1.1, which takes the
// members of another mapping over.
func mergeKey(y *yaml.Node) bool {
	return y.Kind == yaml.ScalarNode && y.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) == 0 && y.Value == "<<"
}

// alias reads the value that an alias stands for, in the alias's place; the
// lines are those of the value. One that stands in what it names has no end.
func (g *yamlGate) alias(y *yaml.Node, depth int) (*node, *Problem) {
	if y.Alias == nil || g.inside[y.Alias] {
		return nil, yamlRefusal(y, "a YAML alias (*name) stands within what it names; write the value out")
	}
	if g.inside == nil {
		g.inside = map[*yaml.Node]bool{}
	}
	g.inside[y.Alias] = true
	defer delete(g.inside, y.Alias)
	return g.value(y.Alias, depth)
}

// merge adds the members of other mappings that a mapping has not itself. Of
// several mappings the first that has a member counts.
func (g *yamlGate) merge(n *node, seen map[string]bool, merges []*yaml.Node, depth int) *Problem {
	if len(merges) == 0 {
		return nil
	}
	if len(merges) > 1 {
		return &Problem{Code: codeDuplicate, At: Position{Line: merges[1].Line, Column: merges[1].Column},
			Message: "the merge key << stands twice in one mapping; keep one of them"}
	}
	from := []*yaml.Node{merges[0]}
	if merges[0].Kind == yaml.SequenceNode {
		from = merges[0].Content
	}
	for _, y := range from {
		base, p := g.value(y, depth+1)
		if p != nil {
			return p
		}
		if base.kind != objectNode {
			return yamlRefusal(y, "the merge key << takes something that is no mapping; name a mapping")
		}
		for i, name := range base.names {
			if !seen[name] {
				seen[name] = true
				n.names, n.children = append(n.names, name), append(n.children, base.children[i])
			}
		}
	}
	return nil
}

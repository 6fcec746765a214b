package advisory

import (
	"errors"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// plainYAML is a YAML value as JSON has it, with every scalar as the text that
// is written. A key that stands twice, an anchor or a tag is refused: people
// and programs read them differently.
func plainYAML(n *yaml.Node, depth int) (any, error) {
	at := func(what string) error { return &ImportError{Line: n.Line, Column: n.Column, What: what} }
	switch {
	case depth > maxDepth:
		return nil, at("the list nests too deep")
	case n.Anchor != "" || n.Kind == yaml.AliasNode:
		return nil, at("anchors and aliases are not read: write the value out")
	case n.Style&yaml.TaggedStyle != 0:
		return nil, at("tags are not read: write the value without " + printable(n.Tag))
	}
	switch n.Kind {
	case yaml.ScalarNode:
		return n.Value, nil
	case yaml.SequenceNode:
		list := make([]any, len(n.Content))
		for i, item := range n.Content {
			value, err := plainYAML(item, depth+1)
			if err != nil {
				return nil, err
			}
			list[i] = value
		}
		return list, nil
	case yaml.MappingNode:
		object := make(map[string]any, len(n.Content)/2)
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i]
			if _, twice := object[key.Value]; twice || key.Kind != yaml.ScalarNode || key.Tag == "!!merge" {
				return nil, &ImportError{Line: key.Line, Column: key.Column, What: "the key " + printable(key.Value) + " stands twice, or is none"}
			}
			value, err := plainYAML(n.Content[i+1], depth+1)
			if err != nil {
				return nil, err
			}
			object[key.Value] = value
		}
		return object, nil
	}
	return nil, at("the list cannot be read here")
}

// whereInYAML gives an error of the JSON form its place in the YAML.
func whereInYAML(err error, root *yaml.Node) error {
	fault := (*ImportError)(nil)
	if !errors.As(err, &fault) {
		return err
	}
	placed := *fault
	placed.Line, placed.Column = 0, 0
	quoted, rest, _ := strings.Cut(fault.What, " is not as")
	pointer, unquoted := strconv.Unquote(quoted)
	if unquoted != nil || rest == "" {
		return &placed
	}
	n := root.Content[0]
	for _, token := range strings.Split(pointer, "/")[1:] {
		token = strings.NewReplacer("~1", "/", "~0", "~").Replace(token)
		if next := childOf(n, token); next != nil {
			n = next
		}
	}
	placed.Line, placed.Column = n.Line, n.Column
	return &placed
}

func childOf(n *yaml.Node, token string) *yaml.Node {
	if n.Kind == yaml.SequenceNode {
		if i, err := strconv.Atoi(token); err == nil && i >= 0 && i < len(n.Content) {
			return n.Content[i]
		}
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == token {
			return n.Content[i+1]
		}
	}
	return nil
}

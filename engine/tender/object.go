package tender

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/bidgate/bidgate/engine/internal/pattern"
)

// object is one mapping of a file, with its known keys.
type object struct {
	d      *document
	path   string
	line   int
	values map[string]*yaml.Node // nil when there is no mapping, which is its own fault
	order  []string              // of the keys in the file
}

// object reads a mapping whose keys are all in known.
func (d *document) object(n *yaml.Node, path, what string, known ...string) *object {
	o := &object{d: d, path: path, line: n.Line}
	if n.Kind != yaml.MappingNode {
		d.fault(n.Line, path, "must hold keys and values", "use "+either(known))
		return o
	}
	o.values = map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if !slices.Contains(known, key.Value) {
			d.fault(key.Line, join(path, key.Value), "is not a key of "+what, "use "+either(known)+", or remove it")
			continue
		}
		o.values[key.Value] = n.Content[i+1]
		o.order = append(o.order, key.Value)
	}
	return o
}

func (o *object) fault(key, wrong, do string) {
	place := join(o.path, key)
	line, ok := o.d.lines[place]
	if !ok {
		line = o.line
	}
	o.d.fault(line, place, wrong, do)
}

func (o *object) has(key string) bool { return o.values[key] != nil }

// need says that a key must be there; the readers refuse an empty value.
func (o *object) need(keys ...string) {
	for _, key := range keys {
		if o.values != nil && !o.has(key) {
			o.fault(key, "is missing", "add it")
		}
	}
}

// text reads one line of text or several; "" when the key is not there.
func (o *object) text(key string) string {
	n := o.values[key]
	if n == nil {
		return ""
	}
	return o.d.text(n, join(o.path, key))
}

func (d *document) text(n *yaml.Node, place string) string {
	switch {
	case n.Kind != yaml.ScalarNode:
		d.fault(n.Line, place, "must be text", "give one value")
	case strings.TrimSpace(n.Value) == "" || n.ShortTag() == "!!null":
		d.fault(n.Line, place, "is empty", "give it a value or remove the key")
	case n.ShortTag() != "!!str" && n.ShortTag() != "!!timestamp":
		d.fault(n.Line, place, quoted(n.Value)+" is not text here", "put it in quotes")
	default:
		return strings.TrimSpace(n.Value)
	}
	return ""
}

// texts reads a list of texts; nil when the key is not there.
func (o *object) texts(key string) []string {
	return each(o, key, func(n *yaml.Node, place string) string { return o.d.text(n, place) })
}

// each reads a list item by item; nil when the key is not there.
func each[T any](o *object, key string, read func(n *yaml.Node, place string) T) []T {
	n := o.values[key]
	switch {
	case n == nil:
		return nil
	case n.Kind != yaml.SequenceNode:
		o.fault(key, "must be a list", "write the items in brackets, or one a line after a dash")
		return nil
	}
	items := make([]T, len(n.Content))
	for i, item := range n.Content {
		items[i] = read(item, fmt.Sprintf("%s[%d]", join(o.path, key), i))
	}
	return items
}

// entries calls read for each key of a mapping whose keys the buyer chooses.
func (o *object) entries(key string, read func(key string, n *yaml.Node, place string)) {
	n := o.values[key]
	switch {
	case n == nil:
		return
	case n.Kind != yaml.MappingNode:
		o.fault(key, "must hold keys and values", "write one `key: value` a line below it")
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		read(n.Content[i].Value, n.Content[i+1], join(join(o.path, key), n.Content[i].Value))
	}
}

// flag reads true or false; nil when the key is not there.
func (o *object) flag(key string) *bool {
	n := o.values[key]
	if n == nil {
		return nil
	}
	if n.Kind != yaml.ScalarNode || n.ShortTag() != "!!bool" || (n.Value != "true" && n.Value != "false") {
		o.fault(key, shown(n)+" is not a truth value", "use true or false")
		return nil
	}
	value := n.Value == "true"
	return &value
}

// choice reads one word of a closed set; "" when the key is not there.
func choice[T ~string](o *object, key, what string, set []T) T {
	n := o.values[key]
	if n == nil {
		return ""
	}
	return chosen(o.d, n, join(o.path, key), what, set)
}

func chosen[T ~string](d *document, n *yaml.Node, place, what string, set []T) T {
	if n.Kind != yaml.ScalarNode || !slices.Contains(set, T(n.Value)) {
		d.fault(n.Line, place, shown(n)+" is not "+what, "use "+either(set))
		return ""
	}
	return T(n.Value)
}

// parameters reads values for the parameters of one requirement.
func (o *object) parameters(key string) map[string]any {
	if !o.has(key) {
		return nil
	}
	values := map[string]any{}
	o.entries(key, func(name string, n *yaml.Node, place string) {
		values[name] = o.d.parameter(n, place)
	})
	return values
}

var decimal = pattern.Lazy(`^-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?$`)

// parameter reads a float64, bool, string or list of strings.
func (d *document) parameter(n *yaml.Node, place string) any {
	const do = "use a number, a text, true, false or a list of texts"
	if n.Kind == yaml.SequenceNode {
		items := make([]string, len(n.Content))
		for i, item := range n.Content {
			items[i] = d.text(item, fmt.Sprintf("%s[%d]", place, i))
		}
		return items
	}
	switch tag := n.ShortTag(); {
	case n.Kind != yaml.ScalarNode:
		d.fault(n.Line, place, "cannot hold keys and values", do)
	case tag == "!!bool" && (n.Value == "true" || n.Value == "false"):
		return n.Value == "true"
	case tag == "!!int" || tag == "!!float":
		if value, err := strconv.ParseFloat(n.Value, 64); err == nil && decimal().MatchString(n.Value) {
			return value
		}
		d.fault(n.Line, place, quoted(n.Value)+" is not a plain decimal number", "write it as 12 or 0.5, or in quotes if it is a text")
	case tag == "!!str" || tag == "!!timestamp":
		return d.text(n, place)
	default:
		d.fault(n.Line, place, shown(n)+" is not a value for a parameter", do)
	}
	return nil
}

// shown is a value for a message.
func shown(n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode {
		return "what stands here"
	}
	return quoted(n.Value)
}

package policy

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// reader reads one YAML text of a policy author strictly: no unknown key, no
// guess at types. Lines are offset by those before the text in its file.
type reader struct {
	file   string
	offset int
	found  *problems
}

func (r reader) fail(n *yaml.Node, format string, args ...any) {
	r.found.add(r.file, r.offset+n.Line, format, args...)
}

// document parses text into its one document; nil when it is not sound.
func (r reader) document(text []byte) *yaml.Node {
	dec := yaml.NewDecoder(bytes.NewReader(text))
	var doc, more yaml.Node
	if err := dec.Decode(&doc); err != nil {
		r.found.add(r.file, r.offset+1, "is not YAML: %s", strings.TrimPrefix(err.Error(), "yaml: "))
		return nil
	}
	if err := dec.Decode(&more); !errors.Is(err, io.EOF) {
		r.fail(&doc, "holds more than one YAML document; keep one")
		return nil
	}
	before := len(*r.found)
	r.plain(doc.Content[0])
	if len(*r.found) > before {
		return nil
	}
	return doc.Content[0]
}

// plain refuses what two YAML readers could take differently.
func (r reader) plain(n *yaml.Node) {
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		r.fail(n, "anchors and aliases are not allowed; write the value out")
	case n.Tag == "!!merge":
		r.fail(n, "merge keys are not allowed; write the keys out")
	case n.Style&yaml.TaggedStyle != 0:
		r.fail(n, "tags are not allowed; remove %s", n.Tag)
	}
	for _, child := range n.Content {
		if n.Kind != yaml.AliasNode {
			r.plain(child)
		}
	}
}

// field is one key that an object may have.
type field struct {
	key      string
	required bool
	read     func(*yaml.Node)
}

// object reads a mapping with exactly the known fields; other takes the keys
// beyond them, and where it is nil they are refused.
func (r reader) object(n *yaml.Node, what string, fields []field, other func(key string, v *yaml.Node)) {
	seen := map[string]bool{}
	for key, value := range r.pairs(n, what) {
		seen[key.Value] = true
		i := slices.IndexFunc(fields, func(f field) bool { return f.key == key.Value })
		switch {
		case i >= 0:
			fields[i].read(value)
		case other != nil:
			other(key.Value, value)
		default:
			r.fail(key, "unknown key %q in %s; the keys are %s", key.Value, what, keysOf(fields))
		}
	}
	for _, f := range fields {
		if f.required && !seen[f.key] {
			r.fail(n, "%s has no key %q; add it", what, f.key)
		}
	}
}

func keysOf(fields []field) string {
	keys := make([]string, len(fields))
	for i, f := range fields {
		keys[i] = f.key
	}
	return strings.Join(keys, ", ")
}

// pairs ranges over the keys and values of a mapping, each key once.
func (r reader) pairs(n *yaml.Node, what string) func(yield func(k, v *yaml.Node) bool) {
	return func(yield func(k, v *yaml.Node) bool) {
		if n.Kind != yaml.MappingNode {
			r.fail(n, "%s must be a mapping of keys to values", what)
			return
		}
		seen := map[string]bool{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i]
			if key.Kind != yaml.ScalarNode || key.Tag != "!!str" {
				r.fail(key, "a key of %s must be text: put it in quotes", what)
				continue
			}
			if seen[key.Value] {
				r.fail(key, "key %q of %s stands twice; keep one", key.Value, what)
				continue
			}
			seen[key.Value] = true
			if !yield(key, n.Content[i+1]) {
				return
			}
		}
	}
}

// items are the elements of a list.
func (r reader) items(n *yaml.Node, what string) []*yaml.Node {
	if n.Kind != yaml.SequenceNode {
		r.fail(n, "%s must be a list", what)
		return nil
	}
	return n.Content
}

func (r reader) text(n *yaml.Node, what string) string {
	if n.Kind != yaml.ScalarNode || n.Tag != "!!str" {
		r.fail(n, "%s must be text: put it in quotes", what)
		return ""
	}
	if strings.TrimSpace(n.Value) == "" {
		r.fail(n, "%s is empty; write it or remove the key", what)
	}
	return n.Value
}

func (r reader) texts(n *yaml.Node, what string) []string {
	list := []string{}
	for _, item := range r.items(n, what) {
		list = append(list, r.text(item, "an entry of "+what))
	}
	return list
}

// choice reads text that must be one of a closed set.
func choice[T ~string](r reader, n *yaml.Node, what string, set []T) T {
	v := T(r.text(n, what))
	if v != "" && !slices.Contains(set, v) {
		r.fail(n, "%s %q is not known; use one of %s", what, string(v), joined(set))
	}
	return v
}

func joined[T ~string](set []T) string {
	words := make([]string, len(set))
	for i, w := range set {
		words[i] = string(w)
	}
	return strings.Join(words, ", ")
}

func (r reader) truth(n *yaml.Node, what string) bool {
	if n.Kind != yaml.ScalarNode || n.Tag != "!!bool" || n.Value != "true" && n.Value != "false" {
		r.fail(n, "%s must be true or false", what)
	}
	return n.Value == "true"
}

func (r reader) number(n *yaml.Node, what string) float64 {
	v, err := strconv.ParseFloat(n.Value, 64)
	if n.Kind != yaml.ScalarNode || n.Tag != "!!int" && n.Tag != "!!float" || err != nil {
		r.fail(n, "%s must be a number", what)
		return 0
	}
	return v
}

func (r reader) integer(n *yaml.Node, what string) int {
	v, err := strconv.Atoi(n.Value)
	if n.Kind != yaml.ScalarNode || n.Tag != "!!int" || err != nil {
		r.fail(n, "%s must be a whole number", what)
		return 0
	}
	return v
}

// day reads a calendar day, YYYY-MM-DD, written as text.
func (r reader) day(n *yaml.Node, what string) Day {
	d, err := ParseDay(n.Value)
	if n.Kind != yaml.ScalarNode || err != nil {
		r.fail(n, "%s must be a date like \"2026-11-30\"", what)
	}
	return d
}

// scalar reads a value of a free column: text, number, boolean or a list of these.
func (r reader) scalar(n *yaml.Node, what string) any {
	if n.Kind == yaml.SequenceNode {
		list := []any{}
		for _, item := range n.Content {
			if item.Kind == yaml.SequenceNode {
				r.fail(item, "%s must not hold a list in a list", what)
				continue
			}
			list = append(list, r.scalar(item, what))
		}
		return list
	}
	switch n.Tag {
	case "!!bool":
		return r.truth(n, what)
	case "!!int":
		return r.integer(n, what)
	case "!!float":
		return r.number(n, what)
	}
	return r.text(n, what)
}

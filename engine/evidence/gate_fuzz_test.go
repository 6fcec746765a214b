package evidence

import (
	"encoding/json"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// plain turns a tree into the values of encoding/json.
func plain(n *node) any {
	switch n.kind {
	case boolNode:
		return n.text == "true"
	case numberNode:
		f, _ := strconv.ParseFloat(n.text, 64)
		return f
	case stringNode:
		return n.text
	case arrayNode:
		list := []any{}
		for _, c := range n.children {
			list = append(list, plain(c))
		}
		return list
	case objectNode:
		object := map[string]any{}
		for i, name := range n.names {
			object[name] = plain(n.children[i])
		}
		return object
	}
	return nil
}

func FuzzParseJSON(f *testing.F) {
	for _, c := range gateCases {
		if c.syntax == "json" && len(c.data) < 1000 {
			f.Add([]byte(c.data))
		}
	}
	f.Add([]byte(`{"a": [1, -2.5e3, true, null, "\u00e9\n"], "b": {}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		n, p := parseJSON(data, Limits{})
		if (n == nil) == (p == nil) {
			t.Fatalf("tree %v, problem %v", n, p)
		}
		if p != nil {
			return
		}
		var want any
		if err := json.Unmarshal(data, &want); err != nil {
			t.Fatalf("accepted, and encoding/json says %v", err)
		}
		if diff := cmp.Diff(want, plain(n)); diff != "" {
			t.Fatal(diff)
		}
	})
}

func FuzzParseYAML(f *testing.F) {
	for _, c := range gateCases {
		if c.syntax == "yaml" && len(c.data) < 1000 {
			f.Add([]byte(c.data))
		}
	}
	f.Add([]byte("a: {b: [1, 2.10, 'x'], c: |\n  text\n}\nd: >-\n  e\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		n, p := parseYAML(data, Limits{})
		if (n == nil) == (p == nil) {
			t.Fatalf("tree %v, problem %v", n, p)
		}
		if p == nil && (n.line < 1 || n.column < 1) {
			t.Fatalf("no position: %+v", n)
		}
	})
}

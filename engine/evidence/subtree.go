package evidence

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/go-json-experiment/json/jsontext"
)

// subtrees reads some members of a JSON document that the walk let through as
// one tree. Its nodes have no places: these are found by their pointers.
func subtrees(src *source, l Limits, wanted []string) (*node, *Problem) {
	root, problem := &node{kind: objectNode}, (*Problem)(nil)
	g := newSubtreeGate(l)
	members(src.data, 0, func(name string, offset int64) bool {
		if !slices.Contains(wanted, name) {
			return true
		}
		child, p := g.read(src.data[offset:])
		if p != nil {
			p.At = src.position(pointerJoin("", name) + p.At.Pointer)
			p.Message = fmt.Sprintf("%s: %s", name, p.Message)
			problem = p
			return false
		}
		root.names, root.children = append(root.names, name), append(root.children, child)
		return true
	})
	return root, problem
}

// subtreeGate reads parts of a JSON document as trees, within the bounds of
// one document that is read as a tree.
type subtreeGate struct {
	jsonGate
	bytes int // what is left of MaxTreeBytes
}

// newSubtreeGate has no bound on single texts, which may be attachments: those
// that are taken from the tree are held to theirs.
func newSubtreeGate(l Limits) *subtreeGate {
	l = l.withDefaults()
	l.MaxStringBytes = l.MaxTreeBytes
	return &subtreeGate{jsonGate: jsonGate{limits: l}, bytes: l.MaxTreeBytes}
}

// read reads the value that data begins with.
func (g *subtreeGate) read(data []byte) (*node, *Problem) {
	dec := jsontext.NewDecoder(bytes.NewBuffer(data))
	if err := dec.SkipValue(); err != nil {
		return nil, jsonProblem(err, data)
	}
	size := int(dec.InputOffset())
	if g.bytes -= size; g.bytes < 0 {
		return nil, limitProblem("MaxTreeBytes", g.limits.MaxTreeBytes, "the size of the declarations and definitions of a document", Position{})
	}
	g.data = data[:size]
	g.whole = string(g.data)
	g.dec, g.at = jsontext.NewDecoder(bytes.NewBuffer(g.data)), cursor{data: g.data, line: 1, column: 1}
	return g.value(1)
}

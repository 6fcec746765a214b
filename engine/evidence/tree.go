package evidence

// nodeKind is the type of a node in a gated tree.
type nodeKind int

const (
	nullNode nodeKind = iota
	boolNode
	numberNode
	stringNode
	arrayNode
	objectNode
)

// node is one value of a document that passed the JSON or the YAML gate: the
// same tree for both, with positions. There are no duplicate names, aliases,
// tags or merge keys in it.
type node struct {
	kind     nodeKind
	text     string   // a string's value; a number's or boolean's literal text
	names    []string // an object's member names, parallel to children
	children []*node
	line     int // from 1, of the value
	column   int // from 1, in code points
}

// field returns the member of an object, or nil when n is no object or has none.
func (n *node) field(name string) *node {
	if n == nil || n.kind != objectNode {
		return nil
	}
	for i, have := range n.names {
		if have == name {
			return n.children[i]
		}
	}
	return nil
}

// items returns the elements of an array, or nil when n is none.
func (n *node) items() []*node {
	if n == nil || n.kind != arrayNode {
		return nil
	}
	return n.children
}

// position is the place of the node, without a pointer.
func (n *node) position() Position { return Position{Line: n.line, Column: n.column} }

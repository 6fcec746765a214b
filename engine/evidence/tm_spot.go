package evidence

import "strconv"

// spot is a value of a document with the JSON Pointer to it. A value that is
// not there is a spot too, with a nil node, so that look-ups can be chained;
// its pointer is where the value would stand.
type spot struct {
	n  *node
	at string
}

// get is the member of an object. Several names go down one level each.
func (s spot) get(names ...string) spot {
	for _, name := range names {
		s = spot{n: s.n.field(name), at: pointerJoin(s.at, name)}
	}
	return s
}

// list is the entries of an array, in order; none of anything else.
func (s spot) list() []spot {
	items := s.n.items()
	spots := make([]spot, len(items))
	for i, item := range items {
		spots[i] = spot{n: item, at: s.at + "/" + strconv.Itoa(i)}
	}
	return spots
}

// listOrOne is list, and the value itself where it is an object and no array:
// some tools write a list of one so.
func (s spot) listOrOne() []spot {
	if s.n != nil && s.n.kind == objectNode {
		return []spot{s}
	}
	return s.list()
}

// members are the values of an object in order, with their names.
func (s spot) members() (names []string, values []spot) {
	if s.n == nil || s.n.kind != objectNode {
		return nil, nil
	}
	values = make([]spot, len(s.n.children))
	for i, child := range s.n.children {
		values[i] = spot{n: child, at: pointerJoin(s.at, s.n.names[i])}
	}
	return s.n.names, values
}

// there says that the document has the value and that it is not null.
func (s spot) there() bool { return s.n != nil && s.n.kind != nullNode }

// plain is the text of a string or number, as it is written; "" of all else.
func (s spot) plain() string {
	if s.n == nil || s.n.kind != stringNode && s.n.kind != numberNode {
		return ""
	}
	return s.n.text
}

// line is the line of the value; 0 when it is not there.
func (s spot) line() int {
	if s.n == nil {
		return 0
	}
	return s.n.line
}

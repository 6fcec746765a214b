package evidence

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// parseJSON is the JSON gate: it reads data as one strict JSON object into a
// tree, or says why it may not be read. Duplicate keys, bytes that are not
// UTF-8, trailing data and values over a bound are refused.
func parseJSON(data []byte, l Limits) (*node, *Problem) {
	root, p := parseJSONValue(data, l)
	if p == nil && root.kind != objectNode {
		return nil, &Problem{Code: codeNotObject, At: Position{Line: root.line, Column: root.column},
			Message: "the document must be one JSON object at its top level"}
	}
	return root, p
}

// parseJSONValue is parseJSON for a document that may also be a list.
func parseJSONValue(data []byte, l Limits) (*node, *Problem) {
	l = l.withDefaults()
	if len(data) > l.MaxTreeBytes {
		return nil, limitProblem("MaxTreeBytes", l.MaxTreeBytes, fmt.Sprintf("a JSON document of %d bytes", len(data)), Position{})
	}
	if p := encodingProblem(data); p != nil {
		return nil, p
	}
	g := &jsonGate{
		// A bytes.Buffer is decoded in place, without a copy.
		dec:    jsontext.NewDecoder(bytes.NewBuffer(data)),
		data:   data,
		whole:  string(data),
		limits: l,
		at:     cursor{data: data, line: 1, column: 1},
	}
	root, p := g.value(0)
	if p != nil {
		return nil, p
	}
	if p := afterJSON(g.dec, data); p != nil {
		return nil, p
	}
	return root, nil
}

// jsonGate holds what one pass over a JSON document needs.
type jsonGate struct {
	dec    *jsontext.Decoder
	data   []byte
	whole  string // the same, for texts to be parts of
	limits Limits
	at     cursor
	nodes  int
}

// value reads the next value; depth is the number of containers around it.
func (g *jsonGate) value(depth int) (*node, *Problem) {
	kind := g.dec.PeekKind()
	if g.nodes++; g.nodes > g.limits.MaxNodes {
		return nil, limitProblem("MaxNodes", g.limits.MaxNodes, "the number of values", g.position())
	}
	if kind != '{' && kind != '[' {
		return g.scalar()
	}
	if depth >= g.limits.MaxDepth {
		return nil, limitProblem("MaxDepth", g.limits.MaxDepth, "the nesting", g.position())
	}
	if _, err := g.dec.ReadToken(); err != nil {
		return nil, jsonProblem(err, g.data)
	}
	n := g.node(arrayNode, int(g.dec.InputOffset())-1)
	if kind == '{' {
		n.kind = objectNode
	}
	return n, g.members(n, depth)
}

// members reads the content of an object or array up to its closing bracket.
func (g *jsonGate) members(n *node, depth int) *Problem {
	for {
		switch g.dec.PeekKind() {
		case '}', ']':
			if _, err := g.dec.ReadToken(); err != nil {
				return jsonProblem(err, g.data)
			}
			return nil
		}
		if n.kind == objectNode {
			raw, err := g.dec.ReadValue()
			if err != nil {
				return jsonProblem(err, g.data)
			}
			name, p := g.unquoted(raw)
			if p != nil {
				return p
			}
			if p := g.text(name); p != nil {
				return p
			}
			n.names = append(n.names, name)
		}
		child, p := g.value(depth + 1)
		if p != nil {
			return p
		}
		n.children = append(n.children, child)
	}
}

// scalar reads a string, number, boolean or null.
func (g *jsonGate) scalar() (*node, *Problem) {
	raw, err := g.dec.ReadValue()
	if err != nil {
		return nil, jsonProblem(err, g.data)
	}
	n := g.node(nullNode, int(g.dec.InputOffset())-len(raw))
	switch raw.Kind() {
	case 'n':
		return n, nil
	case 't', 'f':
		n.kind, n.text = boolNode, g.kept(raw)
		return n, nil
	case '0':
		n.kind, n.text = numberNode, g.kept(raw)
		return n, numberProblem(n.text, g.limits, g.position)
	}
	text, p := g.unquoted(raw)
	if p != nil {
		return nil, p
	}
	n.kind, n.text = stringNode, text
	return n, g.text(n.text)
}

// kept is the value that was read last, as a part of the one text that all
// values of the document share.
func (g *jsonGate) kept(raw []byte) string {
	end := int(g.dec.InputOffset())
	return g.whole[end-len(raw) : end]
}

// unquoted is the content of the string that was read last.
func (g *jsonGate) unquoted(raw []byte) (string, *Problem) {
	if bytes.IndexByte(raw, '\\') < 0 {
		text := g.kept(raw)
		return text[1 : len(text)-1], nil
	}
	text, err := jsontext.AppendUnquote(nil, raw)
	if err != nil {
		return "", jsonProblem(err, g.data)
	}
	return string(text), nil
}

// text checks a key or string value.
func (g *jsonGate) text(s string) *Problem { return textProblem(s, g.limits, g.position) }

// position is the place of the last token read.
func (g *jsonGate) position() Position {
	p := Position{Pointer: string(g.dec.StackPointer())}
	p.Line, p.Column = lineColumnIn(g.data, int(g.dec.InputOffset()))
	return p
}

func (g *jsonGate) node(kind nodeKind, offset int) *node {
	g.at.advance(offset)
	return &node{kind: kind, line: g.at.line, column: g.at.column}
}

// textProblem bounds a key or string and refuses NUL, which an escape can hide.
func textProblem(s string, l Limits, at func() Position) *Problem {
	if strings.HasPrefix(s, "data:image/") {
		if most := max(l.MaxImageBytes, l.MaxStringBytes); len(s) > most {
			return limitProblem("MaxImageBytes", most, "an image in a text", at())
		}
	} else if len(s) > l.MaxStringBytes {
		return limitProblem("MaxStringBytes", l.MaxStringBytes, "a text", at())
	}
	if strings.IndexByte(s, 0) >= 0 {
		return &Problem{Code: codeEncoding, Message: "a text holds a NUL character; remove it", At: at()}
	}
	return nil
}

package evidence

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/bidgate/bidgate/engine/internal/pattern"
)

// parseYAML is the YAML gate: it reads data as one plain YAML mapping into
// the same tree as parseJSON, or says why it may not be read. Whatever two
// readers could take differently is refused: aliases, anchors, merge keys,
// directives, tags beyond the core ones, keys that are not plain strings. Only
// true and false are booleans and only plain decimals are numbers, so yes,
// 0777 and 2026-09-14 stay the text that they are, and a number keeps its
// source text (a version 2.10 is not 2.1).
func parseYAML(data []byte, l Limits) (*node, *Problem) {
	return (&yamlGate{}).parse(data, l)
}

// parse is parseYAML by the rules that the gate was given.
func (g *yamlGate) parse(data []byte, l Limits) (root *node, problem *Problem) {
	l = l.withDefaults()
	// The library takes some 150 bytes of memory for each byte of hostile
	// input, so the size is bounded before it sees any.
	if len(data) > l.MaxYAMLBytes {
		return nil, limitProblem("MaxYAMLBytes", l.MaxYAMLBytes, fmt.Sprintf("a YAML document of %d bytes", len(data)), Position{})
	}
	if p := encodingProblem(data); p != nil {
		return nil, p
	}
	if p := directiveProblem(data); p != nil {
		return nil, p
	}
	// The library panics on its own errors and recovers them; should one slip
	// through, the document is unreadable and the others still count.
	defer func() {
		if recover() != nil {
			root, problem = nil, yamlError(errors.New("yaml: the reader gave up"))
		}
	}()
	g.limits, g.spare, g.lines = l, l.MaxYAMLBytes-len(data), yamlLines(data)
	return g.decode(data)
}

// decode takes exactly one document from the library and converts it.
func (g *yamlGate) decode(data []byte) (*node, *Problem) {
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var doc, more yaml.Node
	if err := dec.Decode(&doc); errors.Is(err, io.EOF) || (err == nil && len(doc.Content) == 0) {
		return nil, &Problem{Code: codeNotObject, Message: "the YAML document is empty"}
	} else if err != nil {
		return nil, yamlError(err)
	}
	if err := dec.Decode(&more); err == nil {
		return nil, yamlRefusal(&more, "there is more than one YAML document in the file; keep one")
	} else if !errors.Is(err, io.EOF) {
		return nil, yamlError(err)
	}
	n, p := g.value(doc.Content[0], 0)
	if p != nil {
		return nil, p
	}
	if n.kind != objectNode {
		return nil, &Problem{Code: codeNotObject, At: n.position(), Message: "the document must be one mapping (key: value) at its top level"}
	}
	return n, nil
}

// directiveProblem refuses a line that begins with %: a directive changes
// what tags mean, and thousands of them cost the library quadratic time.
func directiveProblem(data []byte) *Problem {
	at := 0
	if len(data) == 0 || data[0] != '%' {
		if at = bytes.Index(data, []byte("\n%")) + 1; at == 0 {
			return nil
		}
	}
	p := &Problem{Code: codeYAML, Message: "a line begins with % (a YAML directive); remove the line"}
	p.At.Line, p.At.Column = lineColumnIn(data, at)
	return p
}

// yamlLines counts lines as YAML breaks them: at CR, NEL, LS and PS too.
func yamlLines(data []byte) int {
	lines := 1 - bytes.Count(data, []byte("\r\n"))
	for _, end := range []string{"\n", "\r", "\u0085", "\u2028", "\u2029"} {
		lines += bytes.Count(data, []byte(end))
	}
	return lines
}

var yamlLine = pattern.Lazy(`\bline (\d+): `)

// yamlError turns an error of the library into a problem with its line.
func yamlError(err error) *Problem {
	text := strings.TrimPrefix(err.Error(), "yaml: ")
	p := &Problem{Code: codeSyntax}
	if m := yamlLine().FindStringSubmatch(text); m != nil {
		p.At.Line, _ = strconv.Atoi(m[1])
		p.At.Column = 1
		text = yamlLine().ReplaceAllString(text, "")
	}
	p.Message = "this is not valid YAML (" + strings.Trim(quotedReason(text), `"`) + "); correct it at the place given"
	return p
}

// quotedReason shortens and escapes the library's words, which can hold the vendor's.
func quotedReason(s string) string {
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		s = s[:i]
	}
	const most = 120
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return strconv.Quote(s)
}

func yamlRefusal(n *yaml.Node, message string) *Problem {
	return &Problem{Code: codeYAML, Message: message, At: Position{Line: n.Line, Column: n.Column}}
}

// yamlGate converts the library's nodes by our own rules.
type yamlGate struct {
	limits Limits
	nodes  int
	lines  int // of the document

	// anchors lets aliases and merge keys through, as if what they stand for
	// were written out: its values count towards MaxNodes and its bytes, of
	// which spare are left, towards MaxYAMLBytes.
	anchors  bool
	spare    int
	expanded int                 // bytes that aliases stand for
	inside   map[*yaml.Node]bool // the aliases around the value that is read
}

func (g *yamlGate) value(y *yaml.Node, depth int) (*node, *Problem) {
	if y.Line > g.lines {
		y.Line, y.Column = g.lines, 1 // an empty value, which the library places behind the end
	}
	at := Position{Line: y.Line, Column: y.Column}
	if g.nodes++; g.nodes > g.limits.MaxNodes {
		return nil, limitProblem("MaxNodes", g.limits.MaxNodes, "the number of values", at)
	}
	if y.Kind == yaml.AliasNode && g.anchors {
		return g.alias(y, depth)
	}
	if y.Kind == yaml.AliasNode {
		return nil, yamlRefusal(y, "the document uses a YAML alias (*name); write the value out")
	}
	if y.Anchor != "" && !g.anchors {
		return nil, yamlRefusal(y, "the document uses a YAML anchor (&name); remove it")
	}
	n := &node{line: y.Line, column: y.Column}
	if len(g.inside) > 0 {
		if g.expanded += len(y.Value); g.expanded > g.spare {
			return nil, limitProblem("MaxYAMLBytes", g.limits.MaxYAMLBytes, "a YAML document with its aliases written out", at)
		}
	}
	if y.Kind == yaml.ScalarNode {
		return n, g.scalar(n, y)
	}
	if depth >= g.limits.MaxDepth {
		return nil, limitProblem("MaxDepth", g.limits.MaxDepth, "the nesting", at)
	}
	if tag := y.ShortTag(); tag != "!!map" && tag != "!!seq" {
		return nil, yamlRefusal(y, "the YAML tag "+quoted(tag)+" is not read; remove it")
	}
	if y.Kind == yaml.SequenceNode {
		n.kind = arrayNode
		return n, g.elements(n, y.Content, depth)
	}
	n.kind = objectNode
	return n, g.members(n, y.Content, depth)
}

func (g *yamlGate) elements(n *node, content []*yaml.Node, depth int) *Problem {
	for _, y := range content {
		child, p := g.value(y, depth+1)
		if p != nil {
			return p
		}
		n.children = append(n.children, child)
	}
	return nil
}

func (g *yamlGate) members(n *node, content []*yaml.Node, depth int) *Problem {
	seen := make(map[string]bool, len(content)/2)
	var merges []*yaml.Node
	for i := 0; i+1 < len(content); i += 2 {
		if g.anchors && mergeKey(content[i]) {
			merges = append(merges, content[i+1])
			continue
		}
		key, p := g.key(content[i])
		if p != nil {
			return p
		}
		if seen[key] {
			return &Problem{Code: codeDuplicate, At: Position{Line: content[i].Line, Column: content[i].Column},
				Message: "the key " + quoted(key) + " stands twice in one mapping; keep one of them"}
		}
		seen[key] = true
		child, p := g.value(content[i+1], depth+1)
		if p != nil {
			return p
		}
		n.names = append(n.names, key)
		n.children = append(n.children, child)
	}
	return g.merge(n, seen, merges, depth)
}

// key takes a mapping's key, which must be a string.
func (g *yamlGate) key(y *yaml.Node) (string, *Problem) {
	if y.Kind == yaml.AliasNode {
		return "", yamlRefusal(y, "a key is a YAML alias (*name); write the key out")
	}
	if mergeKey(y) {
		return "", yamlRefusal(y, "the document uses a YAML merge key (<<); write the values out")
	}
	g.nodes-- // a key is no value
	n, p := g.value(y, g.limits.MaxDepth)
	if y.Kind == yaml.MappingNode || y.Kind == yaml.SequenceNode || (p == nil && n.kind != stringNode) {
		return "", yamlRefusal(y, "a key is not a text; write it in quotes")
	}
	if p != nil {
		return "", p
	}
	return n.text, nil
}

// plainNumber is a decimal without exponent, leading zero or plus sign.
var plainNumber = pattern.Lazy(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)

// scalar fills in a scalar's kind and text.
func (g *yamlGate) scalar(n *node, y *yaml.Node) *Problem {
	at := Position{Line: y.Line, Column: y.Column}
	n.kind, n.text = stringNode, y.Value
	plain := y.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) == 0
	tagged := y.Style&yaml.TaggedStyle != 0
	if tagged && y.ShortTag() == "!!str" {
		plain = false
	}
	if plain {
		n.kind = plainKind(y.Value)
	}
	if tagged && y.ShortTag() != coreTag[n.kind] && !(n.kind == numberNode && y.ShortTag() == "!!float") {
		return yamlRefusal(y, "the YAML tag "+quoted(y.ShortTag())+" is not read here; remove it")
	}
	switch n.kind {
	case nullNode:
		n.text = ""
	case numberNode:
		return numberProblem(n.text, g.limits, func() Position { return at })
	}
	return textProblem(n.text, g.limits, func() Position { return at })
}

// coreTag is the tag that may stand before a scalar of the kind.
var coreTag = map[nodeKind]string{nullNode: "!!null", boolNode: "!!bool", numberNode: "!!int", stringNode: "!!str"}

// plainKind is the kind of a scalar without quotes.
func plainKind(text string) nodeKind {
	switch text {
	case "", "~", "null", "Null", "NULL":
		return nullNode
	case "true", "false":
		return boolNode
	}
	if plainNumber().MatchString(text) {
		return numberNode
	}
	return stringNode
}

package evidence

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/go-json-experiment/json/jsontext"
)

// source is the bytes of one document, and what is needed to turn an offset or
// a pointer into a line and a column. The bytes and the tree are not changed
// once the document is read; the indexes are made on first use, so a source
// may be asked by many goroutines at once.
type source struct {
	path   string
	data   []byte // of a document that was read through its JSON twin: the twin
	tree   *node  // of a document that was read through the JSON or YAML gate as a tree; else nil
	syntax syntax // what the document is written in
	may    []Kind // kinds that a document in a form that is not read may be of

	anchors  bool           // YAML anchors, aliases and merge keys may stand in it
	list     bool           // it may be a list
	large    bool           // an SBOM, whose size has a bound of its own
	expanded int            // bytes that aliases in it stand for
	beside   *modelParts    // other documents that its threat model is made of
	parts    map[string]int // their rows, by path: the first step of a pointer into one of them

	refused *Problem // why there is no tree, once it was tried

	longNumbers bool // JSON that is not kept as a tree has numbers of many digits

	original *original // what data is the twin of; nil where data is the document

	extension *ThreatModel // the summary inside a threat model, which fills it in; else nil

	form     *node  // the declaration form that was made of the document; else nil
	embedded []byte // the form as its maker wrote it, where the document carries it and agrees

	lines lineIndex
	top   topIndex
}

// parse reads the document as a tree through the gate of its syntax, once.
func (s *source) parse(l Limits) (*node, *Problem) {
	if s.large {
		l = l.withDefaults()
		l.MaxTreeBytes = max(l.MaxTreeBytes, l.MaxSPDXBytes)
	}
	switch {
	case s.tree != nil || s.refused != nil:
	case s.large && len(s.data) > l.MaxSPDXBytes:
		s.refused = limitProblem("MaxSPDXBytes", l.MaxSPDXBytes, fmt.Sprintf("an SPDX document of %d bytes", len(s.data)), Position{})
	case s.syntax == yamlSyntax:
		g := &yamlGate{anchors: s.anchors}
		s.tree, s.refused = g.parse(s.data, l)
		s.expanded = g.expanded
	case s.syntax == xmlSyntax:
		s.tree, s.refused = parseTM7(s.data, l)
	case s.syntax == tagValueSyntax:
		s.tree, s.refused = parseTagValue(s.data, l)
	case s.list:
		s.tree, s.refused = parseJSONValue(s.data, l)
	default:
		s.tree, s.refused = parseJSON(s.data, l)
	}
	return s.tree, s.refused
}

// position is the place that a JSON Pointer names: the line and column of its
// value, or of the nearest existing parent when the document has no such value.
func (s *source) position(pointer string) Position {
	at := Position{Pointer: pointer}
	switch {
	case s.tree != nil:
		at.Line, at.Column = s.inTree(pointer)
	case s.isJSON():
		at.Line, at.Column = s.lineColumn(s.offset(pointer))
	}
	return at
}

// isJSON says that data is JSON: the document, or its twin.
func (s *source) isJSON() bool { return s.syntax == jsonSyntax || s.original != nil }

// pointerSteps splits a JSON Pointer into its unescaped steps.
func pointerSteps(pointer string) []string {
	if pointer == "" {
		return nil
	}
	steps := strings.Split(strings.TrimPrefix(pointer, "/"), "/")
	for i, s := range steps {
		steps[i] = pointerUnescape.Replace(s)
	}
	return steps
}

var (
	pointerUnescape = strings.NewReplacer("~1", "/", "~0", "~")
	pointerEscape   = strings.NewReplacer("~", "~0", "/", "~1")
)

// pointerJoin adds steps to a JSON Pointer.
func pointerJoin(pointer string, steps ...string) string {
	for _, s := range steps {
		pointer += "/" + pointerEscape.Replace(s)
	}
	return pointer
}

// inTree walks the tree along the pointer as far as it goes.
func (s *source) inTree(pointer string) (line, column int) {
	n := s.tree
	for _, step := range pointerSteps(pointer) {
		next := n.field(step)
		if items := n.items(); items != nil {
			if i, err := strconv.Atoi(step); err == nil && i >= 0 && i < len(items) {
				next = items[i]
			}
		}
		if next == nil {
			break
		}
		n = next
	}
	return n.line, n.column
}

// topIndex holds the offsets of the values of a JSON document's top-level keys:
// those that the reader has come by, and, once another is asked for, all. To
// look for them a second time was a tenth of a screening of 10,000 components
// (BenchmarkScreen/components=15271).
type topIndex struct {
	known map[cdxKey]int64
	whole bool // the reader has come to the end: what it acts on and does not know is not there
	once  sync.Once
	start int64
	keys  map[string]int64
}

// offset is the place of the value that pointer names in a JSON document that
// is not kept as a tree, or of its nearest existing parent. It reads the
// document once for the top level, unless the reader knows, and then only
// inside the value named.
func (s *source) offset(pointer string) int64 {
	steps := pointerSteps(pointer)
	if len(steps) == 0 {
		return s.topLevel().start
	}
	key, acted := cdxKeys[steps[0]]
	at, found := s.top.known[key]
	switch {
	case found:
	case acted && s.top.whole:
		return valueStart(s.data, 0)
	default:
		if at, found = s.topLevel().keys[steps[0]]; !found {
			return s.top.start
		}
	}
	for _, step := range steps[1:] {
		next, found := int64(0), false
		members(s.data, at, func(name string, offset int64) bool {
			next, found = offset, name == step
			return !found
		})
		if !found {
			break
		}
		at = next
	}
	return at
}

// topLevel is the index of the whole top level.
func (s *source) topLevel() *topIndex {
	s.top.once.Do(func() {
		s.top.keys = map[string]int64{}
		s.top.start = members(s.data, 0, func(name string, offset int64) bool {
			s.top.keys[name] = offset
			return true
		})
	})
	return &s.top
}

// members tells the name (or index) and the offset of each value in the
// object or array at offset, until tell returns false, the container ends or
// the JSON is broken. It returns the offset of the container itself.
func members(data []byte, offset int64, tell func(name string, offset int64) bool, o ...jsontext.Options) int64 {
	dec := jsontext.NewDecoder(bytes.NewBuffer(data[offset:]), o...)
	open, err := dec.ReadToken()
	if err != nil || (open.Kind() != '{' && open.Kind() != '[') {
		return offset
	}
	object := open.Kind() == '{'
	start := offset + dec.InputOffset() - 1
	for i := 0; ; i++ {
		name := strconv.Itoa(i)
		if object {
			token, err := dec.ReadToken()
			if err != nil || token.Kind() != '"' {
				return start
			}
			name = token.String()
		}
		if k := dec.PeekKind(); k == ']' || k == 0 {
			return start
		}
		at := valueStart(data, offset+dec.InputOffset())
		if !tell(name, at) || dec.SkipValue() != nil {
			return start
		}
	}
}

// valueStart skips white space, comma and colon before a value.
func valueStart(data []byte, offset int64) int64 {
	for offset < int64(len(data)) && strings.IndexByte(" \t\r\n:,", data[offset]) >= 0 {
		offset++
	}
	return offset
}

package policy

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/open-policy-agent/opa/v1/ast"
)

// parseValue builds OPA's value from JSON, without a tree in between.
func parseValue(text []byte) (ast.Value, error) {
	b, err := newBuilder(text)
	if err != nil {
		return nil, err
	}
	v, err := b.value(nil)
	if err != nil {
		return nil, err
	}
	return v.Value, nil
}

// newBuilder is for a text that is one value, and nothing else.
func newBuilder(text []byte) (*valueBuilder, error) {
	dec := jsontext.NewDecoder(bytes.NewBuffer(text)) // which is decoded in place
	if err := dec.SkipValue(); err != nil {
		return nil, err
	}
	if _, err := dec.ReadToken(); !errors.Is(err, io.EOF) {
		return nil, errors.New("something stands after the document")
	}
	return &valueBuilder{text: string(text), strings: map[string]*ast.Term{}}, nil
}

// valueBuilder steps over a text that jsontext has accepted. It interns strings
// and small whole numbers: keys and states repeat in every row, and the numbers of
// rows in every list of places. Of 100,000 components that a dozen lists sort, the
// numbers were a quarter of the input (BenchmarkParseInput/places).
type valueBuilder struct {
	text    string // of which texts and numbers are parts, so that none is copied
	at      int    // the next byte
	strings map[string]*ast.Term
	whole   []*ast.Term // by number; nil until it comes
	numbers int         // how many came
	room    []ast.Term  // for the next numbers
	// outer reads what stands at a key of the outermost object; nil reads any value.
	outer func(key *ast.Term) (*ast.Term, error)
}

// before is the value that stood in the same place of the row before. The rows of
// a list are made alike, and much of each says that there is nothing: what is
// written as it was in the row before is the same value.
type before struct {
	key, value *ast.Term // value is nil until there is one
	keyed      span      // the key
	stood      span      // the value
	of         []before  // the members, or the last element
}

type span struct{ start, end int }

// again reports whether the text of a name, text or container comes again, and
// steps over it.
func (b *valueBuilder) again(s span) bool {
	if s.end == 0 || !strings.HasPrefix(b.text[b.at:], b.text[s.start:s.end]) {
		return false
	}
	b.at += s.end - s.start
	return true
}

// comes reports whether an object comes that is written so, and steps over it.
func (b *valueBuilder) comes(object []byte) bool {
	if len(object) == 0 || object[0] != '{' || !strings.HasPrefix(b.text[b.at:], string(object)) {
		return false
	}
	b.at += len(object)
	return true
}

func (b *valueBuilder) space() {
	for b.at < len(b.text) && (b.text[b.at] == ' ' || b.text[b.at] == '\n' || b.text[b.at] == '\t' || b.text[b.at] == '\r') {
		b.at++
	}
}

// value reads a value. The one of the row before may be nil.
func (b *valueBuilder) value(last *before) (*ast.Term, error) {
	b.space()
	start := b.at
	switch b.text[start] {
	case 'n':
		b.at += len("null")
		return ast.NullTerm(), nil
	case 't':
		b.at += len("true")
		return ast.InternedTerm(true), nil
	case 'f':
		b.at += len("false")
		return ast.InternedTerm(false), nil
	case '"', '[', '{':
	default:
		return b.number()
	}
	if last == nil {
		return b.composed(nil)
	}
	if b.again(last.stood) {
		return last.value, nil
	}
	term, err := b.composed(last)
	last.value, last.stood = term, span{start, b.at}
	return term, err
}

// composed reads a text, a list or an object.
func (b *valueBuilder) composed(last *before) (*ast.Term, error) {
	switch b.text[b.at] {
	case '"':
		return b.string(), nil
	case '[':
		return b.array(last)
	}
	return b.object(last)
}

func (b *valueBuilder) string() *ast.Term {
	start := b.at
	escaped := false
	for b.at++; b.text[b.at] != '"'; b.at++ {
		if b.text[b.at] == '\\' {
			escaped = true
			b.at++
		}
	}
	b.at++
	text := b.text[start+1 : b.at-1]
	if escaped {
		// The string was accepted, so that unquoting cannot err.
		unquoted, _ := jsontext.AppendUnquote(nil, b.text[start:b.at])
		text = string(unquoted)
	}
	if t, ok := b.strings[text]; ok {
		return t
	}
	t := ast.StringTerm(text)
	b.strings[text] = t
	return t
}

func (b *valueBuilder) number() (*ast.Term, error) {
	start := b.at
	for b.at < len(b.text) && !ends(b.text[b.at]) {
		b.at++
	}
	raw := b.text[start:b.at]
	b.numbers++
	n, small := b.small(raw)
	if small && b.whole[n] != nil {
		return b.whole[n], nil
	}
	number, err := ast.NumberChecked(raw) // one of a huge exponent is refused, as opa does
	if err != nil {
		return nil, err
	}
	if len(b.room) == 0 {
		b.room = make([]ast.Term, min(max(b.numbers/4, 1), 512))
	}
	term := &b.room[0]
	b.room, term.Value = b.room[1:], number
	if small {
		b.whole[n] = term
	}
	return term, nil
}

// ends says that a byte ends a number.
func ends(c byte) bool {
	switch c {
	case ',', ']', '}', ' ', '\n', '\t', '\r':
		return true
	}
	return false
}

// small is a whole number that is kept, and whether it is one: there may be as
// many as came before, so that a large number alone takes no room.
func (b *valueBuilder) small(raw string) (n int, small bool) {
	if len(raw) > 7 || raw[0] == '0' && len(raw) > 1 {
		return 0, false
	}
	for i := range len(raw) {
		if raw[i] < '0' || raw[i] > '9' {
			return 0, false
		}
		n = 10*n + int(raw[i]-'0')
	}
	if n >= len(b.whole) && n < 64+2*b.numbers {
		b.whole = append(b.whole, make([]*ast.Term, n+1-len(b.whole))...)
	}
	return n, n < len(b.whole)
}

// next steps into a container or over a comma, and reports whether another
// member or element follows.
func (b *valueBuilder) next(end byte) bool {
	b.at++
	b.space()
	if b.text[b.at] == end {
		b.at++
		return false
	}
	return true
}

// more steps over a comma, or over the end.
func (b *valueBuilder) more() bool {
	b.space()
	b.at++
	return b.text[b.at-1] == ','
}

func (b *valueBuilder) array(last *before) (*ast.Term, error) {
	b.outer = nil
	if last == nil {
		last = &before{}
	}
	if last.of == nil {
		last.of = make([]before, 1)
	}
	element := &last.of[0]
	var items []*ast.Term
	for more := b.next(']'); more; more = b.more() {
		item, err := b.value(element)
		if err != nil {
			return nil, err
		}
		items = append(items, item)
	}
	return ast.ArrayTerm(items...), nil
}

func (b *valueBuilder) object(last *before) (*ast.Term, error) {
	var items [][2]*ast.Term
	outer := b.outer
	b.outer = nil
	for more := b.next('}'); more; more = b.more() {
		var m *before
		if last != nil {
			m = last.member(len(items))
		}
		key := b.key(m)
		value, err := b.member(key, m, outer)
		if err != nil {
			return nil, err
		}
		items = append(items, ast.Item(key, value))
	}
	return ast.NewTerm(ast.NewObject(items...)), nil
}

// member reads the value of a member.
func (b *valueBuilder) member(key *ast.Term, last *before, outer func(*ast.Term) (*ast.Term, error)) (*ast.Term, error) {
	if outer != nil {
		return outer(key)
	}
	return b.value(last)
}

// member is what the row before had as its i-th member.
func (last *before) member(i int) *before {
	if i == len(last.of) {
		last.of = append(last.of, before{})
	}
	return &last.of[i]
}

// key reads a name, and the colon after it.
func (b *valueBuilder) key(last *before) *ast.Term {
	b.space()
	start := b.at
	switch {
	case last == nil:
		key := b.string()
		b.colon()
		return key
	case !b.again(last.keyed):
		*last = before{key: b.string(), keyed: span{start, b.at}}
	}
	b.colon()
	return last.key
}

func (b *valueBuilder) colon() {
	b.space()
	b.at++
}

package policy

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/open-policy-agent/opa/v1/ast"
)

// Input is an input document in the form that evaluations read. It is
// immutable and safe for concurrent use.
type Input struct {
	value ast.Object
	text  []byte // as it was parsed
}

// ParseInput reads an input document.
func ParseInput(text []byte) (Input, error) {
	v, err := parseValue(text)
	if err != nil {
		return Input{}, fmt.Errorf("input: %w", err)
	}
	object, ok := v.(ast.Object)
	if !ok {
		return Input{}, fmt.Errorf("input: is not an object")
	}
	return Input{value: object, text: text}, nil
}

// WithErrored is the input with these ids as its errored list.
func (in Input) WithErrored(ids []string) Input {
	list := make([]*ast.Term, len(ids))
	for i, id := range ids {
		list[i] = ast.StringTerm(id)
	}
	items := make([][2]*ast.Term, 0, in.value.Len()+1)
	errored := ast.StringTerm("errored")
	in.value.Foreach(func(k, v *ast.Term) {
		if !k.Equal(errored) {
			items = append(items, ast.Item(k, v))
		}
	})
	return Input{text: in.text, value: ast.NewObject(append(items, ast.Item(errored, ast.ArrayTerm(list...)))...)}
}

// parseValue builds OPA's value from JSON tokens, without a tree in between.
func parseValue(text []byte) (ast.Value, error) {
	b := valueBuilder{dec: jsontext.NewDecoder(bytes.NewReader(text)), strings: map[string]*ast.Term{}}
	v, err := b.value()
	if err != nil {
		return nil, err
	}
	if _, err := b.dec.ReadToken(); !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("something stands after the document")
	}
	return v.Value, nil
}

// valueBuilder interns strings and small whole numbers: keys and states repeat in
// every row, and the numbers of rows in every list of places. Of 100,000
// components that a dozen lists sort, the numbers were a quarter of the input
// (BenchmarkParseInput).
type valueBuilder struct {
	dec     *jsontext.Decoder
	strings map[string]*ast.Term
	whole   []*ast.Term // by number; nil until it comes
	numbers int         // how many came
}

func (b *valueBuilder) value() (*ast.Term, error) {
	if b.dec.PeekKind() == '0' {
		return b.number()
	}
	tok, err := b.dec.ReadToken()
	if err != nil {
		return nil, err
	}
	switch tok.Kind() {
	case 'n':
		return ast.NullTerm(), nil
	case 't', 'f':
		return ast.InternedTerm(tok.Bool()), nil
	case '"':
		return b.text(tok.String()), nil
	case '[':
		return b.array()
	}
	return b.object()
}

func (b *valueBuilder) number() (*ast.Term, error) {
	raw, err := b.dec.ReadValue()
	if err != nil {
		return nil, err
	}
	b.numbers++
	n, small := b.small(raw)
	if small && b.whole[n] != nil {
		return b.whole[n], nil
	}
	number, err := ast.NumberChecked(string(raw)) // one of a huge exponent is refused, as opa does
	if err != nil {
		return nil, err
	}
	term := ast.NewTerm(number)
	if small {
		b.whole[n] = term
	}
	return term, nil
}

// small is a whole number that is kept, and whether it is one: there may be as
// many as came before, so that a large number alone takes no room.
func (b *valueBuilder) small(raw []byte) (n int, small bool) {
	if len(raw) > 7 || raw[0] == '0' && len(raw) > 1 {
		return 0, false
	}
	for _, digit := range raw {
		if digit < '0' || digit > '9' {
			return 0, false
		}
		n = 10*n + int(digit-'0')
	}
	if n >= len(b.whole) && n < 64+2*b.numbers {
		b.whole = append(b.whole, make([]*ast.Term, n+1-len(b.whole))...)
	}
	return n, n < len(b.whole)
}

func (b *valueBuilder) text(s string) *ast.Term {
	if t, ok := b.strings[s]; ok {
		return t
	}
	t := ast.StringTerm(s)
	b.strings[s] = t
	return t
}

func (b *valueBuilder) array() (*ast.Term, error) {
	var items []*ast.Term
	for b.dec.PeekKind() != ']' {
		item, err := b.value()
		if err != nil {
			return nil, err
		}
		items = append(items, item)
	}
	_, err := b.dec.ReadToken()
	return ast.ArrayTerm(items...), err
}

func (b *valueBuilder) object() (*ast.Term, error) {
	var items [][2]*ast.Term
	for b.dec.PeekKind() != '}' {
		key, err := b.value()
		if err != nil {
			return nil, err
		}
		value, err := b.value()
		if err != nil {
			return nil, err
		}
		items = append(items, ast.Item(key, value))
	}
	_, err := b.dec.ReadToken()
	return ast.NewTerm(ast.NewObject(items...)), err
}

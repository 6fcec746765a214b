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

// valueBuilder interns strings: keys and states repeat in every row.
type valueBuilder struct {
	dec     *jsontext.Decoder
	strings map[string]*ast.Term
}

func (b *valueBuilder) value() (*ast.Term, error) {
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
	case '0':
		number, err := ast.NumberChecked(tok.String()) // one of a huge exponent is refused, as opa does
		return ast.NewTerm(number), err
	case '[':
		return b.array()
	}
	return b.object()
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

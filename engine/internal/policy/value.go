package policy

import (
	"fmt"

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

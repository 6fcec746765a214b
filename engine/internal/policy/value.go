package policy

import (
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Input is an input document in the form that evaluations read. It is
// immutable and safe for concurrent use.
type Input struct {
	value   ast.Object
	text    []byte // as it was parsed
	profile []byte // what stands in it as the profile
}

// ParseInput reads an input document.
func ParseInput(text []byte) (Input, error) { return parseInput(text, nil) }

// ParseInput is that of the package. The profile of the last decision is taken as
// it was read, where the text is the same: it is a third of the input of a small
// bundle (BenchmarkEvaluate).
func (l *Library) ParseInput(text []byte) (Input, error) {
	return parseInput(text, l.memory.last.Load())
}

func parseInput(text []byte, before *remembered) (Input, error) {
	b, err := newBuilder(text)
	if err != nil {
		return Input{}, fmt.Errorf("input: %w", err)
	}
	in := Input{text: text}
	b.outer = func(key *ast.Term) (*ast.Term, error) {
		if key.Value.Compare(profileKey.Value) != 0 {
			return b.value(nil)
		}
		b.space()
		start := b.at
		if before != nil && b.comes(before.text) {
			in.profile = before.text
			return ast.NewTerm(before.profile), nil
		}
		profile, err := b.value(nil)
		in.profile = []byte(b.text[start:b.at])
		return profile, err
	}
	v, err := b.value(nil)
	if err != nil {
		return Input{}, fmt.Errorf("input: %w", err)
	}
	object, ok := v.Value.(ast.Object)
	if !ok {
		return Input{}, fmt.Errorf("input: is not an object")
	}
	in.value = object
	return in, nil
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
	return Input{text: in.text, profile: in.profile, value: ast.NewObject(append(items, ast.Item(errored, ast.ArrayTerm(list...)))...)}
}

package policy

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
)

// JSON has no sets and no keys but text, and the decision tells a set from a
// list. So a value goes from process to process with its kind: scalars as they
// are, and ["a", item…], ["s", member…], ["o", key, value…] or ["n"] for the rest:
// no null stands in an answer.
const (
	wireNull   = ast.String("n")
	wireArray  = ast.String("a")
	wireSet    = ast.String("s")
	wireObject = ast.String("o")
)

// wire is the value with the kinds written out.
func wire(t *ast.Term) *ast.Term {
	list := func(kind ast.String) []*ast.Term { return []*ast.Term{ast.NewTerm(kind)} }
	switch v := t.Value.(type) {
	case ast.Null:
		return ast.ArrayTerm(list(wireNull)...)
	case *ast.Array:
		items := list(wireArray)
		v.Foreach(func(item *ast.Term) { items = append(items, wire(item)) })
		return ast.ArrayTerm(items...)
	case ast.Set:
		items := list(wireSet)
		for _, member := range v.Slice() {
			items = append(items, wire(member))
		}
		return ast.ArrayTerm(items...)
	case ast.Object:
		items := list(wireObject)
		v.Foreach(func(key, value *ast.Term) { items = append(items, wire(key), wire(value)) })
		return ast.ArrayTerm(items...)
	}
	return t
}

// unwire undoes wire; the error says what is not of its form.
func unwire(t *ast.Term) (*ast.Term, error) {
	switch t.Value.(type) {
	case ast.Boolean, ast.Number, ast.String:
		return t, nil
	}
	list, ok := t.Value.(*ast.Array)
	if !ok || list.Len() == 0 {
		return nil, errors.New("a value has no kind")
	}
	items := make([]*ast.Term, 0, list.Len()-1)
	for i := 1; i < list.Len(); i++ {
		item, err := unwire(list.Elem(i))
		if err != nil {
			return nil, err
		}
		items = append(items, item)
	}
	switch list.Elem(0).Value {
	case wireNull:
		if len(items) == 0 {
			return ast.NullTerm(), nil
		}
	case wireArray:
		return ast.ArrayTerm(items...), nil
	case wireSet:
		return ast.SetTerm(items...), nil
	case wireObject:
		if len(items)%2 != 0 {
			return nil, errors.New("an object has a key without a value")
		}
		pairs := make([][2]*ast.Term, 0, len(items)/2)
		for i := 0; i < len(items); i += 2 {
			pairs = append(pairs, ast.Item(items[i], items[i+1]))
		}
		return ast.ObjectTerm(pairs...), nil
	}
	return nil, errors.New("a value is of no known kind")
}

// encodeRules writes what a requirement said for the way between processes.
func encodeRules(rules ast.Object) (json.RawMessage, error) {
	plain, err := ast.JSON(wire(ast.NewTerm(rules)).Value)
	if err != nil {
		return nil, err
	}
	return json.Marshal(plain)
}

// decodeRules reads what encodeRules wrote, and nothing else: not a set with a
// member twice, nor an object with two values of a key.
func decodeRules(text json.RawMessage) (ast.Object, error) {
	v, err := parseValue(text)
	if err != nil {
		return nil, err
	}
	t, err := unwire(ast.NewTerm(v))
	if err != nil {
		return nil, err
	}
	rules, ok := t.Value.(ast.Object)
	if !ok || rules.Len() != len(publicRules) {
		return nil, fmt.Errorf("a result is no object of the %d public rules", len(publicRules))
	}
	again, err := encodeRules(rules)
	if err != nil || !bytes.Equal(again, text) {
		return nil, errors.New("a result is not written as this program writes")
	}
	return rules, bounded(rules)
}

package policy

import (
	"fmt"
	"math"
	"reflect"

	"go.yaml.in/yaml/v3"
)

// zeros are the values of a parameter that has none, by type.
var zeros = map[string]any{
	"number": 0, "integer": 0, "string": "", "boolean": false, "strings": []string{}, "date": Day{},
}

func (r reader) parameters(n *yaml.Node, parameters map[string]Parameter) {
	for key, value := range r.pairs(n, "parameters") {
		if !IsIdentifier(key.Value) {
			r.fail(key, "parameter %q must be in snake case", key.Value)
		}
		parameters[key.Value] = r.parameter(value, "parameter "+key.Value)
	}
}

func (r reader) parameter(n *yaml.Node, what string) Parameter {
	var p Parameter
	var deflt *yaml.Node
	bound := func(b *Bound, name string) func(*yaml.Node) {
		return func(n *yaml.Node) { *b = Bound{Set: true, Value: r.number(n, name+" of "+what)} }
	}
	r.object(n, what, []field{
		{"type", true, func(n *yaml.Node) { p.Type = choice(r, n, "type of "+what, types) }},
		{"default", false, func(n *yaml.Node) { deflt = n }},
		{"description", false, func(n *yaml.Node) { p.Description = r.text(n, "description of "+what) }},
		{"min", false, bound(&p.Min, "min")},
		{"max", false, bound(&p.Max, "max")},
	}, nil)
	p.Default = zeros[p.Type]
	if deflt != nil {
		p.HasDefault, p.Default = true, r.typed(deflt, "default of "+what, p.Type)
	}
	if (p.Min.Set || p.Max.Set) && p.Type != "number" && p.Type != "integer" {
		r.fail(n, "%s has min or max and is no number; remove them", what)
	}
	if v, ok := numeric(p.Default); ok && deflt != nil {
		if p.Min.Set && v < p.Min.Value {
			r.fail(deflt, "default of %s is below its min", what)
		}
		if p.Max.Set && v > p.Max.Value {
			r.fail(deflt, "default of %s is above its max", what)
		}
	}
	return p
}

func numeric(v any) (float64, bool) {
	switch v := v.(type) {
	case float64:
		return v, true
	case int:
		return float64(v), true
	}
	return 0, false
}

// exact is the largest whole number up to which a float64 holds every one.
const exact = 1 << 53

// goNumber is a value of any of Go's kinds of numbers as policies see it, and says
// whether the value is one. A whole number that a float64 cannot hold exactly is
// refused, and so is one that JSON has no form for.
func goNumber(value any) (n float64, is bool, err error) {
	switch v := reflect.ValueOf(value); {
	case v.CanInt():
		n = float64(v.Int())
	case v.CanUint():
		n = float64(v.Uint())
	case v.CanFloat():
		if n = v.Float(); math.IsNaN(n) || math.IsInf(n, 0) {
			return 0, false, fmt.Errorf("%v is no number that can be compared", value)
		}
		return n, true, nil
	default:
		return 0, false, nil
	}
	if math.Abs(n) > exact {
		return 0, false, fmt.Errorf("%v is too large to be held exactly", value)
	}
	return n, true, nil
}

// typed reads a value of a parameter's type.
func (r reader) typed(n *yaml.Node, what, kind string) any {
	switch kind {
	case "number":
		return r.number(n, what)
	case "integer":
		return r.integer(n, what)
	case "boolean":
		return r.truth(n, what)
	case "strings":
		return r.texts(n, what)
	case "date":
		return r.day(n, what)
	}
	return r.text(n, what)
}

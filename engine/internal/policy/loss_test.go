package policy

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// losses are the states in which evidence does not state a value.
var losses = []string{"absent", "placeholder", "unknown", "withheld", "unsupported", "invalid"}

var allStates = append([]string{"stated"}, losses...)

// nothing is what a word of a closed set becomes when what it was measured on
// is lost, where that is not the empty text.
var nothing = map[string]string{
	"equal": "not_comparable", "unequal": "not_comparable", "not_comparable": "not_comparable",
	"same": "none", "no_digest": "none", "differs": "none",
}

// unsaid is what a field of a closed set holds where nothing is said.
var unsaid = map[string]string{"author_is": "unknown", "form": "other"}

// ofSignature are the outcomes of signatures; nothing is known of one that is lost.
var ofSignature = map[string]bool{
	"not_checked": true, "verified": true, "expired": true, "not_yet_valid": true, "unknown_key": true, "broken": true, "unsupported": true,
}

// kept are keys that say where something stands, not what is stated.
var kept = map[string]bool{"location": true, "document": true, "locations": true, "from": true, "kind": true, "link": true, "format": true, "of": true, "field": true}

func composite(v ast.Value) bool {
	switch v.(type) {
	case ast.Object, *ast.Array:
		return true
	}
	return false
}

func text(v ast.Value, key string) (string, bool) {
	object, ok := v.(ast.Object)
	if !ok {
		return "", false
	}
	value := object.Get(ast.StringTerm(key))
	if value == nil {
		return "", false
	}
	s, ok := value.Value.(ast.String)
	return string(s), ok
}

// stateful is a value with its state, a list with one, or a group with one.
func stateful(v ast.Value) bool {
	state, ok := text(v, "state")
	return ok && slices.Contains(allStates, state)
}

// counting is a fact: how many of a population state a value, and who does not.
func counting(v ast.Value) bool {
	object, ok := v.(ast.Object)
	return ok && object.Get(ast.StringTerm("total")) != nil && object.Get(ast.StringTerm("placeholder")) != nil
}

// states says that a value with a state, or a fact, has something to lose.
func states(v ast.Value) bool {
	if counting(v) {
		return number(v.(ast.Object).Get(ast.StringTerm("stated")).Value) > 0
	}
	state, _ := text(v, "state")
	return state == "stated"
}

// rowStates are the states of a row of a large table.
func rowStates(v ast.Value) ast.Object {
	if object, ok := v.(ast.Object); ok {
		if states := object.Get(ast.StringTerm("states")); states != nil {
			return states.Value.(ast.Object)
		}
	}
	return nil
}

// lost is the value with all that it states in the state of loss, as the
// contract of the input writes that.
func lost(v ast.Value, state string) ast.Value {
	switch {
	case counting(v):
		return moved(v.(ast.Object), state)
	case stateful(v):
		return each(v.(ast.Object), func(key string, value ast.Value) ast.Value {
			switch {
			case key == "state":
				return ast.String(state)
			case kept[key] && !composite(value):
				return value
			}
			return zero(value)
		})
	case rowStates(v) != nil:
		return each(v.(ast.Object), func(key string, value ast.Value) ast.Value {
			switch {
			case key == "states":
				return each(value.(ast.Object), func(string, ast.Value) ast.Value { return ast.String(state) })
			case kept[key] && !composite(value) || key == "bom_ref" || key == "type" || key == "scope" || key == "parent":
				return value
			}
			return zeroBeside(key, value)
		})
	}
	switch v := v.(type) {
	case ast.Object:
		return each(v, func(_ string, value ast.Value) ast.Value { return lost(value, state) })
	case *ast.Array:
		terms := make([]*ast.Term, v.Len())
		for i := range terms {
			terms[i] = ast.NewTerm(lost(v.Elem(i).Value, state))
		}
		return ast.NewArray(terms...)
	case ast.String:
		if v == "equal" || v == "unequal" {
			return ast.String("not_comparable")
		}
		if v == "stated" {
			return ast.String(state)
		}
	}
	return v
}

// moved counts all that state a value among those in the state of loss.
func moved(share ast.Object, state string) ast.Value {
	stated := number(share.Get(ast.StringTerm("stated")).Value)
	taken := map[int]bool{}
	for _, loss := range losses {
		if rows, ok := share.Get(ast.StringTerm(loss)).Value.(*ast.Array); ok {
			rows.Foreach(func(row *ast.Term) { taken[number(row.Value)] = true })
		}
	}
	return each(share, func(key string, value ast.Value) ast.Value {
		switch rows, listed := value.(*ast.Array); {
		case key == "stated":
			return ast.Number("0")
		case key != state:
			return value
		case !listed:
			return ast.IntNumberTerm(number(value) + stated).Value
		default:
			terms := rowTerms(rows)
			for row, left := 0, stated; left > 0; row++ {
				if !taken[row] {
					terms, left = append(terms, ast.IntNumberTerm(row)), left-1
				}
			}
			return ast.NewArray(terms...)
		}
	})
}

func rowTerms(a *ast.Array) []*ast.Term {
	terms := make([]*ast.Term, a.Len())
	for i := range terms {
		terms[i] = a.Elem(i)
	}
	return terms
}

func number(v ast.Value) int {
	n, _ := v.(ast.Number).Int()
	return n
}

// zero is the value where nothing is stated: none, "", false and absent.
func zero(v ast.Value) ast.Value {
	switch v := v.(type) {
	case ast.Object:
		return each(v, func(key string, value ast.Value) ast.Value {
			s, word := value.(ast.String)
			switch {
			case word && strings.HasSuffix(key, "basis"):
				return ast.String(map[bool]string{true: "default", false: "none"}[key == "status_basis"])
			case word && key == "outcome" && ofSignature[string(s)]:
				return ast.String("not_checked")
			case word && unsaid[key] != "":
				return ast.String(unsaid[key])
			case word && slices.Contains(allStates, string(s)):
				return ast.String("absent")
			case key == "outcome" && (s == "met" || s == "not_met"), kept[key] && !composite(value):
				return value
			}
			return zero(value)
		})
	case *ast.Array:
		return ast.NewArray()
	case ast.Number:
		return ast.Number("0")
	case ast.Boolean:
		return ast.Boolean(false)
	case ast.String:
		return ast.String(nothing[string(v)])
	}
	return v
}

// zeroBeside is the value that a field of a row has beside its state, where that
// is lost; the status is that of a statement about a vulnerability.
func zeroBeside(key string, v ast.Value) ast.Value {
	if key == "status" {
		return ast.String("none")
	}
	return zero(v)
}

func each(object ast.Object, f func(key string, value ast.Value) ast.Value) ast.Object {
	changed := ast.NewObject()
	object.Foreach(func(key, value *ast.Term) {
		changed.Insert(key, ast.NewTerm(f(stepText(key), value.Value)))
	})
	return changed
}

// find is the value at the place; nil when there is none.
func find(v ast.Value, at place) ast.Value {
	for _, step := range at {
		var next *ast.Term
		switch v := v.(type) {
		case ast.Object:
			next = v.Get(step)
		case *ast.Array:
			next = v.Get(step)
		}
		if next == nil {
			return nil
		}
		v = next.Value
	}
	return v
}

// replaced is the value with another at the place.
func replaced(v ast.Value, at place, with ast.Value) ast.Value {
	if len(at) == 0 {
		return with
	}
	switch v := v.(type) {
	case ast.Object:
		changed := ast.NewObject()
		v.Foreach(func(key, value *ast.Term) {
			if key.Equal(at[0]) {
				value = ast.NewTerm(replaced(value.Value, at[1:], with))
			}
			changed.Insert(key, value)
		})
		return changed
	case *ast.Array:
		terms := rowTerms(v)
		terms[number(at[0].Value)] = ast.NewTerm(replaced(v.Get(at[0]).Value, at[1:], with))
		return ast.NewArray(terms...)
	}
	return v
}

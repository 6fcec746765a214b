package evidence

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// formReader reads one document by a compiled form into a Go value, and
// collects what is wrong with it. A value that cannot be taken is never
// counted as stated.
type formReader struct {
	problems []Problem
	most     int // problems to keep
	dropped  int
	ids      map[string]map[string]string // pointer by id, by list
	uses     []use
}

// use is one place that refers to an entry of a list by its id.
type use struct {
	refs, id, at string
	node         *node
}

// readForm reads the whole document into into, a pointer to a struct, and
// returns the reader for what else there is to check.
func readForm(form *shape, root *node, into any, l Limits) *formReader {
	value := reflect.ValueOf(into).Elem()
	r := &formReader{most: l.withDefaults().MaxProblems, ids: map[string]map[string]string{}}
	r.object(form, root, "", value)
	r.checkUses()
	complete(value)
	return r
}

// result is the problems in the order of the document; where there are more
// than the bound, the last one says so.
func (r *formReader) result() []Problem {
	slices.SortStableFunc(r.problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Column, b.At.Column), cmp.Compare(a.Code, b.Code))
	})
	if r.dropped > 0 {
		all := fmt.Sprintf("the number of problems, %d,", len(r.problems)+r.dropped)
		r.problems[len(r.problems)-1] = *limitProblem("MaxProblems", r.most, all, Position{})
	}
	return r.problems
}

func (r *formReader) problem(code, at string, n *node, format string, args ...any) {
	if r.full() {
		r.dropped++
		return
	}
	r.keep(problemAt(code, at, n, format, args...))
}

// full says that further problems are only counted, so that nobody need look
// for what to say of them.
func (r *formReader) full() bool { return len(r.problems) >= r.most }

func (r *formReader) keep(p Problem) {
	if r.full() {
		r.dropped++
		return
	}
	r.problems = append(r.problems, p)
}

// problemAt makes a Problem at the value n, which stands at the pointer at.
func problemAt(code, at string, n *node, format string, args ...any) Problem {
	p := Problem{Code: code, Message: fmt.Sprintf(format, args...), At: Position{Pointer: at}}
	if n != nil {
		p.At.Line, p.At.Column = n.line, n.column
	}
	return p
}

// object reads the fields of n, an object at the pointer at, into the places
// that sh names in entry, the Go value of the nearest list entry.
func (r *formReader) object(sh *shape, n *node, at string, entry reflect.Value) {
	taken := make([]bool, len(sh.slots))
	for i, name := range n.names {
		child, place := n.children[i], pointerJoin(at, name)
		k, known := sh.byName[name]
		if !known {
			if child.kind == nullNode {
				r.problem(codeUnknownField, place, child, "the form has no field %s here; if it belongs to the text before it, put that text in quotes", quoted(name))
				continue
			}
			r.problem(codeUnknownField, place, child, "the form has no field %s here%s; correct the name or take it out", quoted(name), r.suggest(name, sh))
			continue
		}
		s := sh.slots[k]
		if taken[k] {
			r.problem(codeDuplicateField, place, child, "%s and %s are two names of one field; keep one of them", s.name, s.also)
			continue
		}
		taken[k] = true
		if s.to != "-" {
			r.value(s, child, place, entry)
		}
	}
}

func (r *formReader) suggest(name string, sh *shape) string {
	if r.full() {
		return ""
	}
	var names []string
	for _, s := range sh.slots {
		names = append(names, s.name)
	}
	if near := nearest(name, names); near != "" {
		return " (did you mean " + near + "?)"
	}
	return ""
}

// value reads one field into its place.
func (r *formReader) value(s *slot, n *node, at string, entry reflect.Value) {
	var target any
	if s.index != nil {
		target = entry.FieldByIndex(s.index).Addr().Interface()
	}
	if s.raws != nil && (n.kind == stringNode || n.kind == numberNode || n.kind == boolNode) {
		entry.FieldByIndex(s.raws).SetString(n.text)
	}
	switch into := target.(type) {
	case *Text:
		*into = r.text(s, n, at)
	case *Texts:
		*into = r.texts(s, n, at)
	case *[]string:
		*into = r.texts(s, n, at).Items
	case *Date:
		*into = r.date(n, at)
	case *Period:
		*into = r.period(n, at)
	case *Number:
		*into = r.number(s, n, at)
	case *Integer:
		*into = r.integer(n, at)
	case *Flag:
		*into = r.flag(n, at)
	case *Contact:
		*into = r.contact(s, n, at)
	case *List[BOMLink]:
		*into = r.links(s, n, at)
	default:
		if s.is == listValue {
			r.list(s, n, at, reflect.ValueOf(target).Elem())
			return
		}
		r.inner(s, n, at, entry)
	}
}

// inner reads an object inside the same list entry.
func (r *formReader) inner(s *slot, n *node, at string, entry reflect.Value) {
	var own reflect.Value
	state := reflect.Value{}
	if s.index != nil {
		own = entry.FieldByIndex(s.index)
		state = own.FieldByName("State")
		if location := own.FieldByName("Location"); location.IsValid() && n.kind != nullNode {
			location.SetString(at)
		}
	}
	stated := Stated
	switch {
	case n.kind == nullNode:
		stated = Absent
	case n.kind == stringNode && state.IsValid() && wordState(n.text) != Stated:
		stated = wordState(n.text)
	case n.kind != objectNode:
		stated = Invalid
		r.wrongType(s.is, n, at)
	default:
		r.object(s.sub, n, at, entry)
	}
	if state.IsValid() {
		state.Set(reflect.ValueOf(stated))
	}
}

// list reads a list of objects into a List or a slice. An entry that is no
// object keeps its row, with everything absent, so that it cannot vanish from
// what is counted.
func (r *formReader) list(s *slot, n *node, at string, list reflect.Value) {
	items, state := list, reflect.Value{}
	if list.Kind() == reflect.Struct {
		items, state = list.FieldByName("Items"), list.FieldByName("State")
	}
	stated := Stated
	switch {
	case n.kind == nullNode:
		stated = Absent
	case n.kind == stringNode && isNone(n.text):
	case n.kind == stringNode && state.IsValid() && wordState(n.text) != Stated:
		stated = wordState(n.text)
	case n.kind != arrayNode:
		stated = Invalid
		r.wrongType(s.is, n, at)
	default:
		r.entries(s, n, at, items)
	}
	if state.IsValid() {
		state.Set(reflect.ValueOf(stated))
	}
}

func (r *formReader) entries(s *slot, n *node, at string, items reflect.Value) {
	items.Set(reflect.MakeSlice(items.Type(), len(n.children), len(n.children)))
	for i, child := range n.children {
		entry, place := items.Index(i), at+"/"+strconv.Itoa(i)
		if location := entry.FieldByName("Location"); location.IsValid() {
			location.SetString(place)
		}
		if child.kind != objectNode {
			r.wrongType(objectValue, child, place)
			continue
		}
		r.object(s.sub, child, place, entry)
		r.register(s, child, place)
	}
}

// isNone says that a list is declared empty in words.
func isNone(text string) bool { return strings.EqualFold(strings.TrimSpace(text), "none") }

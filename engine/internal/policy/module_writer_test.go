package policy

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
)

// moduleWriter writes what moduleReader reads.
type moduleWriter struct {
	wordWriter
	known   []string
	numbers map[string]int
}

// compiledText is a compiled module in the form of compiled.bin.
func compiledText(t testing.TB, m *ast.Module) string {
	t.Helper()
	m, err := renumbered(m)
	if err != nil {
		t.Fatal(err)
	}
	w := &moduleWriter{numbers: map[string]int{}}
	w.line(m.Package.Location)
	w.list(m.Package.Path)
	w.number(len(m.Rules))
	for _, rule := range m.Rules {
		w.rule(rule)
	}
	return w.whole()
}

// termText is a term that stands alone.
func termText(t *ast.Term) string {
	w := &moduleWriter{numbers: map[string]int{}}
	w.term(t)
	return w.whole()
}

// whole is what was written, after the words of it.
func (w *moduleWriter) whole() string {
	head := wordWriter{}
	head.words(w.known)
	return string(head.text) + string(w.text)
}

var local = regexp.MustCompile(`^__local([0-9]+)__$`)

// renumbered is the module with the variables that the compiler made numbered
// from 0, in their order: it numbers them through all modules, and a change of
// one is to change no other.
func renumbered(m *ast.Module) (*ast.Module, error) {
	m = m.Copy()
	var numbers []int
	ast.WalkVars(m, func(v ast.Var) bool {
		if found := local.FindStringSubmatch(string(v)); found != nil {
			n, _ := strconv.Atoi(found[1]) // digits
			numbers = append(numbers, n)
		}
		return false
	})
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
	_, err := ast.TransformVars(m, func(v ast.Var) (ast.Value, error) {
		found := local.FindStringSubmatch(string(v))
		if found == nil {
			return v, nil
		}
		n, _ := strconv.Atoi(found[1]) // digits
		i, _ := slices.BinarySearch(numbers, n)
		return ast.Var(fmt.Sprintf("__local%d__", i)), nil
	})
	return m, err
}

func (w *moduleWriter) numberOf(text string) int {
	n, ok := w.numbers[text]
	if !ok {
		n = len(w.known)
		w.numbers[text] = n
		w.known = append(w.known, text)
	}
	return n
}

func (w *moduleWriter) line(at *ast.Location) {
	if at == nil {
		w.number(0)
		return
	}
	w.number(at.Row)
}

// marks are the sum of those that hold.
func (w *moduleWriter) marks(marks map[int]bool) {
	sum := 0
	for mark, holds := range marks {
		if holds {
			sum |= mark
		}
	}
	w.number(sum)
}

func (w *moduleWriter) rule(rule *ast.Rule) {
	w.marks(map[int]bool{marksDefault: rule.Default, marksAssign: rule.Head.Assign, marksElse: rule.Else != nil})
	w.line(rule.Location)
	h := rule.Head
	w.line(h.Location)
	w.number(w.numberOf(string(h.Name)))
	w.list(h.Reference)
	w.list(h.Args)
	w.term(h.Key)
	w.term(h.Value)
	w.body(rule.Body)
	if rule.Else != nil {
		w.rule(rule.Else)
	}
}

func (w *moduleWriter) body(body ast.Body) {
	w.number(len(body))
	for _, e := range body {
		w.expr(e)
	}
}

func (w *moduleWriter) expr(e *ast.Expr) {
	w.marks(map[int]bool{marksGenerated: e.Generated, marksNegated: e.Negated})
	w.number(e.Index)
	w.line(e.Location)
	switch terms := e.Terms.(type) {
	case *ast.Term:
		w.number(oneTerm)
		w.term(terms)
	case []*ast.Term:
		w.number(manyTerms)
		w.list(terms)
	case *ast.Every:
		w.number(everyTerm)
		w.line(terms.Location)
		w.term(terms.Key)
		w.term(terms.Value)
		w.term(terms.Domain)
		w.body(terms.Body)
	case *ast.Not:
		w.number(notTerm)
		w.line(terms.Location)
		w.body(terms.Body)
	default:
		panic(fmt.Sprintf("an expression of %T is not written; add it here and to moduleReader", terms))
	}
	w.number(len(e.With))
	for _, with := range e.With {
		w.line(with.Location)
		w.term(with.Target)
		w.term(with.Value)
	}
}

func (w *moduleWriter) list(terms []*ast.Term) {
	w.number(len(terms))
	for _, t := range terms {
		w.term(t)
	}
}

func (w *moduleWriter) term(t *ast.Term) {
	if t == nil {
		w.number(noTerm)
		return
	}
	switch v := t.Value.(type) {
	case ast.Null:
		w.number(nullTerm)
	case ast.Boolean:
		w.number(map[ast.Boolean]int{true: trueTerm, false: falseTerm}[v])
	case ast.Number:
		w.number(numberTerm)
		w.number(w.numberOf(string(v)))
	case ast.String:
		w.number(stringTerm)
		w.number(w.numberOf(string(v)))
	case ast.Var:
		w.number(varTerm)
		w.number(w.numberOf(string(v)))
	case ast.Ref:
		w.number(refTerm)
		w.list(v)
	case ast.Call:
		w.number(callTerm)
		w.list(v)
	default:
		w.composite(t)
	}
}

func (w *moduleWriter) composite(t *ast.Term) {
	switch v := t.Value.(type) {
	case *ast.Array:
		w.number(arrayTerm)
		w.number(v.Len())
		v.Foreach(w.term)
	case ast.Set:
		w.number(setTerm)
		w.list(v.Slice())
	case ast.Object:
		w.number(objectTerm)
		w.number(v.Len())
		v.Foreach(func(key, value *ast.Term) {
			w.term(key)
			w.term(value)
		})
	case *ast.ArrayComprehension:
		w.number(arrayComprehension)
		w.term(v.Term)
		w.body(v.Body)
	case *ast.SetComprehension:
		w.number(setComprehension)
		w.term(v.Term)
		w.body(v.Body)
	case *ast.ObjectComprehension:
		w.number(objectComprehension)
		w.term(v.Key)
		w.line(v.Key.Location)
		w.term(v.Value)
		w.body(v.Body)
	default:
		panic(fmt.Sprintf("a term of %T is not written; add it here and to moduleReader", v))
	}
}

// helperPaths are the dotted paths of helpers that a module reads, in order.
func helperPaths(m *module) []string {
	paths := slices.DeleteFunc(m.reads(), func(path string) bool { return !strings.HasPrefix(path, "bidgate.lib.") })
	slices.Sort(paths)
	return slices.Compact(paths)
}

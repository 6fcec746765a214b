package policy

import (
	"github.com/open-policy-agent/opa/v1/ast"
)

// Kinds of terms and of expressions in compiled modules.
const (
	noTerm = iota
	nullTerm
	trueTerm
	falseTerm
	numberTerm
	stringTerm
	varTerm
	refTerm
	arrayTerm
	setTerm
	objectTerm
	arrayComprehension
	setComprehension
	objectComprehension
	callTerm

	oneTerm
	manyTerms
	everyTerm
	notTerm
)

// Marks of rules, heads and expressions.
const (
	marksDefault = 1 << iota
	marksAssign
	marksElse
	marksGenerated
	marksNegated
)

// moduleReader reads one compiled module. Terms of texts, numbers and variables
// are one for each value, and the others stand in blocks: nothing changes them,
// and most of the time would go into making them one by one.
type moduleReader struct {
	wordReader
	file  string
	known []string                 // words, by number
	made  [varTerm + 1][]*ast.Term // of them, by kind
	lines []*ast.Location          // by number; nil until one comes
	// Yet unused of the last block of each.
	terms  []ast.Term
	lists  []*ast.Term
	exprs  []ast.Expr
	rules  []ruled
	places []ast.Location
}

// ruled is a rule with what each has.
type ruled struct {
	rule     ast.Rule
	head     ast.Head
	location ast.Location
}

// next is one of a block, and a new block where the last is used up.
func next[T any](block *[]T, size int) *T {
	if len(*block) == 0 {
		*block = make([]T, size)
	}
	one := &(*block)[0]
	*block = (*block)[1:]
	return one
}

func newModuleReader(text, file string) *moduleReader {
	r := &moduleReader{wordReader: wordReader{text: text}, file: file}
	r.known = r.words()
	for kind := numberTerm; kind <= varTerm; kind++ {
		r.made[kind] = make([]*ast.Term, len(r.known))
	}
	return r
}

// readTerm reads a term that stands alone.
func readTerm(text string) *ast.Term { return newModuleReader(text, "").term() }

func (c *compiledModule) read(file string) *ast.Module {
	r := newModuleReader(c.text, file)
	m := &ast.Module{Package: &ast.Package{Location: r.line(), Path: r.ref()}, Rules: make([]*ast.Rule, r.number())}
	m.SetRegoVersionSpan(ast.RegoVersionSpanOf(ast.RegoV1))
	for i := range m.Rules {
		m.Rules[i] = r.rule(m)
	}
	return m
}

// line is a place by its line, which is what errors tell; 0 is none.
func (r *moduleReader) line() *ast.Location {
	row := r.number()
	if row == 0 {
		return nil
	}
	if row >= len(r.lines) {
		r.lines = append(r.lines, make([]*ast.Location, row+64-len(r.lines))...)
	}
	if r.lines[row] == nil {
		at := next(&r.places, 8)
		at.File, at.Row, at.Col = r.file, row, 1
		r.lines[row] = at
	}
	return r.lines[row]
}

func (r *moduleReader) rule(m *ast.Module) *ast.Rule {
	marks := r.number()
	of := next(&r.rules, 4)
	rule, h := &of.rule, &of.head
	rule.Module, rule.Default, rule.Head = m, marks&marksDefault != 0, h
	h.Assign = marks&marksAssign != 0
	if at := r.line(); at != nil {
		of.location = *at // OPA tells rules apart by it
		rule.Location = &of.location
	}
	h.Location = r.line()
	h.Name = ast.Var(r.known[r.number()])
	h.Reference = r.ref()
	h.Args = r.list()
	h.Key, h.Value = r.term(), r.term()
	rule.Body = r.body()
	if marks&marksElse != 0 {
		rule.Else = r.rule(m)
	}
	return rule
}

func (r *moduleReader) body() ast.Body {
	n := r.number()
	if n == 0 {
		return nil
	}
	body := make(ast.Body, n)
	for i := range body {
		body[i] = r.expr()
	}
	return body
}

func (r *moduleReader) expr() *ast.Expr {
	e := next(&r.exprs, 32)
	marks := r.number()
	e.Generated, e.Negated = marks&marksGenerated != 0, marks&marksNegated != 0
	e.Index, e.Location = r.number(), r.line()
	switch r.number() {
	case oneTerm:
		e.Terms = r.term()
	case manyTerms:
		e.Terms = r.list()
	case everyTerm:
		e.Terms = &ast.Every{Location: r.line(), Key: r.term(), Value: r.term(), Domain: r.term(), Body: r.body()}
	case notTerm:
		e.Terms = &ast.Not{Location: r.line(), Body: r.body()}
	}
	if n := r.number(); n > 0 {
		e.With = make([]*ast.With, n)
		for i := range e.With {
			e.With[i] = &ast.With{Location: r.line(), Target: r.term(), Value: r.term()}
		}
	}
	return e
}

func (r *moduleReader) ref() ast.Ref {
	return ast.Ref(r.list())
}

func (r *moduleReader) list() []*ast.Term {
	n := r.number()
	if n == 0 {
		return nil
	}
	if n > len(r.lists) {
		r.lists = make([]*ast.Term, max(n, 64))
	}
	list := r.lists[:n:n]
	r.lists = r.lists[n:]
	for i := range list {
		list[i] = r.term()
	}
	return list
}

func (r *moduleReader) term() *ast.Term {
	switch kind := r.number(); kind {
	case noTerm:
		return nil
	case nullTerm:
		return ast.InternedNullTerm
	case trueTerm:
		return ast.InternedTerm(true)
	case falseTerm:
		return ast.InternedTerm(false)
	case numberTerm, stringTerm, varTerm:
		return r.scalar(kind)
	default:
		return r.composite(kind)
	}
}

// scalar is the one term of a text, number or variable.
func (r *moduleReader) scalar(kind int) *ast.Term {
	word := r.number()
	if t := r.made[kind][word]; t != nil {
		return t
	}
	var v ast.Value
	switch text := r.known[word]; kind {
	case numberTerm:
		v = ast.Number(text)
	case stringTerm:
		v = ast.String(text)
	default:
		v = ast.Var(text)
	}
	t := r.with(v)
	r.made[kind][word] = t
	return t
}

func (r *moduleReader) composite(kind int) *ast.Term {
	switch kind {
	case refTerm:
		return r.with(r.ref())
	case callTerm:
		return r.with(ast.Call(r.list()))
	case arrayTerm:
		return r.with(ast.NewArray(r.list()...))
	case setTerm:
		return r.with(ast.NewSet(r.list()...))
	case objectTerm:
		items := make([][2]*ast.Term, r.number())
		for i := range items {
			items[i] = ast.Item(r.term(), r.term())
		}
		return r.with(ast.NewObject(items...))
	case arrayComprehension:
		return r.with(&ast.ArrayComprehension{Term: r.term(), Body: r.body()})
	case setComprehension:
		return r.with(&ast.SetComprehension{Term: r.term(), Body: r.body()})
	case objectComprehension:
		// An error of two values for one key is told at the key.
		key := *r.term()
		key.Location = r.line()
		return r.with(&ast.ObjectComprehension{Key: &key, Value: r.term(), Body: r.body()})
	}
	panic("a compiled module has a term of no kind")
}

func (r *moduleReader) with(v ast.Value) *ast.Term {
	t := next(&r.terms, 64)
	t.Value = v
	return t
}

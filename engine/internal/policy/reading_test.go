package policy

import (
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// place is a path into the input. Object keys stand as they are, rows as numbers.
type place []*ast.Term

func (p place) down(step *ast.Term) place {
	return append(p[:len(p):len(p)], step)
}

func (p place) String() string {
	var b strings.Builder
	for _, step := range p {
		if b.Len() > 0 {
			b.WriteByte('/')
		}
		b.WriteString(stepText(step))
	}
	return b.String()
}

func stepText(step *ast.Term) string {
	if text, ok := step.Value.(ast.String); ok {
		return string(text)
	}
	return step.String()
}

// readings are the places that an evaluation has read, by their text.
type readings map[string]place

func (r readings) add(p place) { r[p.String()] = p }

// watched is an object of the input that notes which of its keys are read. What
// is not read cannot change a result, so the notes of one evaluation are all
// that its outcome rests on.
//
// It stands for the plain object everywhere else. Only a comparison between an
// object of the input and one that a rule has built breaks down on it; that is
// an error of the evaluation, and the test says so.
type watched struct {
	ast.Object // the plain object
	at         place
	kids       map[string]*ast.Term // readers of the values read so far, by key
	notes      readings
}

// reading gives the value with readers for its objects. What lies deeper gets
// its readers when it is read: most of an input never is.
func reading(v ast.Value, at place, notes readings) ast.Value {
	switch v := v.(type) {
	case *ast.Array:
		terms := make([]*ast.Term, v.Len())
		for i := range terms {
			elem := v.Elem(i)
			if terms[i] = elem; composite(elem.Value) {
				terms[i] = ast.NewTerm(reading(elem.Value, at.down(ast.IntNumberTerm(i)), notes))
			}
		}
		return ast.NewArray(terms...)
	case ast.Object:
		return &watched{Object: v, at: at, kids: map[string]*ast.Term{}, notes: notes}
	}
	return v
}

// kid is the reader of one value.
func (r *watched) kid(key, value *ast.Term) *ast.Term {
	if !composite(value.Value) {
		return value
	}
	name := stepText(key)
	known := r.kids[name]
	if known == nil {
		known = ast.NewTerm(reading(value.Value, r.at.down(key), r.notes))
		r.kids[name] = known
	}
	return known
}

func (r *watched) Get(key *ast.Term) *ast.Term {
	if value := r.Object.Get(key); value != nil {
		r.notes.add(r.at.down(key))
		return r.kid(key, value)
	}
	return nil
}

// Find is how OPA's rule index and lookups by a ground reference read.
func (r *watched) Find(path ast.Ref) (ast.Value, error) {
	if len(path) == 0 {
		return r, nil
	}
	value := r.Get(path[0])
	if value == nil {
		return r.Object.Find(path)
	}
	return value.Value.Find(path[1:])
}

func (r *watched) Iter(f func(*ast.Term, *ast.Term) error) error {
	r.here()
	return r.Object.Iter(func(key, value *ast.Term) error { return f(key, r.kid(key, value)) })
}

func (r *watched) Until(f func(*ast.Term, *ast.Term) bool) bool {
	r.here()
	return r.Object.Until(func(key, value *ast.Term) bool { return f(key, r.kid(key, value)) })
}

func (r *watched) Foreach(f func(*ast.Term, *ast.Term)) {
	r.here()
	r.Object.Foreach(func(key, value *ast.Term) { f(key, r.kid(key, value)) })
}

func (r *watched) Compare(other ast.Value) int {
	r.all()
	if o, ok := other.(*watched); ok {
		o.all()
		other = o.Object
	}
	return r.Object.Compare(other)
}

// here notes that every value of the object was read.
func (r *watched) here() {
	r.Object.Foreach(func(key, _ *ast.Term) { r.notes.add(r.at.down(key)) })
}

// all notes that everything below was read.
func (r *watched) all() {
	r.Foreach(func(_, value *ast.Term) { readAll(value.Value) })
}

func readAll(v ast.Value) {
	switch v := v.(type) {
	case *watched:
		v.all()
	case *ast.Array:
		v.Foreach(func(elem *ast.Term) { readAll(elem.Value) })
	}
}

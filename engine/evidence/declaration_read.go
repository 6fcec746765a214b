package evidence

import (
	"reflect"
	"sync"
)

// declarationShape is compiled on first use and never changed.
var declarationShape = sync.OnceValue(func() *shape { return compileForm(declarationForm(), reflect.TypeFor[Declaration]()) })

// readDeclaration reads the declaration form (reference formats 2.3), in YAML
// or JSON. It reads and compares; whether an answer is enough is for policies.
func readDeclaration(src *source, l Limits) reading {
	out := reading{kinds: []Kind{KindDeclaration}}
	root, problem := formRoot(src, l, "declaration")
	if problem != nil {
		out.problems = []Problem{*problem}
		return out
	}
	d := &Declaration{}
	r := declarationReader{formReader: readForm(declarationShape(), root, d, l), src: src, declaration: d}
	r.finish("declaration")
	out.formatVersion, out.readable = formVersion, true
	out.problems, out.declaration = r.result(), d
	return out
}

// declarationReader does what reading one field at a time cannot: it finds
// what each answer speaks for.
type declarationReader struct {
	*formReader
	src         *source
	declaration *Declaration
}

// finish measures what is read, and finds what the answers speak for.
func (r declarationReader) finish(format string) {
	d := r.declaration
	d.Format = format
	d.weigh()
	r.answers()
	d.Support.measure()
	for i := range d.Evidence.Items {
		d.Evidence.Items[i].File.Location = d.Evidence.Items[i].Location
	}
	people := map[string]bool{}
	for _, p := range d.People.Items {
		people[p.ID.Value] = p.ID.State == Stated
	}
	for i := range d.Affirmation.Signatories.Items {
		s := &d.Affirmation.Signatories.Items[i]
		s.Known = people[s.Person.Value]
	}
}

// answers fills in Clauses, and reports answers to clauses that nobody knows
// and answers that contradict each other.
func (r *declarationReader) answers() {
	names := KnownClauses()
	known := map[string]bool{}
	for _, id := range names {
		known[id] = true
	}
	own := map[string][]Row{}
	answered := map[string]*scopes{}
	for i := range r.declaration.Answers {
		a := &r.declaration.Answers[i]
		id := a.Requirement.Value
		if id == "" {
			continue
		}
		clauses := speaksFor(id, known)
		for _, clause := range clauses {
			own[clause] = append(own[clause], Row(i))
		}
		if clauses == nil && !inQuestionnaire(id) {
			r.unknownClause(a, names)
		}
		if answered[id] == nil {
			answered[id] = &scopes{parts: map[string]string{}}
		}
		if first := answered[id].add(a); first != "" {
			r.later(r.src, codeDuplicateAnswer, a.Location+"/requirement",
				"%s is answered for the same part at %s already; keep one answer for each part", quoted(id), first)
		}
	}
	r.declaration.Clauses = spread(own)
}

func (r *declarationReader) unknownClause(a *Answer, names []string) {
	hint := ""
	if !r.full() {
		if near := nearest(a.Requirement.Value, names); near != "" {
			hint = " (did you mean " + near + "?)"
		}
	}
	r.later(r.src, codeUnknownClause, a.Location+"/requirement",
		"%s is no clause of a standard that is known here%s; correct the id if it is meant for one", quoted(a.Requirement.Value), hint)
}

// scopes remembers for which parts one clause is answered.
type scopes struct {
	any, whole string            // places of the first answer, and of the first for the whole product
	parts      map[string]string // place of the first answer by part
}

// add takes an answer and returns the place of an earlier one that speaks for
// the same part, or "".
func (s *scopes) add(a *Answer) string {
	overlap := s.whole
	if len(a.Parts.Items) == 0 {
		if overlap == "" {
			overlap = s.any
		}
		s.whole = firstOf(s.whole, a.Location)
	}
	for _, part := range a.Parts.Items {
		overlap = firstOf(overlap, s.parts[part])
		s.parts[part] = firstOf(s.parts[part], a.Location)
	}
	s.any = firstOf(s.any, a.Location)
	return overlap
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// measure computes the end of support by the calendar, and compares.
func (s *Support) measure() {
	if s.Start.State == Stated && s.Period.State == Stated {
		if end, ok := addSpan(s.Start.Value, s.Period.Value); ok {
			s.Computed = Date{State: Stated, Value: end}
		}
	}
	if s.Computed.State == Stated && s.End.State == Stated {
		s.EndDiffers = Integer{State: Stated, Value: int64(s.End.Value.Day - s.Computed.Value.Day)}
	}
	switch {
	case s.Start.State == Stated && s.End.State == Stated:
		s.PeriodMonths = Integer{State: Stated, Value: int64(monthsBetween(s.Start.Value, s.End.Value))}
	case s.Period.State == Stated && s.End.State == Absent:
		s.PeriodMonths = Integer{State: Stated, Value: int64(s.Period.Value.Months)}
	}
}

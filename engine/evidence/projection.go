package evidence

import (
	"cmp"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// projection is a declaration form that is made of a document in another
// format. It is read as a form is, so that vocabularies, checks and the answers
// by clause are the same; then its places are told in the document.
type projection struct {
	form *node
	from map[*node]string // the JSON Pointer that a value was made of
	// entries and bytes are what may still be made: a document can name one
	// thing in many places, and the form repeats it in each.
	entries, bytes int
}

func newProjection(l Limits) *projection {
	p := &projection{form: &node{kind: objectNode}, from: map[*node]string{}, entries: l.MaxRows, bytes: l.MaxTreeBytes}
	p.set(p.form, "declaration", p.number("1", ""))
	return p
}

// over says that the document repeats itself beyond what may be made of it.
func (p *projection) over() bool { return p.entries < 0 || p.bytes < 0 }

// overrun is the problem of a document that does.
func (p *projection) overrun(l Limits) *Problem {
	if p.entries < 0 {
		return limitProblem("MaxRows", l.MaxRows, "the number of list entries that a declaration says, repeats counted,", Position{})
	}
	return limitProblem("MaxTreeBytes", l.MaxTreeBytes, "the text that a declaration says, repeats counted,", Position{})
}

// word is a text that the document says in another way, at a place of it.
func (p *projection) word(text, at string) *node {
	if p.bytes -= len(text); p.bytes < 0 {
		text = ""
	}
	n := &node{kind: stringNode, text: text}
	p.from[n] = at
	return n
}

// stated is a text that the document says; nil where it says none.
func (p *projection) stated(t Text, at string) *node {
	if t.State != Stated {
		return nil
	}
	return p.word(t.Value, at)
}

// number is a number, where the text is one; else the text, which the form
// then refuses.
func (p *projection) number(text, at string) *node {
	n := p.word(text, at)
	if _, err := strconv.ParseFloat(text, 64); err == nil {
		n.kind = numberNode
	}
	return n
}

// day is the day of a date or of a date-time.
func (p *projection) day(t Text, at string) *node {
	if day, ok := parseDay(t.Value); ok {
		return p.word(day.time().Format("2006-01-02"), at)
	}
	return p.stated(t, at)
}

// object begins an object of a place.
func (p *projection) object(at string) *node {
	n := &node{kind: objectNode}
	p.from[n] = at
	return n
}

// set puts a value into an object, where there is one and the object has none
// of the name yet.
func (p *projection) set(object *node, name string, value *node) {
	if value != nil && object.field(name) == nil {
		object.names, object.children = append(object.names, name), append(object.children, value)
	}
}

// list is the list of the name in an object, made where there is none.
func (p *projection) list(object *node, name string) *node {
	if n := object.field(name); n != nil {
		return n
	}
	n := &node{kind: arrayNode}
	p.set(object, name, n)
	return n
}

// add puts a value at the end of a list of an object.
func (p *projection) add(object *node, name string, value *node) {
	if value == nil {
		return
	}
	if p.entries--; p.entries >= 0 {
		list := p.list(object, name)
		list.children = append(list.children, value)
	}
}

// put sets a value at a path of names from the top, or adds it to a list where
// the last name ends in "[]".
func (p *projection) put(path string, value *node) {
	if value == nil {
		return
	}
	object, steps := p.form, strings.Split(path, ".")
	for _, name := range steps[:len(steps)-1] {
		if object.field(name) == nil {
			p.set(object, name, p.object(parentOf(p.from[value])))
		}
		object = object.field(name)
	}
	last := steps[len(steps)-1]
	if name, isList := strings.CutSuffix(last, "[]"); isList {
		p.add(object, name, value)
		return
	}
	p.set(object, last, value)
}

// parentOf is the pointer of what a value stands in.
func parentOf(pointer string) string {
	return pointer[:max(strings.LastIndexByte(pointer, '/'), 0)]
}

// read reads the form. What the format cannot say, and the document does not
// say in another way, is unsupported.
func (p *projection) read(src *source, l Limits, format string, says map[string]bool) (*Declaration, []Problem) {
	d := &Declaration{}
	r := declarationReader{formReader: readForm(declarationShape(), p.form, d, l), src: &source{}, declaration: d}
	r.finish(format)
	places := p.places()
	problems := r.result()
	for i := range problems {
		problems[i].At = src.position(places.of(problems[i].At.Pointer))
	}
	slices.SortStableFunc(problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Column, b.At.Column))
	})
	value := reflect.ValueOf(d).Elem()
	relocate(value, places.of)
	unsupport(value, "", says)
	return d, problems
}

// formPlaces are the places in the document by their place in the form.
type formPlaces map[string]string

func (p *projection) places() formPlaces {
	places := formPlaces{}
	p.place(p.form, "", places)
	return places
}

func (p *projection) place(n *node, at string, places formPlaces) {
	if from, ok := p.from[n]; ok {
		places[at] = from
	}
	for i, child := range n.children {
		step := strconv.Itoa(i)
		if n.kind == objectNode {
			step = n.names[i]
		}
		p.place(child, pointerJoin(at, step), places)
	}
}

// of is the place that stands for one of the form, or for what that is in.
func (f formPlaces) of(pointer string) string {
	for ; pointer != ""; pointer = parentOf(pointer) {
		if at, ok := f[pointer]; ok {
			return at
		}
	}
	return f[""]
}

// relocate changes the places that a value and all in it have.
func relocate(v reflect.Value, of func(string) string) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Field(i)
			name := v.Type().Field(i).Name
			if f.Kind() == reflect.String && (name == "Location" || name == "Pointer") {
				if f.String() != "" {
					f.SetString(of(f.String()))
				}
				continue
			}
			relocate(f, of)
		}
	case reflect.Slice:
		for i := range v.Len() {
			relocate(v.Index(i), of)
		}
	}
}

// unsupport marks every value below v that is absent, and that the format has
// no place for. Names in says are paths of JSON names that it has a place for;
// with ".state" behind, for the object and not for all in it.
func unsupport(v reflect.Value, path string, says map[string]bool) {
	if v.Kind() != reflect.Struct || says[path] {
		return
	}
	if state := v.FieldByName("State"); state.IsValid() && state.Type() == reflect.TypeFor[State]() && absent(State(state.String())) && !says[path+".state"] {
		state.SetString(string(Unsupported))
	}
	for i := range v.NumField() {
		if name := v.Type().Field(i).Tag.Get("json"); name != "" && name != "items" && v.Field(i).Kind() == reflect.Struct {
			unsupport(v.Field(i), strings.TrimPrefix(path+"."+name, "."), says)
		}
	}
}

package evidence

// xmlDependency is a row of the dependency graph. In XML what it depends on
// stands in it, and may have its own dependencies there.
type xmlDependency struct {
	offset   int
	ref      string
	stated   bool // it has a ref
	on       []*xmlDependency
	provides []xmlReference
}

type xmlReference struct {
	offset int
	ref    string
}

// dependencies writes a dependency graph. A dependency that has its own in it
// becomes a row of its own, after the row that it stands in.
func (t *xmlTwin) dependencies(f *xmlField) {
	t.out = append(t.out, '[')
	t.path = append(t.path, twinStep{index: -1})
	shape := &xmlShape{name: f.name, elements: dependencyElements}
	for tok := t.next(); tok.kind == xmlOpens || tok.kind == xmlText; tok = t.next() {
		if tok.kind == xmlText {
			t.noText(tok)
			continue
		}
		if t.element(tok, shape) == nil {
			continue
		}
		if row := t.dependency(tok); t.refusal == nil {
			t.row(row)
		}
	}
	t.leave()
	t.out = append(t.out, ']')
}

// The elements of a dependency graph, and of a dependency.
var (
	dependencyElements = map[string]*xmlField{"dependency": {name: "dependency"}}
	dependsShape       = xmlShape{name: "dependency", elements: map[string]*xmlField{"dependency": {name: "dependency"}, "provides": {name: "provides"}}}
	providesField      = xmlField{name: "provides"}
)

// dependency reads one dependency and those in it.
func (t *xmlTwin) dependency(tok xmlToken) *xmlDependency {
	d := &xmlDependency{offset: tok.offset}
	d.ref, d.stated = t.ref(tok)
	for tok := t.next(); tok.kind == xmlOpens || tok.kind == xmlText; tok = t.next() {
		switch {
		case tok.kind == xmlText:
			t.noText(tok)
		case t.element(tok, &dependsShape) == nil:
		case tok.local == "provides":
			ref, _ := t.ref(tok)
			d.provides = append(d.provides, xmlReference{tok.offset, ref})
			t.empty(&providesField)
		default:
			d.on = append(d.on, t.dependency(tok))
		}
	}
	return d
}

// row writes a dependency and, after it, those in it that are rows themselves.
func (t *xmlTwin) row(d *xmlDependency) {
	t.item()
	t.mark(d.offset)
	t.out = append(t.out, '{')
	comma := ""
	if d.stated {
		t.out = append(t.out, `"ref":`...)
		t.mark(d.offset)
		t.quote([]byte(d.ref))
		comma = ","
	}
	if len(d.on) > 0 {
		t.out = append(append(t.out, comma...), `"dependsOn":[`...)
		for i, on := range d.on {
			t.target(i, on.offset, on.ref)
		}
		t.out = append(t.out, ']')
		comma = ","
	}
	if len(d.provides) > 0 {
		t.out = append(append(t.out, comma...), `"provides":[`...)
		for i, p := range d.provides {
			t.target(i, p.offset, p.ref)
		}
		t.out = append(t.out, ']')
	}
	t.out = append(t.out, '}')
	for _, on := range d.on {
		if len(on.on) > 0 || len(on.provides) > 0 {
			t.row(on)
		}
	}
}

func (t *xmlTwin) target(i, offset int, ref string) {
	if i > 0 {
		t.out = append(t.out, ',')
	}
	t.mark(offset)
	t.quote([]byte(ref))
}

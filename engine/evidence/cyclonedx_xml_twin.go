package evidence

import (
	"slices"
)

// xmlTwin writes the JSON twin of a CycloneDX XML document: the same BOM in
// the other form of CycloneDX. The twin is what the JSON walk reads, so that
// both forms give one dossier by one code, and the places of both are JSON
// Pointers into the JSON form.
//
// Elements are taken by name space and name. Those of other name spaces are
// extensions, which the schema allows everywhere: they are passed over, but
// one with the name of an element of CycloneDX is refused, because decoders
// that go by the name alone would take it for that.
type xmlTwin struct {
	*xmlGate
	space    string // the name space of the document's version
	out      []byte
	places   []twinPlace
	path     []twinStep
	problems []Problem
	hidden   int
	scratch  []byte
	spare    []*twinMembers
}

// twinStep is a step of the pointer to where the twin is being written.
type twinStep struct {
	key   string
	index int // in a list, where key is ""
}

// members is what is written of the object that is open.
type twinMembers struct {
	count int
	seen  uint64    // by the number of the field
	list  *xmlField // elements side by side that are a list still open
	start int       // of that list in the twin
	index int
	text  []byte
}

// root writes the document's element, which is open, and all in it.
func (t *xmlTwin) root(tok xmlToken, version string) {
	t.mark(tok.offset)
	t.out = append(t.out, `{"bomFormat":"CycloneDX","specVersion":`...)
	t.mark(tok.offset)
	t.quote([]byte(version))
	// The XML Schema gives the BOM the version 1 where none is written, and
	// JSON must have it to 1.4.
	if version <= "1.4" && !slices.ContainsFunc(tok.attributes, func(a xmlAttribute) bool { return a.local == "version" }) {
		t.out = append(t.out, `,"version":1`...)
	}
	t.members(tok, cdxShape(), &twinMembers{count: 2})
	t.out = append(t.out, '}')
}

// value writes the element that tok opens, up to its end.
func (t *xmlTwin) value(tok xmlToken, f *xmlField) {
	t.mark(tok.offset)
	switch f.form {
	case formObject:
		t.object(tok, f.shape)
	case formList:
		t.list(f)
	case formAttribute:
		t.reference(tok, f)
	case formChoice:
		t.choice(f)
	case formTools:
		t.tools(f)
	case formDependencies:
		t.dependencies(f)
	default:
		t.text(f)
	}
}

// begin takes a record that a closed object has left, or a new one.
func (t *xmlTwin) begin() *twinMembers {
	if len(t.spare) == 0 {
		return &twinMembers{}
	}
	m := t.spare[len(t.spare)-1]
	t.spare = t.spare[:len(t.spare)-1]
	*m = twinMembers{text: m.text[:0]}
	return m
}

func (t *xmlTwin) object(tok xmlToken, s *xmlShape) {
	start := len(t.out)
	t.out = append(t.out, '{')
	m := t.begin()
	t.members(tok, s, m)
	if text := trimXML(m.text); m.count == 0 && s.alone && len(text) > 0 {
		t.out = t.out[:start]
		t.quote(text)
	} else {
		t.out = append(t.out, '}')
	}
	t.spare = append(t.spare, m)
}

// members writes the attributes and the content of an element as members of
// the object that is open.
func (t *xmlTwin) members(tok xmlToken, s *xmlShape, m *twinMembers) {
	at := tok.offset
	for _, a := range tok.attributes {
		if f := t.attribute(a, s); f != nil {
			t.member(f, m)
			t.mark(at)
			t.scalar(f, []byte(a.value))
			t.leave()
		}
	}
	for tok := t.next(); tok.kind == xmlOpens || tok.kind == xmlText; tok = t.next() {
		switch {
		case tok.kind == xmlText && s.text == nil:
			t.noText(tok)
		case tok.kind == xmlText:
			m.text = append(m.text, tok.text...)
		case s.signature != nil && tok.space == signatureSpace && tok.local == "Signature":
			t.sign(tok, s.signature, m)
		default:
			if f := t.element(tok, s); f != nil {
				t.child(tok, f, m)
			}
		}
	}
	t.closeList(m)
	switch text := trimXML(m.text); {
	case s.text != nil && !s.alone:
		t.member(s.text, m)
		t.mark(at)
		t.scalar(s.text, text)
		t.leave()
	case len(text) > 0 && m.count > 0:
		t.stray(at, text)
	}
}

// signatureSpace is the name space of XML signatures.
const signatureSpace = "http://www.w3.org/2000/09/xmldsig#"

// sign writes that an element bears an XML signature. Its content is of the
// XML alone: the algorithm says so, and there is no value.
func (t *xmlTwin) sign(tok xmlToken, f *xmlField, m *twinMembers) {
	t.skip()
	if m.seen&(1<<f.number) != 0 {
		return
	}
	t.closeList(m)
	t.member(f, m)
	t.mark(tok.offset)
	t.out = append(t.out, `{"algorithm":"`+signatureSpace+`","value":""}`...)
	t.leave()
}

// child writes one element as a member, or as an item of a list of elements
// that stand side by side.
func (t *xmlTwin) child(tok xmlToken, f *xmlField, m *twinMembers) {
	switch {
	case m.list == f:
		m.index++
		t.path[len(t.path)-1].index = m.index
		t.out = append(t.out, ',')
		t.value(tok, f)
		return
	case m.seen&(1<<f.number) != 0 && f.first:
		t.skip()
		return
	}
	t.closeList(m)
	if f.form == formInline {
		t.once(f, m)
		text := m.text
		inner := &twinMembers{count: m.count}
		t.members(tok, f.shape, inner)
		m.count, m.text = inner.count, text
		return
	}
	t.member(f, m)
	if f.repeats {
		t.mark(tok.offset)
		m.list, m.start, m.index = f, len(t.out), 0
		t.out = append(t.out, '[')
		t.path = append(t.path, twinStep{})
		t.value(tok, f)
		return
	}
	t.value(tok, f)
	t.leave()
}

func (t *xmlTwin) closeList(m *twinMembers) {
	if m.list != nil {
		if m.list.single && m.index == 0 {
			t.out[m.start] = ' '
		} else {
			t.out = append(t.out, ']')
		}
		t.leave()
		t.leave()
		m.list = nil
	}
}

// once refuses a second element of a name where there can be one.
func (t *xmlTwin) once(f *xmlField, m *twinMembers) {
	if m.seen&(1<<f.number) != 0 {
		t.refuse(codeDuplicate, "the element "+quoted(f.name)+" stands twice in one element; keep one of them")
	}
	m.seen |= 1 << f.number
}

// member begins a member of the open object.
func (t *xmlTwin) member(f *xmlField, m *twinMembers) {
	t.once(f, m)
	if m.count > 0 {
		t.out = append(t.out, ',')
	}
	m.count++
	t.out = append(t.out, f.key...)
	t.path = append(t.path, twinStep{key: f.bare})
}

func (t *xmlTwin) leave() { t.path = t.path[:len(t.path)-1] }

// attribute finds what an attribute is. The schema lets any other attribute be.
func (t *xmlTwin) attribute(a xmlAttribute, s *xmlShape) *xmlField {
	f := s.attributes[a.local]
	if f != nil && a.space != "" {
		t.foreign("attribute", a.local)
		return nil
	}
	return f
}

// element finds what an element is in s; one that is nothing there is passed over.
func (t *xmlTwin) element(tok xmlToken, s *xmlShape) *xmlField {
	f := s.elements[tok.local]
	switch {
	case tok.space == t.space && f != nil:
		return f
	case tok.space == t.space:
		t.problem(tok.offset, "unknown_element",
			"CycloneDX has no element "+quoted(tok.local)+" in "+quoted(s.name)+", so it is not read; correct or remove it")
	case f != nil:
		t.foreign("element", tok.local)
	case tok.space == "":
		t.problem(tok.offset, "unknown_element",
			"the element "+quoted(tok.local)+" has no name space, so it is not read; correct or remove it")
	}
	t.skip()
	return nil
}

package evidence

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// Place is a place in a document that a policy object points at.
type Place struct {
	Document int    // row in documents; -1 is the bundle as a whole
	Pointer  string // JSON Pointer into the document, also to a value that is not there
	Line     int    // from 1; of the value or of its nearest existing parent; 0 is the document as a whole
	Column   int    // from 1, in code points
	Name     string // what stands there, for people: a component's name and version; "" where the place says enough
}

// Locate turns a path into the input document (design section 5, "at") into
// the places in the vendor's documents that it stands for. A path to a list of
// row numbers gives a place for each row, in the list's order. A path that is
// not of the evidence, such as the offer, gives the bundle as a whole. An
// error names a step that the dossier does not have. Of many places the first
// most are given, and total counts them all; with most 0 nothing is looked up,
// and counting costs no more than the path.
func (d *Dossier) Locate(path []any, most int) (places []Place, total int, err error) {
	l := &locator{d: d, at: reflect.ValueOf(d).Elem(), document: -1, row: -1, most: most}
	places = d.wholeBundle()
	if len(path) > 0 {
		if _, evidence := fieldByJSON(reflect.TypeFor[Dossier](), fmt.Sprint(path[0])); evidence {
			for i, step := range path {
				if err := l.step(step); err != nil {
					return nil, 0, fmt.Errorf("place %s: step %d: %w", pathText(path), i+1, err)
				}
			}
			places = l.places()
		}
	}
	return places[:min(len(places), most)], max(l.total, len(places)), nil
}

func (d *Dossier) wholeBundle() []Place { return []Place{{Document: -1}} }

// pathText writes a path for an error message.
func pathText(path []any) string {
	var b strings.Builder
	for _, step := range path {
		fmt.Fprintf(&b, "/%v", step)
	}
	return b.String()
}

// locator walks the dossier along a path and keeps what the place depends on.
type locator struct {
	d        *Dossier
	at       reflect.Value
	table    string // the struct tag of the field gone through: what its rows are rows of
	top      string // the first step: sboms, components, threat_models, …
	row      int    // the row in the top table: which SBOM or declaration
	item     int    // the row in a table of tables
	depth    int
	document int // the document that the walk is in; -1 outside of any
	most     int // places wanted
	total    int // places that there are, where there may be more than wanted

	// pointer is the nearest Location gone through; names are the steps since.
	pointer string
	names   []string
	called  string // what people call the row that the Location is of; "" where it has no name
	field   string // the fields of a threat model gone through, for what a summary filled in
}

// step goes one step further.
func (l *locator) step(step any) error {
	defer func() { l.depth++ }()
	switch l.at.Kind() {
	case reflect.Struct:
		if madeTables[l.at.Type()] {
			return l.made(step)
		}
		return l.name(fmt.Sprint(step))
	case reflect.Map:
		value := l.at.MapIndex(reflect.ValueOf(fmt.Sprint(step)))
		if !value.IsValid() {
			return fmt.Errorf("there is no %v", step)
		}
		l.names = append(l.names, fmt.Sprint(step))
		l.enter(value)
		return nil
	case reflect.Slice:
		i, ok := stepIndex(step)
		if !ok || i < 0 || i >= l.at.Len() {
			return fmt.Errorf("there is no row %v", step)
		}
		l.index(i, l.at.Index(i))
		return nil
	}
	return fmt.Errorf("%v is below a plain value", step)
}

func (l *locator) name(name string) error {
	f, found := fieldByJSON(l.at.Type(), name)
	if !found {
		return fmt.Errorf("there is no field %q", name)
	}
	if l.depth == 0 {
		l.top = name
	}
	if table := f.Tag.Get("table"); table != "" {
		l.table = table
	}
	if l.top == "threat_models" && l.row >= 0 {
		l.supplemented(name)
	}
	// A list and a stated value are one thing with their wrapping.
	if name != "items" && name != "value" && name != "state" {
		l.names = append(l.names, name)
	}
	l.enter(l.at.FieldByIndex(f.Index))
	return nil
}

// made steps into a row of a table that makes them.
func (l *locator) made(step any) error {
	table := l.at.Interface().(madeTable)
	i, ok := stepIndex(step)
	if !ok || i < 0 || i >= table.Len() {
		return fmt.Errorf("there is no row %v", step)
	}
	l.index(i, reflect.ValueOf(table.made(i)))
	return nil
}

func (l *locator) index(i int, v reflect.Value) {
	switch l.depth {
	case 1:
		l.row = i
		l.names = nil
	case 2:
		l.item = i
	}
	if l.depth > 1 {
		l.names = append(l.names, strconv.Itoa(i))
	}
	l.enter(v)
}

// enter takes a value, and its own place if it has one.
func (l *locator) enter(v reflect.Value) {
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	l.at = v
	if v.Kind() != reflect.Struct {
		return
	}
	if owners[v.Type()] {
		l.document = int(v.FieldByName("Document").Int())
		l.pointer, l.names = "", nil
	}
	if v.Type() == reflect.TypeFor[DocumentLink]() {
		l.document = l.d.SBOMs[v.Interface().(DocumentLink).SBOM].Document
	}
	for _, name := range []string{"Location", "Pointer"} {
		if f := v.FieldByName(name); f.IsValid() && f.Kind() == reflect.String && f.String() != "" {
			l.pointer, l.names, l.called = f.String(), nil, calledIn(v)
		}
	}
}

// maxCalled is how much of a name a place shows, in bytes: an assumption may be
// a paragraph.
const maxCalled = 80

// calledIn is what a row of a threat model or a declaration calls itself: a
// threat by its title, which says more than its id.
func calledIn(v reflect.Value) string {
	for _, name := range []string{"Title", "Name", "Requirement", "Text", "Statement"} {
		f := v.FieldByName(name)
		if !f.IsValid() {
			continue
		}
		called, is := f.Interface().(Text)
		if !is || called.Value == "" {
			continue
		}
		if len(called.Value) > maxCalled {
			return strings.ToValidUTF8(called.Value[:maxCalled], "") + "…"
		}
		return called.Value
	}
	return ""
}

// supplemented takes the walk to the summary that filled in the field.
func (l *locator) supplemented(name string) {
	l.field = strings.TrimPrefix(l.field+"."+name, ".")
	m := &l.d.ThreatModels[l.row]
	if l.document != m.Document || m.from(l.field) == m.Document && m.SupplementedBy.Location == "" {
		return
	}
	if l.document = m.from(l.field); l.pointer == "" && m.supplied(l.field) {
		l.pointer = m.SupplementedBy.Location
	}
}

// owners are the structs whose Document is the document that they were read
// from, and not one that they refer to. A walk asks for types: to ask values it
// made interfaces of them, and so a copy of each SBOM that it passed: two fifths
// of what a screening of 300 components allocated (BenchmarkScreen).
var owners = map[reflect.Type]bool{
	reflect.TypeFor[SBOM]():           true,
	reflect.TypeFor[ThreatModel]():    true,
	reflect.TypeFor[Declaration]():    true,
	reflect.TypeFor[Manifest]():       true,
	reflect.TypeFor[VEX]():            true,
	reflect.TypeFor[Lifecycle]():      true,
	reflect.TypeFor[Attachment]():     true,
	reflect.TypeFor[Attestation]():    true,
	reflect.TypeFor[Catalogue]():      true,
	reflect.TypeFor[DatedStatement](): true,
	reflect.TypeFor[MisleadingText](): true,
	reflect.TypeFor[Signature]():      true,
}

// stepIndex takes the forms that a number has after decoding.
func stepIndex(step any) (int, bool) {
	switch n := step.(type) {
	case int:
		return n, true
	case int64:
		return int(n), true
	case Row:
		return int(n), true
	case float64:
		return int(n), n == float64(int(n))
	case fmt.Stringer: // json.Number
		i, err := strconv.Atoi(n.String())
		return i, err == nil
	}
	return 0, false
}

// fieldByJSON finds the field of a struct by its JSON name.
func fieldByJSON(t reflect.Type, name string) (reflect.StructField, bool) {
	for i := range t.NumField() {
		f := t.Field(i)
		if tag, _, _ := strings.Cut(f.Tag.Get("json"), ","); f.IsExported() && tag == name {
			return f, true
		}
	}
	return reflect.StructField{}, false
}

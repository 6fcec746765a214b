package evidence

import (
	"reflect"
	"strconv"
)

// places gives the places of where the walk ended.
func (l *locator) places() []Place {
	// By its type: as an interface the value would be copied, whole SBOMs too.
	switch l.at.Type() {
	case reflect.TypeFor[Row]():
		return l.rows([]Row{Row(l.at.Int())})
	case reflect.TypeFor[[]Row]():
		return l.rows(l.at.Interface().([]Row))
	case reflect.TypeFor[ClauseAnswer]():
		return l.answers(l.at.Interface().(ClauseAnswer))
	case reflect.TypeFor[Pair]():
		v := l.at.Interface().(Pair)
		return append(l.product(v.Left), l.product(v.Right)...)
	case reflect.TypeFor[Offered]():
		return l.product(l.at.Interface().(Offered).Document)
	case reflect.TypeFor[Document]():
		return []Place{{Document: l.documentRow()}}
	}
	if l.table != "" && l.at.Kind() == reflect.Struct {
		if lists := rowLists(l.at); len(lists) > 0 {
			return l.rows(lists)
		}
	}
	switch l.top {
	case "components", "dependencies":
		return l.tableRow()
	case "services", "crypto", "model_cards", "properties", "pedigree", "component_evidence", "compositions", "extras", "vex_statements":
		return l.besideRow()
	case "links":
		return l.linkPart()
	case "bundle":
		return l.bundlePart()
	}
	p := l.place(l.document, l.head())
	if l.most > 0 && p.Document >= 0 {
		p.Name = l.called
	}
	return []Place{p}
}

// rowLists joins every list of rows below a fact, in the order of its fields.
func rowLists(v reflect.Value) []Row {
	var rows []Row
	for i := range v.NumField() {
		switch f := v.Field(i); {
		case f.Type() == reflect.TypeFor[[]Row]():
			rows = append(rows, f.Interface().([]Row)...)
		case f.Kind() == reflect.Struct && v.Type() == reflect.TypeFor[Coverage]():
			// Both populations are of the same rows; the first one has them all.
			return rowLists(f)
		}
	}
	return rows
}

// rows gives a place for each row of the table that the walk went through; for
// no rows at all, the place of the list itself.
func (l *locator) rows(rows []Row) []Place {
	if len(rows) == 0 {
		if l.top == "bundle" {
			return l.d.wholeBundle()
		}
		return []Place{l.place(l.document, l.head())}
	}
	l.total = len(rows)
	rows = rows[:min(len(rows), l.most)]
	places := make([]Place, 0, len(rows))
	for _, row := range rows {
		switch l.table {
		case "components":
			places = append(places, l.d.componentPlace(l.row, int(row)))
		case "dependencies":
			places = append(places, l.d.dependencyPlace(l.row, int(row)))
		case "documents":
			places = append(places, l.place(int(row), ""))
		case "compositions":
			places = append(places, l.d.compositionPlace(l.row, int(row)))
		case "vex_statements":
			places = append(places, l.d.statementPlace(l.row, int(row)))
		default: // rows of a list beside, such as a threat's mitigations
			places = append(places, l.besides(int(row)))
		}
	}
	return places
}

// besides is the place of a row in the list of the same name at the top of the
// model, and of the walk itself where there is none.
func (l *locator) besides(row int) Place {
	if l.top == "threat_models" && len(l.names) > 0 {
		list := l.d.ThreatModels[l.row].Mitigations.Items
		if l.names[0] == "mitigations" && row >= 0 && row < len(list) {
			return l.place(l.document, list[row].Location)
		}
	}
	return l.place(l.document, l.head())
}

// answers gives the places of the answers to a clause; a clause that nobody
// answered is missing in the declaration's answers.
func (l *locator) answers(c ClauseAnswer) []Place {
	if l.top != "declarations" || len(c.Answers) == 0 {
		return []Place{l.place(l.document, "/answers")}
	}
	var places []Place
	answers := l.d.Declarations[l.row].Answers
	for _, row := range c.Answers {
		if row >= 0 && int(row) < len(answers) {
			p := l.place(l.document, answers[row].Location)
			p.Name = answers[row].Requirement.Value
			places = append(places, p)
		}
	}
	return places
}

// tableRow is the place of components[i], components[i][j] or below.
func (l *locator) tableRow() []Place {
	switch {
	case l.row < 0 || l.row >= len(l.d.SBOMs):
		return l.d.wholeBundle()
	case l.depth < 3:
		return []Place{l.place(l.d.SBOMs[l.row].Document, l.d.SBOMs[l.row].pointer(l.top))}
	case l.top == "components":
		p := l.d.componentPlace(l.row, l.item)
		for _, name := range l.names[1:] {
			p.Pointer = pointerJoin(p.Pointer, l.d.SBOMs[l.row].fieldName(name))
		}
		return []Place{p}
	}
	return []Place{l.d.dependencyPlace(l.row, l.item)}
}

// linkPart is the place of a part of a link: both sides of the pair that it is in.
func (l *locator) linkPart() []Place {
	if l.document >= 0 && l.pointer != "" { // a reference to another document
		return []Place{l.place(l.document, l.pointer)}
	}
	if len(l.names) < 3 {
		return l.d.wholeBundle()
	}
	i, err := strconv.Atoi(l.names[2])
	switch {
	case err != nil:
	case l.names[1] == "pairs" && i < len(l.d.Links.Pairs):
		p := l.d.Links.Pairs[i]
		return append(l.product(p.Left), l.product(p.Right)...)
	case l.names[1] == "offered" && i < len(l.d.Links.Offered):
		return l.product(l.d.Links.Offered[i].Document)
	}
	return l.d.wholeBundle()
}

// bundlePart is the place of a part of the bundle: a document, the manifest,
// or the bundle as a whole.
func (l *locator) bundlePart() []Place {
	if row := l.documentRow(); row >= 0 {
		if l.at.Type() == reflect.TypeFor[Problem]() {
			v := l.at.Interface().(Problem)
			return []Place{{Document: row, Pointer: v.At.Pointer, Line: v.At.Line, Column: v.At.Column}}
		}
		return []Place{l.place(row, "")}
	}
	if l.document >= 0 {
		return []Place{l.place(l.document, l.head())}
	}
	return l.d.wholeBundle()
}

// documentRow is the row of the document in bundle/documents/row, else -1.
func (l *locator) documentRow() int {
	if l.top != "bundle" || len(l.names) < 3 || l.names[1] != "documents" {
		return -1
	}
	row, err := strconv.Atoi(l.names[2])
	if err != nil {
		return -1
	}
	return row
}

// formPointers are the places in the hand-written forms of fields that stand
// elsewhere in the normal form.
var formPointers = map[string]string{
	"declarations/product_details": "/product", "declarations/sbom_ref": "/product/sbom", "declarations/clauses": "/answers",
	"threat_models/counts": "/threats",
}

// head is the pointer of where the walk ended: the nearest location, and the
// names since.
func (l *locator) head() string {
	if l.top == "sboms" && l.pointer == "" {
		return l.sbomHead()
	}
	if at := l.recordHead(); l.pointer == "" && at != "" {
		return at
	}
	if l.pointer == "" && len(l.names) > 0 {
		if known := formPointers[l.top+"/"+l.names[0]]; known == "/threats" {
			return known
		} else if known != "" {
			return pointerJoin(known, l.names[1:]...)
		}
	}
	return pointerJoin(l.pointer, l.names...)
}

// place is the dossier's, which looks through the document; where places are
// only counted nobody looks.
func (l *locator) place(document int, pointer string) Place {
	if l.most == 0 {
		return Place{}
	}
	return l.d.place(document, pointer)
}

// product is the dossier's, likewise.
func (l *locator) product(s Side) []Place {
	if l.most == 0 {
		return []Place{{}}
	}
	return l.d.product(s)
}

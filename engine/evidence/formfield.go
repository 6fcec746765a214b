package evidence

import (
	"reflect"
	"strings"
)

// valueType is what a field of a hand-written form holds.
type valueType string

const (
	textValue    valueType = "text"
	dateValue    valueType = "date"
	periodValue  valueType = "period"
	numberValue  valueType = "number"
	integerValue valueType = "integer"
	flagValue    valueType = "flag"
	contactValue valueType = "contact"
	textsValue   valueType = "list of texts"
	namesValue   valueType = "list of ids" // that becomes rows of another list
	linksValue   valueType = "list of component references"
	objectValue  valueType = "object"
	listValue    valueType = "list of objects"
)

// formField is one row of a hand-written form: where the field stands, what
// it holds, where the dossier keeps it and why the form asks for it. The
// reader, the check for unknown fields and the documentation all come from
// these rows.
type formField struct {
	path string // from the top of the form; [] marks a list
	is   valueType
	card string // 1, 0..1, 0..n or 1..n
	// words is the closed set of values; nil where any will do.
	words *words
	// norm checks a value and brings it to one spelling; nil where any will do.
	norm func(string) (string, bool)
	// max is the largest number allowed; 0 is no bound.
	max float64
	// refs names the list whose ids the value must be among. With a leading
	// "?" it is checked only when the form has entries in that list.
	refs string
	also string // another name for the field
	// to is the field's place in the dossier, by JSON names and from the same
	// list entry, where it is not path; "-" is a field that is known and that
	// the dossier does not keep.
	to     string
	raw    string // where the dossier keeps the text as written
	source string // the clause that asks for it
	rows   string // the rows of the requirements catalogue that it answers
}

// shape is the compiled form of one object: its fields by name, and where each
// goes in the Go value of the nearest list entry.
type shape struct {
	slots  []*slot
	byName map[string]int
}

// slot is one compiled field.
type slot struct {
	formField
	name  string // last step of the path
	list  string // the path without list marks; names the list for refs
	index []int  // of the Go field; nil when the object has no Go value of its own
	raws  []int  // of the Go field for the text as written
	sub   *shape // of an object or of a list's entries
}

// compileForm turns rows into the shape of the whole form. A row that does
// not fit the type is a fault of the table and panics.
func compileForm(rows []formField, form reflect.Type) *shape {
	root := newShape()
	shapes := map[string]*shape{"": root} // by path of the object or list
	types := map[string]reflect.Type{"": form}
	entry := map[string]string{"": ""} // path of the nearest list, by path
	for _, row := range rows {
		parent, name := "", row.path
		if i := strings.LastIndexByte(row.path, '.'); i >= 0 {
			parent, name = row.path[:i], row.path[i+1:]
		}
		in, ok := shapes[parent]
		if !ok {
			panic("form field " + row.path + " stands before the object that it is in")
		}
		s := &slot{formField: row, name: strings.TrimSuffix(name, "[]"), list: strings.ReplaceAll(row.path, "[]", "")}
		base := entry[parent]
		if row.to == "" {
			s.to = strings.TrimPrefix(strings.TrimPrefix(strings.ReplaceAll(row.path, "[]", ""), strings.ReplaceAll(base, "[]", "")), ".")
		}
		if row.to != "-" {
			s.bind(types[base])
		}
		switch row.is {
		case objectValue:
			s.sub = newShape()
			shapes[row.path], entry[row.path] = s.sub, base
		case listValue:
			s.sub = newShape()
			shapes[row.path], entry[row.path] = s.sub, row.path
			if s.index != nil {
				types[row.path] = entryType(types[base].FieldByIndex(s.index).Type)
			}
		}
		in.add(s)
	}
	return root
}

func newShape() *shape { return &shape{byName: map[string]int{}} }

func (sh *shape) add(s *slot) {
	sh.byName[s.name] = len(sh.slots)
	if s.also != "" {
		sh.byName[s.also] = len(sh.slots)
	}
	sh.slots = append(sh.slots, s)
}

// bind finds the Go fields of a slot in t, the type of its list entry.
func (s *slot) bind(t reflect.Type) {
	index, ok := fieldByNames(t, s.to)
	if !ok && s.is != objectValue {
		panic("form field " + s.path + " has no place " + s.to + " in " + t.String())
	}
	if s.is == objectValue && ok && t.FieldByIndex(index).Type == reflect.TypeFor[Text]() {
		index = nil // an object of the form that the dossier keeps one text of
	}
	s.index = index
	if s.raw != "" {
		if s.raws, ok = fieldByNames(t, s.raw); !ok {
			panic("form field " + s.path + " has no place " + s.raw + " in " + t.String())
		}
	}
}

// entryType is the type of the entries of a List or a slice.
func entryType(list reflect.Type) reflect.Type {
	if list.Kind() == reflect.Slice {
		return list.Elem()
	}
	items, _ := list.FieldByName("Items")
	return items.Type.Elem()
}

// fieldByNames follows a dotted path of JSON names through structs.
func fieldByNames(t reflect.Type, path string) ([]int, bool) {
	var index []int
	for _, name := range strings.Split(path, ".") {
		if t.Kind() != reflect.Struct {
			return nil, false
		}
		found := false
		for i := range t.NumField() {
			if f := t.Field(i); f.IsExported() && f.Tag.Get("json") == name {
				index, t, found = append(index, i), f.Type, true
				break
			}
		}
		if !found {
			return nil, false
		}
	}
	return index, true
}

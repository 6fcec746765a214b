package evidence

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
)

func reflectOf(d *Declaration) reflect.Value { return reflect.ValueOf(d).Elem() }

// disagreement compares what one form of a declaration says with another that
// says more: it is the first field that they say differently, or "". Answers
// must be the same in both, for nobody can see an answer that only one has.
func disagreement(less, more *Declaration) string {
	a := agreement{names: [2]map[string]string{peopleOf(less), peopleOf(more)}}
	if len(less.Answers) != len(more.Answers) {
		return "answers"
	}
	for i := range less.Answers {
		x, y := less.Answers[i], more.Answers[i]
		if y.Status.Value != "met" && y.Status.Value != "partial" && y.Statement == y.Justification {
			y.Statement = x.Statement // told once where both are the same
		}
		a.strict = true
		if field := a.compare(reflect.ValueOf(x), reflect.ValueOf(y), "answers/"+strconv.Itoa(i)); field != "" {
			return field
		}
	}
	a.strict = false
	if field := a.compare(partsOf(less), partsOf(more), "product/parts"); field != "" {
		return field
	}
	return a.compare(reflectOf(less), reflectOf(more), "")
}

// partsOf are the parts in order of their ids: one format has components
// before services.
func partsOf(d *Declaration) reflect.Value {
	parts := slices.Clone(d.ProductMore.Parts.Items)
	slices.SortStableFunc(parts, func(a, b Part) int { return strings.Compare(a.ID.Value, b.ID.Value) })
	return reflect.ValueOf(parts)
}

func peopleOf(d *Declaration) map[string]string {
	names := map[string]string{}
	for _, p := range d.People.Items {
		if p.Name.State == Stated {
			names[p.ID.Value] = p.Name.Value
		}
	}
	return names
}

type agreement struct {
	names  [2]map[string]string // of people by id, on both sides
	strict bool                 // what only one side states is a difference
}

// persons are the fields that name a person by an id, which is another one in
// each form: there the names are compared.
var persons = map[string]bool{"author": true, "reviewer": true, "responsible": true, "person": true, "accepted_by": true}

// apart are fields that are measured, or that have no one place in both forms.
var apart = map[string]bool{"answers": true, "parts": true, "people": true, "clauses": true, "document": true, "format": true, "location": true, "outcome": true}

func (a *agreement) compare(x, y reflect.Value, path string) string {
	switch xv := x.Interface().(type) {
	case Text:
		return a.text(xv, y.Interface().(Text), path)
	case Date:
		yv := y.Interface().(Date)
		return a.value(xv.State, yv.State, xv.Value.Day == yv.Value.Day, path)
	case Contact:
		yv := y.Interface().(Contact)
		return a.value(xv.State, yv.State, xv.Value == yv.Value, path)
	case Integer, Number, Flag, Period, Texts:
		states := [2]State{State(x.FieldByName("State").String()), State(y.FieldByName("State").String())}
		return a.value(states[0], states[1], reflect.DeepEqual(x.Field(1).Interface(), y.Field(1).Interface()), path)
	}
	switch x.Kind() {
	case reflect.Struct:
		return a.fields(x, y, path)
	case reflect.Slice:
		if x.Len() != y.Len() && (a.strict || x.Len() > 0) {
			return path
		}
		for i := range x.Len() {
			if field := a.compare(x.Index(i), y.Index(i), path+"/"+strconv.Itoa(i)); field != "" {
				return field
			}
		}
	}
	return ""
}

// fields compares structs. A list that is not stated says nothing.
func (a *agreement) fields(x, y reflect.Value, path string) string {
	for i := range x.NumField() {
		name := x.Type().Field(i).Tag.Get("json")
		if name == "" || apart[name] && !(a.strict && name == "parts") || name == "state" {
			continue
		}
		at := path + "/" + name
		if name == "items" {
			at = path
		}
		if field := a.compare(x.Field(i), y.Field(i), at); field != "" {
			return field
		}
	}
	return ""
}

func (a *agreement) text(x, y Text, path string) string {
	same := x.Value == y.Value
	for name := range persons {
		if !same && len(path) > len(name) && path[len(path)-len(name)-1:] == "/"+name {
			same = firstOf(a.names[0][x.Value], x.Value) == firstOf(a.names[1][y.Value], y.Value)
		}
	}
	return a.value(x.State, y.State, same, path)
}

// value compares two values whose contents are the same or not.
func (a *agreement) value(x, y State, same bool, path string) string {
	switch {
	case x == Stated && y == Stated && same, x != Stated && !a.strict:
		return ""
	case x != Stated && y != Stated && (x == Unknown) == (y == Unknown):
		return ""
	}
	return path
}

package evidence

import (
	"reflect"
	"strings"
)

// markUnsupported lists the fields that the format cannot say and gives each
// that is still absent the state unsupported: a policy tells "the format
// cannot say" from "the vendor did not say" by it. What a model states all the
// same, or what was derived, stays.
func (m *ThreatModel) markUnsupported(fields string) {
	m.Unsupported = strings.Fields(fields)
	root := reflect.ValueOf(m).Elem()
	for _, path := range m.Unsupported {
		for _, field := range fieldsAt(root, strings.Split(path, ".")) {
			markField(field)
		}
	}
}

// markField turns the state of a field from absent to unsupported.
func markField(field reflect.Value) {
	if state := field.FieldByName("State"); state.IsValid() {
		if absent(state.Interface().(State)) {
			state.Set(reflect.ValueOf(Unsupported))
		}
	}
}

// fieldsAt are the fields that a path of JSON names leads to: one, or one for
// each entry of a list that it goes through.
func fieldsAt(v reflect.Value, path []string) []reflect.Value {
	if len(path) == 0 {
		return []reflect.Value{v}
	}
	if items := v.FieldByName("Items"); items.IsValid() {
		var all []reflect.Value
		for i := range items.Len() {
			all = append(all, fieldsAt(items.Index(i), path)...)
		}
		return all
	}
	f, ok := fieldByJSON(v.Type(), path[0])
	if !ok {
		panic("a threat model has no field " + path[0])
	}
	return fieldsAt(v.FieldByIndex(f.Index), path[1:])
}

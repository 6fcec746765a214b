package policy

import (
	"fmt"
	"reflect"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
)

// restoreFrom gives a requirement what its value says, as decoding its JSON
// would. What policies read is made on the way, and for those that are selected
// it is needed; to read every requirement of the library so takes three times the
// allocations of decoding JSON (BenchmarkCatalogue), and few commands do. A member
// of another type is an error.
func restoreFrom(v ast.Value, q *Requirement) error {
	if err := restoreValue(v, reflect.ValueOf(q).Elem()); err != nil {
		return err
	}
	return q.restoreDefaults()
}

func restoreValue(v ast.Value, into reflect.Value) error {
	switch kind := into.Kind(); v := v.(type) {
	case ast.String:
		switch kind {
		case reflect.String:
			into.SetString(string(v))
			return nil
		case reflect.Interface:
			into.Set(reflect.ValueOf(string(v)))
			return nil
		}
	case ast.Boolean:
		switch kind {
		case reflect.Bool:
			into.SetBool(bool(v))
			return nil
		case reflect.Interface:
			into.Set(reflect.ValueOf(bool(v)))
			return nil
		}
	case ast.Number:
		return restoreNumber(v, into)
	case *ast.Array:
		return restoreList(v, into)
	case ast.Object:
		return restoreObject(v, into)
	}
	return fmt.Errorf("%v is no %v", v, into.Type())
}

func restoreNumber(v ast.Number, into reflect.Value) error {
	if n, whole := v.Int64(); whole && into.Kind() == reflect.Int {
		into.SetInt(n)
		return nil
	}
	f, ok := v.Float64()
	switch kind := into.Kind(); {
	case ok && kind == reflect.Float64:
		into.SetFloat(f)
	case ok && kind == reflect.Interface:
		into.Set(reflect.ValueOf(f))
	default:
		return fmt.Errorf("%v is no %v", v, into.Type())
	}
	return nil
}

func restoreList(v *ast.Array, into reflect.Value) error {
	list := into
	switch into.Kind() {
	case reflect.Slice:
	case reflect.Interface:
		list = reflect.New(reflect.TypeFor[[]any]()).Elem()
	default:
		return fmt.Errorf("a list is no %v", into.Type())
	}
	list.Set(reflect.MakeSlice(list.Type(), v.Len(), v.Len()))
	for i := range v.Len() {
		if err := restoreValue(v.Elem(i).Value, list.Index(i)); err != nil {
			return err
		}
	}
	if into != list {
		into.Set(list)
	}
	return nil
}

func restoreObject(v ast.Object, into reflect.Value) error {
	object := into
	switch into.Kind() {
	case reflect.Struct:
		return restoreFields(v, into)
	case reflect.Map:
	case reflect.Interface:
		object = reflect.New(reflect.TypeFor[map[string]any]()).Elem()
	default:
		return fmt.Errorf("an object is no %v", into.Type())
	}
	object.Set(reflect.MakeMapWithSize(object.Type(), v.Len()))
	name, element := reflect.New(object.Type().Key()).Elem(), reflect.New(object.Type().Elem()).Elem() // which the map copies
	err := v.Iter(func(key, value *ast.Term) error {
		text, ok := literal(key)
		if !ok {
			return fmt.Errorf("%v is no name", key)
		}
		element.SetZero()
		if err := restoreValue(value.Value, element); err != nil {
			return fmt.Errorf("%s: %w", text, err)
		}
		name.SetString(text)
		object.SetMapIndex(name, element)
		return nil
	})
	if into != object {
		into.Set(object)
	}
	return err
}

// restoreFields takes every field from the member of its name in JSON.
func restoreFields(v ast.Object, into reflect.Value) error {
	for i, name := range namesOf(into.Type()) {
		member := v.Get(name)
		if member == nil {
			return fmt.Errorf("%v is missing", name)
		}
		if err := restoreValue(member.Value, into.Field(i)); err != nil {
			return fmt.Errorf("%v: %w", name, err)
		}
	}
	return nil
}

// fieldNames are the names of the fields of each type in JSON, in order: to read
// the tags for each value was a third of the allocations of restoring it
// (BenchmarkCatalogue).
var fieldNames sync.Map

func namesOf(t reflect.Type) []*ast.Term {
	if known, ok := fieldNames.Load(t); ok {
		return known.([]*ast.Term)
	}
	names := make([]*ast.Term, t.NumField())
	for i := range names {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		names[i] = ast.StringTerm(name)
	}
	fieldNames.Store(t, names)
	return names
}

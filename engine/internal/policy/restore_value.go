package policy

import (
	"fmt"
	"reflect"
	"strings"

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
	err := v.Iter(func(key, value *ast.Term) error {
		name, text := literal(key)
		if !text {
			return fmt.Errorf("%v is no name", key)
		}
		element := reflect.New(object.Type().Elem()).Elem()
		if err := restoreValue(value.Value, element); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		object.SetMapIndex(reflect.ValueOf(name).Convert(object.Type().Key()), element)
		return nil
	})
	if into != object {
		into.Set(object)
	}
	return err
}

// restoreFields takes every field from the member of its name in JSON.
func restoreFields(v ast.Object, into reflect.Value) error {
	for i := range into.NumField() {
		name, _, _ := strings.Cut(into.Type().Field(i).Tag.Get("json"), ",")
		member := v.Get(ast.StringTerm(name))
		if member == nil {
			return fmt.Errorf("%q is missing", name)
		}
		if err := restoreValue(member.Value, into.Field(i)); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

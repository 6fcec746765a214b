package evidence

import "reflect"

// fillEmpty makes every nil slice and map under d an empty one, so that
// nothing in the dossier's JSON is null.
func fillEmpty(d *Dossier) { fill(reflect.ValueOf(d).Elem()) }

// fill walks a value. Numbers, texts and the like hold nothing to fill.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() {
				fill(f)
			}
		}
	case reflect.Slice:
		if v.IsNil() {
			v.Set(reflect.MakeSlice(v.Type(), 0, 0))
		}
		if holds(v.Type().Elem()) {
			for i := range v.Len() {
				fill(v.Index(i))
			}
		}
	case reflect.Map:
		fillMap(v)
	}
}

// fillMap fills the values of a map, which have to be set anew.
func fillMap(v reflect.Value) {
	if v.IsNil() {
		v.Set(reflect.MakeMap(v.Type()))
	}
	for _, key := range v.MapKeys() {
		value := reflect.New(v.Type().Elem()).Elem()
		value.Set(v.MapIndex(key))
		fill(value)
		v.SetMapIndex(key, value)
	}
}

// holds says whether a type can hold a slice or a map.
func holds(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Slice, reflect.Map, reflect.Struct:
		return true
	}
	return false
}

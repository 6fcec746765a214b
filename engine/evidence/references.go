package evidence

import (
	"reflect"
	"strings"
)

// register keeps the id of a list entry, or its name where it has no id, and
// reports an id that an earlier entry has.
func (r *formReader) register(s *slot, entry *node, at string) {
	if _, hasID := s.sub.byName["id"]; !hasID {
		return
	}
	id, field := entry.field("id"), "/id"
	if id == nil {
		id, field = entry.field("name"), "/name"
	}
	if id == nil || id.kind != stringNode && id.kind != numberNode || wordState(id.text) != Stated {
		return
	}
	if r.ids[s.list] == nil {
		r.ids[s.list] = map[string]string{}
	}
	key := strings.TrimSpace(id.text)
	if first, dup := r.ids[s.list][key]; dup {
		r.problem(codeDuplicateID, at+field, id, "%s is also the id of %s; give each entry an id of its own", quoted(key), first)
		return
	}
	r.ids[s.list][key] = at
}

// checkUses reports every id that no entry of its list has.
func (r *formReader) checkUses() {
	for _, u := range r.uses {
		refs, ifAny := strings.CutPrefix(u.refs, "?")
		found, entries := false, 0
		for _, list := range strings.Fields(refs) {
			_, here := r.ids[list][u.id]
			found = found || here
			entries += len(r.ids[list])
		}
		if found || ifAny && entries == 0 {
			continue
		}
		r.problem(codeDangling, u.at, u.node, "%s is the id of nothing in %s; correct it or add the entry",
			quoted(u.id), strings.ReplaceAll(refs, " ", " or "))
	}
}

// complete gives every field that was not read its value for "not there": the
// state absent, the outcome none, no document, an empty list.
func complete(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			f, field := v.Type().Field(i), v.Field(i)
			switch {
			case !f.IsExported():
			case f.Type == reflect.TypeFor[State]() && field.String() == "":
				field.SetString(string(Absent))
			case f.Name == "Document" && f.Type.Kind() == reflect.Int:
				field.SetInt(-1)
			case f.Type.Kind() == reflect.String && field.String() == "" && strings.Contains(","+f.Tag.Get("enum")+",", ",none,"):
				field.SetString("none")
			default:
				complete(field)
			}
		}
	case reflect.Slice:
		if v.IsNil() {
			v.Set(reflect.MakeSlice(v.Type(), 0, 0))
		}
		if elem := v.Type().Elem().Kind(); elem == reflect.Struct || elem == reflect.Slice {
			for i := range v.Len() {
				complete(v.Index(i))
			}
		}
	}
}

package evidence

import "slices"

// memberTable is the members that a schema of an object names, found by a hash
// of length, ends and middle: in a map, whose hash looks at every byte, names took
// an eighth of the validation, which takes a tenth less so (BenchmarkSchema/schema).
type memberTable struct {
	list  []schemaMember
	slots []uint8 // by hash: the place in list and one more; 0 is free
}

// schemaMember is a member of an object: what it must be, nil for anything,
// and its bit among those required.
type schemaMember struct {
	name   string
	schema *schema
	bit    uint64
}

// newMemberTable has room for so many members; no schema has a hundred.
func newMemberTable(most int) *memberTable {
	slots := 4
	for slots < 2*most {
		slots *= 2
	}
	return &memberTable{slots: make([]uint8, slots), list: make([]schemaMember, 0, most)}
}

// of is the member of a name, which is made where it is new.
func (t *memberTable) of(name string) *schemaMember {
	i := t.slot([]byte(name))
	if t.slots[i] == 0 {
		t.list = append(t.list, schemaMember{name: name})
		t.slots[i] = uint8(len(t.list)) //nolint:gosec // no schema has as many
	}
	return &t.list[t.slots[i]-1]
}

// find is the member of a name; the zero member of one that is not there, or
// where there is no table.
func (t *memberTable) find(name []byte) schemaMember {
	if t == nil {
		return schemaMember{}
	}
	if i := t.slots[t.slot(name)]; i > 0 {
		return t.list[i-1]
	}
	return schemaMember{}
}

// slot is where a name stands, or would.
func (t *memberTable) slot(name []byte) int {
	i := len(name)
	if i > 0 {
		i += 7*int(name[0]) + 31*int(name[i-1]) + 5*int(name[i/2])
	}
	for {
		i &= len(t.slots) - 1
		if t.slots[i] == 0 || t.list[t.slots[i]-1].name == string(name) {
			return i
		}
		i++
	}
}

// names are in order.
func (t *memberTable) names() []string {
	var names []string
	if t != nil {
		for _, m := range t.list {
			names = append(names, m.name)
		}
	}
	slices.Sort(names)
	return names
}

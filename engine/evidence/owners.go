package evidence

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// owners marks the refs that the subject, a service or a component has, and
// lists the components whose ref is taken: by the subject, a service or a
// component that comes earlier by its pointer. The order in which a document
// writes its members says nothing in JSON, so that it says nothing here.
func (t *bomTables) owners() (known []bool, duplicates []Row) {
	known = make([]bool, len(t.refs.names))
	if t.subject != noRef {
		known[t.subject] = true
	}
	for _, id := range t.serviceIDs {
		known[id] = true
	}
	first := make([]Row, len(t.refs.names)) // the owner of each ref, -1 for the subject and services
	for id := range first {
		first[id] = -1
	}
	duplicates = []Row{}
	for row, id := range t.rowRefs {
		switch {
		case id == noRef:
		case !known[id]:
			known[id], first[id] = true, Row(row)
		case first[id] >= 0 && t.before(row, int(first[id])):
			duplicates = append(duplicates, first[id])
			first[id] = Row(row)
		default:
			duplicates = append(duplicates, Row(row))
		}
	}
	slices.Sort(duplicates)
	return known, duplicates
}

// before reports whether the pointer of one row sorts before that of another:
// step by step, names as texts and indexes as numbers, a parent before what is
// in it.
func (t *bomTables) before(row, other int) bool {
	return slices.CompareFunc(t.steps(row), t.steps(other), func(a, b string) int {
		i, err := strconv.Atoi(a)
		j, err2 := strconv.Atoi(b)
		if err == nil && err2 == nil {
			return cmp.Compare(i, j)
		}
		return strings.Compare(a, b)
	}) < 0
}

func (t *bomTables) steps(row int) []string {
	return strings.Split(componentPointer(t.rows, row), "/")
}

package evidence

import "iter"

// DependencyTable is the dependency graph of one SBOM. It holds numbers, and
// makes a row when it is asked for. It never changes, and is safe for concurrent
// use; its JSON form is the list of its rows. The zero table is empty.
type DependencyTable struct{ rows *dependencyList }

// dependencyList is the rows of a graph by the numbers of references.
type dependencyList struct {
	names    []string // of references
	edges    []edgeList
	targets  []int32
	provided map[int][]string
}

// dependencies are the rows as policies see them.
func (t *bomTables) dependencies() *dependencyList {
	return &dependencyList{names: t.refs.names, edges: fitted(t.edges), targets: fitted(t.targets), provided: t.provided}
}

// Len is the number of rows.
func (t DependencyTable) Len() int {
	if t.rows == nil {
		return 0
	}
	return len(t.rows.edges)
}

// At makes the row of a number, from 0 to below Len. The row is the caller's, but
// for what it provides.
func (t DependencyTable) At(row int) Dependency {
	d := t.rows
	e := &d.edges[row]
	made := Dependency{Ref: d.name(e.ref), DependsOn: make([]string, e.to-e.from), Provides: noTexts}
	for i, id := range d.targets[e.from:e.to] {
		made.DependsOn[i] = d.name(id)
	}
	if names := d.provided[row]; names != nil {
		made.Provides = names
	}
	return made
}

// All makes the rows one after the other.
func (t DependencyTable) All() iter.Seq2[int, Dependency] {
	return func(yield func(int, Dependency) bool) {
		for row := range t.Len() {
			if !yield(row, t.At(row)) {
				return
			}
		}
	}
}

// MarshalJSON writes the list of the rows.
func (t DependencyTable) MarshalJSON() ([]byte, error) { return writeTable(t) }

func (t DependencyTable) made(row int) any { return t.At(row) }

func (d *dependencyList) name(id int32) string {
	if id == noRef {
		return ""
	}
	return d.names[id]
}

// count is the number of rows with what they depend on.
func (d *dependencyList) count() int {
	if d == nil {
		return 0
	}
	return len(d.edges) + len(d.targets)
}

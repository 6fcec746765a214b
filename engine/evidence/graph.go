package evidence

import (
	"slices"
	"strings"
)

// refTable gives each bom-ref of a document a number. It is the one table by
// which duplicate, dangling and unreached references are found.
type refTable struct{ textTable }

// noRef stands for an element without a bom-ref.
const noRef int32 = -1

// bomTables is what a reader of a bill of materials collects, in whatever
// form the document is. Facts are measured over it.
type bomTables struct {
	refs       refTable
	subject    int32 // ref of the subject, or noRef
	rows       []Component
	rowRefs    []int32  // ref of each row, or noRef
	details    []detail // of each row
	services   int
	serviceIDs []int32 // refs of the services that have one

	graphState State
	edges      []edgeList       // one for each row in dependencies
	targets    []int32          // the dependsOn of all edges, one after the other
	provided   map[int][]string // what rows in dependencies implement, by row
	contained  pairs            // containment that is stated by reference
	described  []int32          // what a document without one subject is about

	compositions    []composition
	vulnerabilities int
	organisations   int // the last authors of the SBOM that are no persons
	signature       State
	endOfSupport    Date // of the subject
}

// edgeList is one row of dependencies: targets[from:to] are its dependsOn.
type edgeList struct {
	ref      int32
	from, to int32
	index    int32
	offset   int64
	// container is the list that the row is in, where it is not dependencies.
	container string
}

// delivered reports whether a component is part of what is delivered: not a
// tool that made the document, an ancestor, or a part of the way it was built.
func delivered(c *Component) bool {
	switch c.From {
	case "components", "nested", "metadata":
		return true
	}
	return false
}

// graph measures the dependency graph in time linear in rows and references.
//
// Direct and Depth follow dependsOn alone. An orphan is a delivered component
// that neither dependsOn nor containment leads to: what is nested in a
// reached component, or in the subject, is reached with it. Without a graph
// there are no orphans to speak of, and without a subject that has a bom-ref
// every component is one.
//
// near tells of each row how far from the subject it is; it is nil without a
// graph.
func (t *bomTables) graph(known []bool) (facts GraphFacts, near []int) {
	facts = GraphFacts{State: t.graphState, Entries: len(t.edges), Edges: len(t.targets),
		Dangling: []Row{}, Self: []Row{}, Orphans: []Row{}, Unlisted: []Row{}}
	if len(t.edges) == 0 {
		if facts.State == Stated || facts.State == "" {
			facts.State = Absent
		}
		return facts, nil
	}
	facts.State = Stated
	missing := func(id int32) bool { return id == noRef || !known[id] }
	for row, e := range t.edges {
		dangling := 0
		if missing(e.ref) {
			dangling++
		}
		for _, target := range t.targets[e.from:e.to] {
			if missing(target) {
				dangling++
			}
		}
		if dangling > 0 {
			facts.Dangling = append(facts.Dangling, Row(row))
			facts.DanglingReferences += dangling
		}
		if e.ref != noRef && e.ref == t.subject {
			facts.RootListed = true
		}
		if e.ref != noRef && slices.Contains(t.targets[e.from:e.to], e.ref) {
			facts.Self = append(facts.Self, Row(row))
		}
	}
	t.measureRows(&facts)
	return facts, t.measureReach(&facts)
}

// lostCompositions are the rows of compositions that name a part which is
// nothing in the document.
func (t *bomTables) lostCompositions(known []bool) []Row {
	rows := []Row{}
	for row, c := range t.compositions {
		lost := func(id int32) bool {
			return id != noRef && !known[id] && !strings.HasPrefix(t.refs.names[id], "urn:cdx:")
		}
		if c.listed && slices.ContainsFunc(c.refs, lost) {
			rows = append(rows, Row(row))
		}
	}
	return rows
}

// measureRows fills Unlisted and Leaves. A component listed twice is a leaf
// only if no row of it names a dependency.
func (t *bomTables) measureRows(facts *GraphFacts) {
	listed, branches := make([]bool, len(t.refs.names)), make([]bool, len(t.refs.names))
	for _, e := range t.edges {
		if e.ref != noRef {
			listed[e.ref] = true
			branches[e.ref] = branches[e.ref] || e.to > e.from
		}
	}
	for row, id := range t.rowRefs {
		switch {
		case !delivered(&t.rows[row]):
		case id == noRef || !listed[id]:
			facts.Unlisted = append(facts.Unlisted, Row(row))
		default:
			t.details[row].set(dependenciesDetail, Stated)
			if !branches[id] {
				facts.Leaves++
			}
		}
	}
}

// measureReach fills Direct, Depth and Orphans, and tells how far each row is
// from the subject; -1 where no dependsOn leads.
func (t *bomTables) measureReach(facts *GraphFacts) []int {
	nodes := t.nodes()
	near := nodes.distances(nodes.dependsOn)
	far := nodes.distances(nodes.dependsOn, nodes.contains)
	direct, ofRow := map[int32]bool{}, make([]int, len(t.rows))
	for row := range t.rows {
		node := nodes.ofRow[row]
		ofRow[row] = near[node]
		if !delivered(&t.rows[row]) {
			continue
		}
		if near[node] == 1 {
			direct[node] = true
		}
		if near[node] > facts.Depth {
			facts.Depth = near[node]
		}
		if far[node] < 0 {
			facts.Orphans = append(facts.Orphans, Row(row))
		}
	}
	facts.Direct = len(direct)
	return ofRow
}

// nodeGraph is the graph over numbers: a node for each ref, one for each row
// without a ref, and one for a subject without a ref.
type nodeGraph struct {
	root      int32
	count     int
	ofRow     []int32
	dependsOn adjacency
	contains  adjacency
}

// adjacency lists the neighbours of node n in to[start[n]:start[n+1]].
type adjacency struct {
	start []int32
	to    []int32
}

// pairs is a list of edges, from and to in step.
type pairs struct{ from, to []int32 }

// newPairs has room for so many.
func newPairs(room int) pairs {
	return pairs{from: make([]int32, 0, room), to: make([]int32, 0, room)}
}

func (p *pairs) add(from, to int32) {
	p.from = append(p.from, from)
	p.to = append(p.to, to)
}

// adjacency sorts the pairs by their from by counting.
func (p *pairs) adjacency(count int) adjacency {
	a := adjacency{start: make([]int32, count+1), to: make([]int32, len(p.to))}
	for _, from := range p.from {
		a.start[from+1]++
	}
	for n := range count {
		a.start[n+1] += a.start[n]
	}
	next := append([]int32(nil), a.start...)
	for i, from := range p.from {
		a.to[next[from]] = p.to[i]
		next[from]++
	}
	return a
}

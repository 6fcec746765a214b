package evidence

// HiddenFacts lists components that the counts of what is delivered leave
// out, and that the dependency graph treats as a part of the product.
type HiddenFacts struct {
	// Elsewhere are the components in places that list no delivery: tools,
	// pedigree, formulation and the like.
	Elsewhere []Row `json:"elsewhere" table:"components"`
	// ElsewhereReached are those of them that the subject depends on, directly
	// or not, and whose bom-ref no delivered component has.
	ElsewhereReached []Row `json:"elsewhere_reached" table:"components"`
	// ExcludedNeeded have the scope excluded, and a component without it, which
	// the subject depends on in turn, depends on them directly.
	ExcludedNeeded []Row `json:"excluded_needed" table:"components"`
	// ExcludedDirect have the scope excluded, and of all that is delivered the
	// subject alone depends on them: so generators write what serves to build
	// and test.
	ExcludedDirect []Row `json:"excluded_direct" table:"components"`
}

// hiddenFacts measures what is left out. near tells of each row how far from the
// subject it is; it is nil without a graph.
func (t *bomTables) hiddenFacts(near []int) HiddenFacts {
	facts := HiddenFacts{Elsewhere: []Row{}, ElsewhereReached: []Row{}, ExcludedNeeded: []Row{}, ExcludedDirect: []Row{}}
	owned, excluded := make([]bool, len(t.refs.names)), false
	for row, ref := range t.rowRefs {
		c := &t.rows[row]
		excluded = excluded || delivered(c) && c.Scope == "excluded"
		if ref != noRef && delivered(c) {
			owned[ref] = true
		}
	}
	for row := range t.rows {
		if delivered(&t.rows[row]) {
			continue
		}
		facts.Elsewhere = append(facts.Elsewhere, Row(row))
		if ref := t.rowRefs[row]; near != nil && near[row] > 0 && ref != noRef && !owned[ref] {
			facts.ElsewhereReached = append(facts.ElsewhereReached, Row(row))
		}
	}
	if near != nil && excluded {
		t.excludedNeeded(&facts, near)
	}
	return facts
}

// excludedNeeded finds the excluded components that something delivered needs.
// A path from the subject through excluded components alone shows no need.
func (t *bomTables) excludedNeeded(facts *HiddenFacts, near []int) {
	needing := t.neededRefs()
	needed := make([]bool, len(t.refs.names))
	for _, e := range t.edges {
		if e.ref == noRef || !needing[e.ref] {
			continue
		}
		for _, target := range t.targets[e.from:e.to] {
			if target != noRef {
				needed[target] = true
			}
		}
	}
	for row := range t.rows {
		c, ref := &t.rows[row], t.rowRefs[row]
		switch {
		case ref == noRef || !delivered(c) || c.Scope != "excluded":
		case needed[ref]:
			facts.ExcludedNeeded = append(facts.ExcludedNeeded, Row(row))
		case near[row] == 1:
			facts.ExcludedDirect = append(facts.ExcludedDirect, Row(row))
		}
	}
}

// neededRefs marks the refs of the delivered components, but for excluded
// ones, that the subject leads to without passing through an excluded one.
func (t *bomTables) neededRefs() []bool {
	kept, needed := make([]bool, len(t.refs.names)), make([]bool, len(t.refs.names))
	for row, ref := range t.rowRefs {
		if c := &t.rows[row]; ref != noRef && delivered(c) && c.Scope != "excluded" {
			kept[ref] = true
		}
	}
	g := t.nodes()
	queue := []int32{g.root}
	for head := 0; head < len(queue); head++ {
		n := queue[head]
		for _, to := range g.dependsOn.to[g.dependsOn.start[n]:g.dependsOn.start[n+1]] {
			if int(to) < len(kept) && kept[to] && !needed[to] {
				needed[to] = true
				queue = append(queue, to)
			}
		}
	}
	return needed
}

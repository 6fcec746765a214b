package evidence

import "slices"

// readDependencies reads the dependency graph. A row that is no object, or has
// no usable ref, stays a row: its reference dangles.
func (r *cdxReader) readDependencies(list token) {
	if !r.is(list, '[') {
		r.graphState = Invalid
		return
	}
	index := int32(0)
	for v, ok := r.element(); ok; v, ok = r.element() {
		if !r.graphRow(v) {
			return
		}
		r.growGraph(list.start, v.start)
		e := edgeList{ref: noRef, from: int32(len(r.targets)), offset: int64(v.start), index: index}
		if r.is(v, '{') {
			for key, v, ok := r.member(); ok; key, v, ok = r.member() {
				switch key {
				case keyRef:
					e.ref = r.ref(v)
				case keyDependsOn:
					r.readTargets(v, &r.targets)
				case keyProvides:
					r.readProvided(v, len(r.edges))
				default:
					r.rest(key, v)
				}
			}
		}
		e.to = int32(len(r.targets))
		r.edges = append(r.edges, e)
		index++
	}
}

// readProvided reads what the component of a row implements, such as a
// standard or an algorithm: it is no edge of the graph.
func (r *cdxReader) readProvided(v token, row int) {
	var ids []int32
	r.readTargets(v, &ids)
	if r.provided == nil {
		r.provided = map[int][]string{}
	}
	r.provided[row] = r.refNames(ids)
}

// refNames are the names of references that have one.
func (t *bomTables) refNames(ids []int32) []string {
	names := make([]string, 0, len(ids))
	for _, id := range ids {
		if id != noRef {
			names = append(names, t.refs.names[id])
		}
	}
	return names
}

func (r *cdxReader) readTargets(v token, into *[]int32) {
	if !r.is(v, '[') {
		return
	}
	for v, ok := r.element(); ok; v, ok = r.element() {
		if !r.graphRow(v) {
			return
		}
		*into = append(*into, r.ref(v))
	}
}

// graphRow counts a row of the graph, or what a row names, within the bound.
func (r *cdxReader) graphRow(v token) bool {
	if r.graphRows >= r.limits.MaxDependencies {
		r.cross(v, "MaxDependencies", r.limits.MaxDependencies, "the number of rows of the dependency graph and of compositions, with what they name,")
		return false
	}
	r.graphRows++
	return true
}

// composition is one statement of completeness and the refs that it names.
type composition struct {
	aggregate Text
	refs      []int32
	listed    bool // it is a row of the table of compositions
}

// aggregates are the statements of completeness of CycloneDX, the strongest
// first.
var aggregates = []string{
	"complete",
	"incomplete_first_party_opensource_only", "incomplete_first_party_proprietary_only", "incomplete_first_party_only",
	"incomplete_third_party_opensource_only", "incomplete_third_party_proprietary_only", "incomplete_third_party_only",
	"incomplete", "unknown", "not_specified",
}

func (r *cdxReader) readCompositions(v token) {
	if !r.is(v, '[') {
		r.compositions = append(r.compositions, composition{aggregate: Text{State: Invalid}})
		return
	}
	for v, ok := r.element(); ok; v, ok = r.element() {
		if !r.graphRow(v) {
			return
		}
		r.composition(v)
	}
}

// composition reads one statement of completeness. What it says of
// vulnerabilities does not tell what is in the product.
func (r *cdxReader) composition(v token) {
	row := Composition{Aggregate: Text{State: Invalid}, Location: r.pointer()}
	var contained, needed, known []int32
	r.members(v, func(key cdxKey, v token) {
		switch key {
		case keyAggregate:
			row.Aggregate = r.aggregate(v)
		case keyBOMRef:
			row.BOMRef = r.shared(v).Value
		case keyAssemblies:
			r.readTargets(v, &contained)
		case keyDependencies:
			r.readTargets(v, &needed)
		case keyVulnerabilities:
			r.readTargets(v, &known)
		default:
			r.rest(key, v)
		}
	})
	row.Assemblies, row.Dependencies, row.Vulnerabilities = r.refNames(contained), r.refNames(needed), r.refNames(known)
	r.completions = append(r.completions, row)
	r.compositions = append(r.compositions, composition{aggregate: row.Aggregate, refs: append(contained, needed...), listed: true})
}

// aggregate reads a statement of completeness: "unknown" is declared not
// known, "not_specified" says nothing.
func (r *cdxReader) aggregate(v token) Text {
	if !r.is(v, '"') {
		return Text{State: Invalid}
	}
	switch value := r.intern(r.str(v)); {
	case value == "unknown":
		return Text{State: Unknown}
	case value == "not_specified":
		return Text{State: Placeholder}
	case slices.Contains(aggregates, value):
		return Text{State: Stated, Value: value}
	default:
		return Text{State: Invalid}
	}
}

// completenessOf gives for each ref the state of the weakest statement of
// completeness that names it.
func (t *bomTables) completenessOf() []stateCode {
	const unnamed = stateCodes
	weakest := make([]stateCode, len(t.refs.names))
	for i := range weakest {
		weakest[i] = unnamed
	}
	for _, c := range t.compositions {
		for _, id := range c.refs {
			if id != noRef {
				weakest[id] = min(weakest[id], telling(c.aggregate.State))
			}
		}
	}
	for i := range weakest {
		if weakest[i] == unnamed {
			weakest[i] = telling(Absent)
		}
	}
	return weakest
}

// completeness is what compositions state for the subject: the weakest of
// those that name it, else the only one there is. An only one that calls other
// parts complete does not speak for the whole.
func (t *bomTables) completeness() Text {
	var found []Text
	for _, c := range t.compositions {
		if t.subject != noRef && slices.Contains(c.refs, t.subject) {
			found = append(found, c.aggregate)
		}
	}
	if len(found) == 0 && len(t.compositions) == 1 {
		only := t.compositions[0]
		if only.aggregate.Value == "complete" && len(only.refs) > 0 {
			return Text{State: Absent}
		}
		return only.aggregate
	}
	weakest := Text{State: Absent}
	for i, t := range found {
		if i == 0 || strength(t) > strength(weakest) {
			weakest = t
		}
	}
	return weakest
}

// strength orders statements of completeness, the strongest first.
func strength(t Text) int {
	if t.State == Stated {
		return slices.Index(aggregates, t.Value)
	}
	return len(aggregates) + int(telling(Stated)) - int(telling(t.State))
}

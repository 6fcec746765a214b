package evidence

import (
	"slices"
	"strconv"
	"strings"
)

// spdxReader builds the dossier's rows from one SPDX document, of whatever
// version and writing: the readers of those give it elements and what relates
// them, and it makes rows, a subject and a graph of them.
//
// Documents are read from the gated tree and not through tools-golang, which
// reads the keys of JSON in any case and keeps no places.
type spdxReader struct {
	rowStore
	limits   Limits
	problems []Problem
	hidden   int
	refused  *Problem

	items    []spdxItem
	links    []spdxLink
	about    []string // ids of what the document describes
	document string   // id of the document itself

	here    step // the element that is read, for the places of problems
	contact Contact
}

// spdxItem is one package or file of a document.
type spdxItem struct {
	id   string
	at   step
	node *node
	file bool
	read func(*part)
}

// spdxLink is one relationship with its direction made one: from depends on,
// contains or describes to.
type spdxLink struct {
	kind     relation
	from, to string
	at       step // where it is stated
}

// relation is what a relationship says to the dossier.
type relation uint8

const (
	otherRelation relation = iota
	dependsRelation
	containsRelation
	describesRelation
)

// assemble makes rows, subject and graph of what was collected. Where the
// document describes exactly one of its elements, that is the subject, and no
// row, as in CycloneDX; where it describes several, none is, and all of them
// are where the graph begins.
func (r *spdxReader) assemble() {
	files := map[string]bool{}
	for _, item := range r.items {
		files[item.id] = item.file
	}
	subject := r.subjectItem(files)
	for i, item := range r.items {
		p := newPart()
		r.here = item.at
		if i == subject {
			p.hashes.keep, p.distributed.keep = true, true
		}
		item.read(&p)
		if item.id != "" {
			p.ref = r.refs.id([]byte(item.id))
		}
		if i == subject {
			r.setSubject(&p)
			if !absent(p.contact.State) {
				r.contact = p.contact
			}
			continue
		}
		if !r.row(item, &p) {
			return
		}
	}
	r.relate(files)
}

// subjectItem is the number of the element that the document is about, -1
// where there is none or more than one.
func (r *spdxReader) subjectItem(files map[string]bool) int {
	slices.Sort(r.about)
	r.about = slices.Compact(r.about)
	r.about = slices.DeleteFunc(r.about, func(id string) bool { _, known := files[id]; return !known })
	r.sbom.Contents.Described = len(r.about)
	if len(r.about) == 0 && r.sbom.Contents.Packages == 1 {
		// SPDX 2.3, 11.1: the only package is described without a word.
		return slices.IndexFunc(r.items, func(i spdxItem) bool { return !i.file })
	}
	if len(r.about) == 1 {
		return slices.IndexFunc(r.items, func(i spdxItem) bool { return i.id == r.about[0] })
	}
	for _, id := range r.about {
		r.described = append(r.described, r.refs.id([]byte(id)))
	}
	return -1
}

// row adds the row of an element.
func (r *spdxReader) row(item spdxItem, p *part) bool {
	if len(r.rows) >= r.limits.MaxComponents {
		r.refused = limitProblem("MaxComponents", r.limits.MaxComponents, "the number of components", item.node.position())
		return false
	}
	c := Component{From: "components", Parent: -1, step: item.at}
	states := p.detail.states
	r.fill(&c, p)
	for field, state := range states { // what the form cannot say stands, unless it was said
		p.detail.states[field] = max(p.detail.states[field], state)
	}
	r.rows, r.rowRefs, r.details = append(r.rows, c), append(r.rowRefs, p.ref), append(r.details, p.detail)
	return true
}

// relate makes the graph. A package that contains another depends on it:
// "included in" is the relationship that NTIA asks for, and CONTAINS how its
// minimum elements write it in SPDX. A file is only contained.
func (r *spdxReader) relate(files map[string]bool) {
	edges := edgesByRef{of: map[int32]int{}, seen: map[[2]int32]bool{}}
	for _, link := range r.links {
		if strings.HasPrefix(link.from, "DocumentRef-") || strings.HasPrefix(link.to, "DocumentRef-") {
			r.sbom.Contents.ExternalRelationships++
			continue
		}
		if link.kind == otherRelation || link.kind == describesRelation || link.from == r.document || link.to == r.document {
			continue
		}
		from := r.refs.id([]byte(link.from))
		switch link.to {
		case "NONE":
			edges.row(from, link.at)
			continue
		case "NOASSERTION":
			r.compositions = append(r.compositions, composition{aggregate: Text{State: Unknown}, refs: []int32{from}})
			continue
		}
		to := r.refs.id([]byte(link.to))
		if link.kind == containsRelation && (files[link.to] || files[link.from]) {
			r.contained.add(from, to)
			continue
		}
		edges.add(from, to, link.at)
	}
	r.keepEdges(edges)
}

// edgesByRef gathers what each element depends on, once each.
type edgesByRef struct {
	of   map[int32]int
	rows []pendingEdges
	seen map[[2]int32]bool
}

// pendingEdges is one row of the graph, at the place of its first relationship.
type pendingEdges struct {
	ref int32
	to  []int32
	at  step
}

func (e *edgesByRef) row(from int32, at step) *pendingEdges {
	n, known := e.of[from]
	if !known {
		n = len(e.rows)
		e.of[from] = n
		e.rows = append(e.rows, pendingEdges{ref: from, at: at})
	}
	return &e.rows[n]
}

func (e *edgesByRef) add(from, to int32, at step) {
	row := e.row(from, at)
	if edge := [2]int32{from, to}; !e.seen[edge] {
		e.seen[edge] = true
		row.to = append(row.to, to)
	}
}

func (r *spdxReader) keepEdges(edges edgesByRef) {
	if len(edges.rows)+len(edges.seen) > r.limits.MaxDependencies {
		r.refused = limitProblem("MaxDependencies", r.limits.MaxDependencies, "the number of dependency rows and what they name", Position{})
		return
	}
	for _, row := range edges.rows {
		e := edgeList{ref: row.ref, from: int32(len(r.targets)), index: int32(row.at.index), container: row.at.container}
		r.targets = append(r.targets, row.to...)
		e.to = int32(len(r.targets))
		r.edges = append(r.edges, e)
	}
}

// text reads a text member of an element, and says what it tells.
func (r *spdxReader) text(n *node, name string) Text {
	v := n.field(name)
	if v == nil {
		return Text{State: Absent}
	}
	return r.textOf(v, name)
}

func (r *spdxReader) textOf(v *node, name string) Text {
	if v.kind != stringNode {
		r.wrongType(v, name, "text")
		return Text{State: Invalid}
	}
	if state := textState([]byte(v.text)); state != Stated {
		return Text{State: state}
	}
	return Text{State: Stated, Value: r.intern([]byte(v.text))}
}

// list reads a list member of an element; nil where there is none.
func (r *spdxReader) listOf(n *node, name string) []*node {
	v := n.field(name)
	if v != nil && v.kind != arrayNode {
		r.wrongType(v, name, "a list")
	}
	return v.items()
}

func (r *spdxReader) wrongType(v *node, name, want string) {
	r.problem("wrong_type", name, v, quoted(name)+" must be "+want+" and is "+nodeNames[v.kind]+"; correct it")
}

// pointerTo is the pointer of a member of the element that is read.
func (r *spdxReader) pointerTo(name string) string {
	pointer := ""
	if r.here.container != "" {
		pointer = "/" + r.here.container
		if r.here.index >= 0 {
			pointer += "/" + strconv.Itoa(r.here.index)
		}
	}
	if name != "" {
		pointer = pointerJoin(pointer, name)
	}
	return pointer
}

// nodeNames says in plain words what a node is.
var nodeNames = [...]string{
	nullNode: "null", boolNode: "true or false", numberNode: "a number", stringNode: "text", arrayNode: "a list", objectNode: "an object",
}

// problem records what is wrong with a member of the element that is read.
func (r *spdxReader) problem(code, name string, v *node, message string) {
	if len(r.problems) >= r.limits.MaxProblems {
		r.hidden++
		return
	}
	p := Problem{Code: code, Message: message, At: v.position()}
	p.At.Pointer = r.pointerTo(name)
	r.problems = append(r.problems, p)
}

// reading is what the document gives to the dossier.
func (r *spdxReader) reading(version string) reading {
	out := reading{kinds: []Kind{KindSBOM}, formatVersion: version, problems: r.problems}
	if r.hidden > 0 {
		out.problems = append(out.problems, Problem{Code: codeLimit, Limit: "MaxProblems",
			Message: strconv.Itoa(r.hidden) + " more problems of this document are not listed; check it with an SPDX validator"})
	}
	if r.refused != nil {
		out.problems = append(out.problems, *r.refused)
		return out
	}
	s := &r.sbom
	s.Format, s.SpecVersion = "spdx", version
	if told := r.completeness(); told.State != Absent {
		s.Completeness = told
	}
	s.Generator = generatorOf(s.Tools.Items)
	s.Facts = r.facts(s)
	s.Facts.SecurityContact = r.contact
	out.readable, out.sbom, out.components, out.dependencies, out.links = true, s, r.rows, r.dependencies(), r.boms
	return out
}

package evidence

import (
	"slices"
	"strings"
)

// looksLikeThreatDragon recognises OWASP Threat Dragon 1 and 2 by the two parts
// that every file has.
func looksLikeThreatDragon(h head) bool {
	return tree(h) && h.has("summary") && h.has("detail") && !h.has("threat_model") && !h.has("bomFormat")
}

// readThreatDragon reads a file of OWASP Threat Dragon. Version 1 keeps the
// cells of a diagram in diagramJson and what they say on the cell; version 2
// keeps both one level higher and in data. The schemas of neither fit the
// tool's own files, so nothing is validated by them.
func readThreatDragon(src *source, l Limits) reading {
	r, problem := newModelReader(src, l, "threat-dragon")
	if problem != nil {
		return refusedModel(problem)
	}
	d := dragonReader{modelReader: r}
	version := "1"
	if v := r.root.get("version"); v.plain() != "" {
		version = v.plain()
	} else if slices.ContainsFunc(r.root.get("detail", "diagrams").list(), func(s spot) bool { return s.get("cells").there() }) {
		version = "2"
	}
	d.head()
	d.diagrams()
	return r.result(version)
}

type dragonReader struct {
	*modelReader
	cells map[string]bool // elements that flows may begin and end at
	in    map[string]bool // names of parts in scope
}

func (d *dragonReader) head() {
	m, summary, detail := d.model, d.root.get("summary"), d.root.get("detail")
	m.Title = d.label(summary.get("title"))
	m.Product.Name = m.Title
	m.Owner = d.person(summary.get("owner"))
	m.Authors = rows(d.modelReader, detail.get("contributors"), func(s spot) Person {
		p := d.person(s.get("name"))
		p.Location = s.at
		return p
	})
	if reviewer := d.person(detail.get("reviewer")); reviewer.State == Stated {
		m.Reviewers = List[Person]{State: Stated, Items: []Person{reviewer}}
	} else {
		m.Reviewers.State = reviewer.State
	}
	m.Scope.Description = d.text(summary.get("description"))
}

// diagrams reads the elements of all diagrams, then the threats on them. The
// lists are stated, also empty, when there is a diagram: a drawing without
// threats says that there are none.
func (d *dragonReader) diagrams() {
	m, list := d.model, d.root.get("detail", "diagrams")
	if !list.there() {
		return
	}
	for _, state := range []*State{&m.Components.State, &m.DataFlows.State, &m.TrustBoundaries.State, &m.Threats.State, &m.Mitigations.State} {
		*state = Stated
	}
	d.cells, d.in = map[string]bool{}, map[string]bool{}
	for _, diagram := range list.list() {
		d.method(diagram)
		for _, cell := range diagramCells(diagram) {
			d.cells[cell.get("id").plain()] = true
		}
	}
	for _, diagram := range list.list() {
		for _, cell := range diagramCells(diagram) {
			d.cell(cell, d.text(diagram.get("diagramType")).Value)
		}
	}
	if len(m.Scope.In.Items) > 0 {
		m.Scope.In.State = Stated
	}
	if m.Scope.State = m.Scope.Description.State; m.Scope.In.State == Stated {
		m.Scope.State = Stated
	}
	m.Scope.Out.State = Stated
}

func diagramCells(diagram spot) []spot {
	if old := diagram.get("diagramJson", "cells"); old.there() {
		return old.list()
	}
	return diagram.get("cells").list()
}

// method takes the method that a diagram is drawn by; a generic diagram has none.
func (d *dragonReader) method(diagram spot) {
	kind := d.text(diagram.get("diagramType")).Value
	if kind == "" || strings.EqualFold(kind, "generic") {
		return
	}
	if known, ok := methodWords.find(kind); ok {
		kind = known
	}
	if !slices.Contains(d.model.Method.Items, kind) {
		d.model.Method = Texts{State: Stated, Items: append(d.model.Method.Items, kind)}
	}
}

// dragonParts are the elements that are drawn as a node, with their kind.
var dragonParts = map[string]string{"tm.Actor": "external", "tm.Process": "process", "tm.Store": "data_store"}

func (d *dragonReader) cell(s spot, diagram string) {
	m, data := d.model, s
	if inner := s.get("data"); inner.there() {
		data = inner
	}
	id, kind := d.text(s.get("id")), data.get("type").plain()
	if kind == "" { // version 2 names the shape, where data is missing
		kind = dragonShapes[s.get("shape").plain()]
	}
	name := d.cellName(s, data)
	switch {
	case dragonParts[kind] != "":
		d.name("element", id.Value, s)
		part := ModelPart{ID: id, Name: name, Kind: Text{State: Stated, Value: dragonParts[kind]}, Location: s.at}
		part.InScope, part.Reason = d.scope(data, name, true)
		m.Components.Items = append(m.Components.Items, part)
	case kind == "tm.Flow":
		d.name("element", id.Value, s)
		d.scope(data, name, false)
		m.DataFlows.Items = append(m.DataFlows.Items, DataFlow{
			ID: id, Name: name, Source: d.end(s.get("source")), Destination: d.end(s.get("target")), Protocol: d.text(data.get("protocol")),
			Bidirectional: d.flag(data.get("isBidirectional")), Encrypted: d.flag(data.get("isEncrypted")), Location: s.at,
		})
	case kind == "tm.Boundary" || kind == "tm.BoundaryBox":
		m.TrustBoundaries.Items = append(m.TrustBoundaries.Items, Boundary{ID: id, Name: name, Location: s.at})
		return
	default:
		return
	}
	for _, threats := range []spot{data.get("threats"), s.get("threats")} {
		for _, threat := range threats.list() {
			d.threat(threat, id, kind == "tm.Flow", diagram)
		}
		if data.at == s.at {
			break
		}
	}
}

var dragonShapes = map[string]string{
	"actor": "tm.Actor", "process": "tm.Process", "store": "tm.Store", "flow": "tm.Flow",
	"trust-boundary-box": "tm.BoundaryBox", "trust-boundary-curve": "tm.Boundary", "trust-broundary-curve": "tm.Boundary",
}

// cellName is the name of an element: in data, else in what is drawn.
func (d *dragonReader) cellName(s, data spot) Text {
	for _, at := range []spot{data.get("name"), s.get("attrs", "text", "text")} {
		if at.plain() != "" {
			return d.label(at)
		}
	}
	for _, label := range s.get("labels").list() {
		for _, at := range []spot{label.get("attrs", "text", "text"), label.get("attrs", "label", "text"), label} {
			if at.plain() != "" {
				return d.label(at)
			}
		}
	}
	return Text{}
}

// scope reads whether an element is in scope; one that is not is listed.
func (d *dragonReader) scope(data spot, name Text, part bool) (in Flag, reason Text) {
	out, m := d.flag(data.get("outOfScope")), d.model
	reason = d.text(data.get("reasonOutOfScope"))
	switch {
	case out.State == Stated && out.Value:
		m.Scope.Out.Items = append(m.Scope.Out.Items, Excluded{Item: name, Reason: reason, Location: data.at})
		return Flag{State: Stated}, reason
	case part && name.State == Stated && !d.in[name.Value]:
		d.in[name.Value] = true
		m.Scope.In.Items = append(m.Scope.In.Items, name.Value)
	}
	return Flag{State: Stated, Value: true}, reason
}

// end reads the element that a flow begins or ends at; one that ends in the
// empty drawing has none.
func (d *dragonReader) end(s spot) Text {
	for _, name := range []string{"cell", "id"} {
		if id := d.text(s.get(name)); id.State == Stated {
			if !d.cells[id.Value] {
				d.warn(warnDangling, s, "%s is the id of no element in this model; correct it or add the element", quoted(id.Value))
			}
			return id
		}
	}
	return Text{}
}

// dragonDefaults are the texts that the tool puts where a person should write.
var dragonDefaults = []string{
	"Provide a description for this threat",
	"Provide remediation for this threat or a reason if status is N/A",
	"Mitigation or prevention for the threat", "Mitigation or prevention for this threat",
}

// ownText is a text that somebody wrote; what the tool put there is a placeholder.
func (d *dragonReader) ownText(s spot) Text {
	t := d.text(s)
	if t.State == Stated && slices.Contains(dragonDefaults, strings.TrimRight(t.Value, ". ")) {
		return Text{State: Placeholder}
	}
	return t
}

func (d *dragonReader) threat(s spot, element Text, flow bool, diagram string) {
	t := Threat{
		ID: d.text(s.get("id")), Title: d.label(s.get("title")), Statement: d.ownText(s.get("description")), Location: s.at,
		RiskScore: d.number(s.get("score")),
	}
	if absent(t.ID.State) {
		t.ID = d.text(s.get("threatId"))
	}
	d.name("threat", t.ID.Value, s)
	if element.State == Stated && flow {
		t.DataFlows = Texts{State: Stated, Items: []string{element.Value}}
	} else if element.State == Stated {
		t.Components = Texts{State: Stated, Items: []string{element.Value}}
	}
	d.category(&t, s, diagram)
	d.readStatus(&t, s.get("status"))
	d.readSeverity(&t, s.get("severity"))
	if s.get("new").plain() == "" && d.flag(s.get("new")).Value && t.Status.Value == "open" {
		t.Untouched = true // made by the tool, and not saved by a person since
	}
	m := d.model
	switch remedy := d.ownText(s.get("mitigation")); {
	case remedy.State != Stated:
	case t.Status.Value == "not_applicable": // the tool asks for the reason in the same field
		t.Justification = remedy
	default:
		m.Mitigations.Items = append(m.Mitigations.Items, Mitigation{Text: remedy, Location: s.at + "/mitigation"})
		t.Mitigations = []Row{Row(len(m.Mitigations.Items) - 1)}
	}
	m.Threats.Items = append(m.Threats.Items, t)
}

// category reads the class of a threat in the taxonomy that the threat names,
// else in that of its diagram.
func (d *dragonReader) category(t *Threat, s spot, diagram string) {
	name, taxonomy := d.text(s.get("type")), d.text(s.get("modelType"))
	if name.State != Stated {
		return
	}
	if taxonomy.State != Stated {
		taxonomy = statedText(diagram)
	}
	t.Categories = List[Category]{State: Stated, Items: []Category{categoryOf(taxonomy, name)}}
}

package evidence

import "fmt"

// looksLikeOTM recognises an Open Threat Model, in JSON or YAML.
func looksLikeOTM(h head) bool { return tree(h) && h.has("otmVersion") && !h.has("threat_model") }

// readOTM reads an Open Threat Model 0.1 or 0.2. It defines a threat once and
// says at each component or flow that has it what was decided there. So each
// such instance is a threat of its own here, with the id of its definition;
// a definition without an instance is one that nobody decided.
func readOTM(src *source, l Limits) reading {
	r, problem := newModelReader(src, l, "otm")
	if problem != nil {
		return refusedModel(problem)
	}
	o := otmReader{modelReader: r, left: r.limits.MaxTreeBytes}
	o.head()
	o.elements()
	o.threats = o.definitions("threats", "threat")
	o.remedies = o.definitions("mitigations", "mitigation")
	o.instances()
	return r.result(r.root.get("otmVersion").plain())
}

type otmReader struct {
	*modelReader
	threats, remedies map[string]*otmDefinition
	// left bounds the text that instances repeat of their definitions: many
	// small instances of a large one would grow with the product of both.
	left int
	over bool
}

// otmDefinition is a threat or a mitigation that instances refer to.
type otmDefinition struct {
	at   spot
	size int // bytes of text
	used bool
}

func (o *otmReader) head() {
	m, project := o.model, o.root.get("project")
	m.Title = o.label(project.get("name"))
	m.Product.Name = m.Title
	m.Owner = o.person(project.get("owner"))
	m.Owner.Email = o.text(project.get("ownerContact"))
	m.Scope.Description = o.text(project.get("description"))
	m.Scope.State = m.Scope.Description.State
}

// id reads the id of an entry of a sort.
func (o *otmReader) id(s spot, sort string) Text {
	id := o.text(s.get("id"))
	o.name(sort, id.Value, s)
	return id
}

func (o *otmReader) elements() {
	m, root := o.model, o.root
	m.TrustZones = rows(o.modelReader, root.get("trustZones"), func(s spot) Named {
		return Named{ID: o.id(s, "trust zone"), Name: o.label(s.get("name")), Location: s.at}
	})
	m.Assets = rows(o.modelReader, root.get("assets"), func(s spot) Asset {
		a := Asset{ID: o.id(s, "asset"), Name: o.label(s.get("name")), Location: s.at}
		for _, goal := range []string{"confidentiality", "integrity", "availability"} {
			if rating := o.text(s.get("risk", goal)); rating.State == Stated {
				a.Sensitivity.State, a.Sensitivity.Items = Stated, append(a.Sensitivity.Items, goal+" "+rating.Value)
			}
		}
		return a
	})
	parents := map[string]spot{}
	for _, s := range root.get("components").list() {
		parents[s.get("id").plain()] = s.get("parent")
	}
	m.Components = rows(o.modelReader, root.get("components"), func(s spot) ModelPart {
		part := ModelPart{ID: o.id(s, "component"), Name: o.label(s.get("name")), Zone: o.zone(s.get("parent"), parents), Location: s.at}
		if kind, ok := modelPartWords.find(s.get("type").plain()); ok {
			part.Kind = Text{State: Stated, Value: kind}
		}
		return part
	})
	m.DataFlows = rows(o.modelReader, root.get("dataflows"), func(s spot) DataFlow {
		flow := DataFlow{
			ID: o.id(s, "data flow"), Name: o.label(s.get("name")), Source: o.text(s.get("source")),
			Destination: o.text(s.get("destination")), Bidirectional: o.flag(s.get("bidirectional")), Location: s.at,
		}
		o.refer(s.get("source"), flow.Source.Value, "component", "trust zone")
		o.refer(s.get("destination"), flow.Destination.Value, "component", "trust zone")
		return flow
	})
}

// zone finds the trust zone of a component, through those that it is part of.
func (o *otmReader) zone(parent spot, parents map[string]spot) Text {
	for range 64 { // parts may be said to be in one another
		if zone := o.text(parent.get("trustZone")); zone.State == Stated {
			o.refer(parent.get("trustZone"), zone.Value, "trust zone")
			return zone
		}
		id := parent.get("component").plain()
		next, known := parents[id]
		if id == "" {
			return Text{}
		}
		if !known {
			o.refer(parent.get("component"), id, "component")
			return Text{}
		}
		parent = next
	}
	return Text{}
}

func (o *otmReader) definitions(list, sort string) map[string]*otmDefinition {
	found := map[string]*otmDefinition{}
	for _, s := range o.root.get(list).list() {
		id := o.id(s, sort)
		if _, taken := found[id.Value]; !taken {
			found[id.Value] = &otmDefinition{at: s, size: s.n.textBytes()}
		}
	}
	return found
}

// textBytes is the number of bytes of all texts in a value.
func (n *node) textBytes() int {
	size := len(n.text)
	for _, child := range n.children {
		size += child.textBytes()
	}
	return size
}

// instances reads the threats where they stand, and then the definitions of
// which there is no instance.
func (o *otmReader) instances() {
	m := o.model
	for _, s := range o.root.get("components").list() {
		for _, at := range s.get("threats").list() {
			o.threat(at, s.get("id"), func(t *Threat, id string) { t.Components = Texts{State: Stated, Items: []string{id}} })
		}
	}
	for _, s := range o.root.get("dataflows").list() {
		for _, at := range s.get("threats").list() {
			o.threat(at, s.get("id"), func(t *Threat, id string) { t.DataFlows = Texts{State: Stated, Items: []string{id}} })
		}
	}
	for _, s := range o.root.get("threats").list() {
		if d := o.threats[s.get("id").plain()]; d == nil || d.at.at != s.at || !d.used {
			t := Threat{ID: o.text(s.get("id")), Location: s.at}
			o.describe(&t, s)
			m.Threats.Items = append(m.Threats.Items, t)
		}
	}
	for _, s := range o.root.get("mitigations").list() {
		if d := o.remedies[s.get("id").plain()]; d == nil || d.at.at != s.at || !d.used {
			m.Mitigations.Items = append(m.Mitigations.Items, Mitigation{
				ID: o.text(s.get("id")), Title: o.label(s.get("name")), Text: o.text(s.get("description")), Location: s.at,
			})
		}
	}
	m.Threats.State, m.Mitigations.State = Stated, Stated // a model without any says that there are none
}

// repeat says whether the text of a definition may be taken once more.
func (o *otmReader) repeat(d *otmDefinition) bool {
	if d.used {
		o.left -= d.size
	}
	d.used = true
	if o.left < 0 && !o.over {
		o.over = true
		o.problems = append(o.problems, *limitProblem("MaxTreeBytes", o.limits.MaxTreeBytes, "the text of threats and mitigations that stand at several parts", Position{}))
	}
	return o.left >= 0
}

// threat reads one instance of a threat at a part.
func (o *otmReader) threat(s, part spot, place func(*Threat, string)) {
	m := o.model
	t := Threat{ID: o.text(s.get("threat")), Location: s.at}
	if id := o.text(part); id.State == Stated {
		place(&t, id.Value)
	}
	if d := o.threats[t.ID.Value]; d == nil {
		o.warn(warnDangling, s, "%s is the id of no threat in this model; correct it or add the entry", quoted(t.ID.Value))
	} else if o.repeat(d) {
		o.describe(&t, d.at)
	}
	o.readStatus(&t, s.get("state"))
	for _, remedy := range s.get("mitigations").list() {
		c := Mitigation{ID: o.text(remedy.get("mitigation")), Location: remedy.at}
		if d := o.remedies[c.ID.Value]; d == nil {
			o.warn(warnDangling, remedy, "%s is the id of no mitigation in this model; correct it or add the entry", quoted(c.ID.Value))
		} else if o.repeat(d) {
			c.Title, c.Text = o.label(d.at.get("name")), o.text(d.at.get("description"))
		}
		o.readMitigationStatus(&c, remedy.get("state"))
		t.Mitigations = append(t.Mitigations, Row(len(m.Mitigations.Items)))
		m.Mitigations.Items = append(m.Mitigations.Items, c)
	}
	m.Threats.Items = append(m.Threats.Items, t)
}

// describe takes what the definition of a threat says. Its numbers have no
// stated range: they are kept as written, and make no severity.
func (o *otmReader) describe(t *Threat, s spot) {
	t.Title, t.Statement, t.Tags = o.label(s.get("name")), o.text(s.get("description")), o.texts(s.get("tags"))
	t.Likelihood, t.Impact = o.text(s.get("risk", "likelihood")), o.text(s.get("risk", "impact"))
	for _, name := range s.get("categories").list() {
		if c := freeCategory(o.text(name)); c.Name.State == Stated {
			t.Categories.State, t.Categories.Items = Stated, append(t.Categories.Items, c)
		}
	}
	for _, entry := range s.get("cwes").list() {
		if id, ok := weaknessOf(o.text(entry).Value); ok {
			t.Weaknesses.State, t.Weaknesses.Items = Stated, append(t.Weaknesses.Items, id)
		} else if entry.there() {
			o.warn(warnUnknownValue, entry, "%s is no CWE; write it as %s", quoted(entry.plain()), fmt.Sprintf("%q", "CWE-79"))
		}
	}
}

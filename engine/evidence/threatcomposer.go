package evidence

// looksLikeThreatComposer recognises a workspace of AWS Threat Composer.
func looksLikeThreatComposer(h head) bool {
	return tree(h) && h.has("schema") && (h.has("applicationInfo") || h.has("threats")) && !h.has("threat_model") && !h.has("bomFormat")
}

// readThreatComposer reads a workspace of AWS Threat Composer. Its diagrams
// are pictures: parts, flows and boundaries are not in it. A threat that is
// only identified stays open, whatever number of mitigations are identified.
func readThreatComposer(src *source, l Limits) reading {
	r, problem := newModelReader(src, l, "threat-composer")
	if problem != nil {
		return refusedModel(problem)
	}
	c := composerReader{modelReader: r, assets: map[string]bool{}, sources: map[string]bool{}}
	m, about := r.model, r.root.get("applicationInfo")
	m.Title = r.label(about.get("name"))
	m.Product.Name = m.Title
	m.Scope.Description = r.text(about.get("description"))
	m.Scope.State = m.Scope.Description.State
	m.Mitigations = rows(r, r.root.get("mitigations"), c.mitigation)
	m.Threats = rows(r, r.root.get("threats"), c.threat)
	m.Assumptions = rows(r, r.root.get("assumptions"), c.assumption)
	c.links()
	return r.result(r.root.get("schema").plain())
}

type composerReader struct {
	*modelReader
	assets, sources map[string]bool // named so far
}

// id reads the id of an entry of a sort.
func (c *composerReader) id(s spot, sort string) Text {
	id := c.text(s.get("id"))
	c.name(sort, id.Value, s)
	return id
}

func (c *composerReader) mitigation(s spot) Mitigation {
	m := Mitigation{ID: c.id(s, "mitigation"), Text: c.text(s.get("content")), Location: s.at}
	c.readMitigationStatus(&m, s.get("status"))
	return m
}

func (c *composerReader) assumption(s spot) Assumption {
	return Assumption{ID: c.id(s, "assumption"), Text: c.text(s.get("content")), Location: s.at}
}

func (c *composerReader) threat(s spot) Threat {
	t := Threat{
		ID: c.id(s, "threat"), Statement: c.text(s.get("statement")), Tags: c.texts(s.get("tags")),
		Adversary: c.text(s.get("threatSource")), Impact: c.text(s.get("threatImpact")), Location: s.at,
	}
	c.readStatus(&t, s.get("status"))
	for _, row := range s.get("metadata").list() {
		switch row.get("key").plain() {
		case "Priority":
			c.readSeverity(&t, row.get("value"))
		case "STRIDE":
			c.letters(&t, row.get("value"))
		}
	}
	m := c.model
	if t.Adversary.State == Stated && !c.sources[t.Adversary.Value] {
		c.sources[t.Adversary.Value] = true
		m.Adversaries.State = Stated
		m.Adversaries.Items = append(m.Adversaries.Items, Adversary{Name: t.Adversary, Location: s.at + "/threatSource"})
	}
	for _, asset := range s.get("impactedAssets").list() {
		if name := c.text(asset); name.State == Stated && !c.assets[name.Value] {
			c.assets[name.Value] = true
			m.Assets.State = Stated
			m.Assets.Items = append(m.Assets.Items, Asset{Name: name, Location: asset.at})
		}
	}
	return t
}

// letters reads the STRIDE letters of a threat.
func (c *composerReader) letters(t *Threat, s spot) {
	for i, letter := range c.texts(s).Items {
		name, ok := strideName(letter)
		if !ok {
			c.warn(warnUnknownValue, s, "entry %d is no letter of STRIDE; correct it", i+1)
			continue
		}
		t.Categories.State = Stated
		t.Categories.Items = append(t.Categories.Items, Category{
			Taxonomy: Text{State: Stated, Value: "STRIDE"}, Name: Text{State: Stated, Value: name},
		})
	}
}

// links reads which mitigation and which assumption belongs to which threat.
func (c *composerReader) links() {
	m := c.model
	mitigations, assumptions := map[string][]string{}, map[string][]string{}
	for _, link := range c.root.get("mitigationLinks").list() {
		threat, mitigation := link.get("linkedId").plain(), link.get("mitigationId").plain()
		if threat == "" || mitigation == "" { // else it would tie what has no id to what has none
			c.warn(warnDangling, link, "this link does not name both its ends; add their ids")
			continue
		}
		c.refer(link, threat, "threat")
		c.refer(link, mitigation, "mitigation")
		mitigations[threat] = append(mitigations[threat], mitigation)
	}
	for _, link := range c.root.get("assumptionLinks").list() {
		if link.get("type").plain() != "Threat" {
			continue
		}
		threat, assumption := link.get("linkedId").plain(), link.get("assumptionId").plain()
		if threat == "" || assumption == "" {
			c.warn(warnDangling, link, "this link does not name both its ends; add their ids")
			continue
		}
		c.refer(link, threat, "threat")
		c.refer(link, assumption, "assumption")
		assumptions[assumption] = append(assumptions[assumption], threat)
	}
	for i := range m.Threats.Items {
		t := &m.Threats.Items[i]
		t.MissingMitigations = mitigations[t.ID.Value]
		delete(mitigations, t.ID.Value) // of two threats with one id the first has the links
	}
	for i := range m.Assumptions.Items {
		a := &m.Assumptions.Items[i]
		if ids := assumptions[a.ID.Value]; len(ids) > 0 {
			a.Threats = Texts{State: Stated, Items: ids}
			delete(assumptions, a.ID.Value)
		}
	}
}

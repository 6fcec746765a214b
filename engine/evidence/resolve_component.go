package evidence

import "strings"

// componentRefs is what threat models call components of SBOMs, and where the
// SBOMs have them. Only names that are wanted are looked for, in one pass over
// the components.
type componentRefs struct {
	found map[string][]BOMLink // by name as written; one link for each SBOM that has it
}

func (c *componentRefs) wantRef(ref string) {
	if ref == "" {
		return
	}
	if c.found == nil {
		c.found = map[string][]BOMLink{}
	}
	if _, known := c.found[ref]; !known {
		c.found[ref] = nil
	}
}

// want notes every name that a threat model may use for a component.
func (c *componentRefs) want(m *ThreatModel) {
	for _, part := range m.Components.Items {
		c.wantRef(part.BOMRef.Value)
	}
	for _, t := range m.Threats.Items {
		for _, link := range t.BOMRefs.Items {
			c.wantRef(link.Ref)
		}
		for _, name := range t.Components.Items {
			c.wantRef(name)
		}
	}
}

// look finds the wanted names in the SBOMs, by bom-ref or purl. A BOM-Link
// (urn:cdx:<serial>/<version>#<bom-ref>) counts in the SBOM with its serial.
func (c *componentRefs) look(d *Dossier) {
	if len(c.found) == 0 {
		return
	}
	linked := map[string][]string{} // BOM-Links by their bom-ref
	for ref := range c.found {
		if _, bomRef, ok := strings.Cut(ref, "#"); ok && strings.HasPrefix(ref, "urn:cdx:") {
			linked[bomRef] = append(linked[bomRef], ref)
		}
	}
	for i, s := range d.SBOMs {
		take := func(name string, row int) {
			links, wanted := c.found[name]
			if wanted && name != "" && (len(links) == 0 || links[len(links)-1].SBOM != i) {
				c.found[name] = append(links, BOMLink{Ref: name, SBOM: i, Row: row})
			}
		}
		tell := func(bomRef, purl string, row int) {
			take(bomRef, row)
			take(purl, row)
			for _, ref := range linked[bomRef] {
				serial, _, _ := strings.Cut(strings.TrimPrefix(ref, "urn:cdx:"), "/")
				if strings.EqualFold("urn:uuid:"+serial, s.SerialNumber.Value) {
					take(ref, row)
				}
			}
		}
		tell(s.Subject.BOMRef.Value, s.Subject.PURL.Value, -1)
		for row := range d.Components[i] {
			tell(d.Components[i][row].BOMRef, d.Components[i][row].PURL, row)
		}
	}
}

// best is the link for a name: in the SBOM that the document names, else in
// the first that has it.
func (c *componentRefs) best(ref string, sbom int) (BOMLink, bool) {
	links := c.found[ref]
	if len(links) == 0 {
		return BOMLink{Ref: ref, SBOM: -1, Row: -1}, false
	}
	for _, link := range links {
		if link.SBOM == sbom {
			return link, true
		}
	}
	return links[0], true
}

// components links threats with components, and reports names that no SBOM of
// the bundle and no list of the model has.
func (r *resolver) components() {
	r.refs.look(r.d)
	for i := range r.d.ThreatModels {
		m := &r.d.ThreatModels[i]
		sbom, ok := r.sboms[m.SBOMRef.Document]
		if !ok {
			sbom = -1
		}
		parts := map[string]string{} // bom-ref by id and name
		for _, part := range m.Components.Items {
			parts[part.Name.Value], parts[part.ID.Value] = part.BOMRef.Value, part.BOMRef.Value
			r.checkRef(m.Document, part.BOMRef.Value, part.Location+"/bom_ref")
		}
		for j := range m.Threats.Items {
			r.threat(&m.Threats.Items[j], parts, sbom, m.Document)
		}
	}
	for _, d := range r.d.Declarations {
		for _, f := range d.AI.Features.Items {
			r.checkRef(d.Document, f.ModelRef.Value, f.Location+"/model/bom_ref")
		}
	}
}

// checkRef reports a reference to a component that no SBOM has; without an
// SBOM there is nothing to look in.
func (r *resolver) checkRef(document int, ref, pointer string) {
	if ref != "" && len(r.d.SBOMs) > 0 && len(r.refs.found[ref]) == 0 {
		r.problem(document, codeDangling, pointer, "no SBOM in the bundle has a component with the bom-ref or purl %s; correct it or send that SBOM", quoted(ref))
	}
}

// threat links one threat by its bom_refs, then by the components that it
// names, where an SBOM has them.
func (r *resolver) threat(t *Threat, parts map[string]string, sbom, document int) {
	linked := map[BOMLink]bool{}
	for i, link := range t.BOMRefs.Items {
		t.BOMRefs.Items[i], _ = r.refs.best(link.Ref, sbom)
		linked[t.BOMRefs.Items[i]] = true
		r.checkRef(document, link.Ref, t.Location+"/bom_refs")
	}
	for _, name := range t.Components.Items {
		ref, modelled := parts[name]
		if ref == "" {
			ref = name
		}
		link, found := r.refs.best(ref, sbom)
		if found && !linked[link] {
			linked[link] = true
			t.BOMRefs.Items = append(t.BOMRefs.Items, link)
			t.BOMRefs.State = Stated
		}
		if !found && !modelled && len(parts) > 0 {
			r.problem(document, codeDangling, t.Location+"/components", "%s is the id of nothing in components, and no SBOM has it; correct it or add the entry", quoted(name))
		}
	}
}

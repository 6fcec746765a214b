package evidence

import "strconv"

// place is a pointer in a document with its line and column.
func (d *Dossier) place(document int, pointer string) Place {
	if document < 0 || document >= len(d.sources) {
		return Place{Document: -1}
	}
	if pointer == "" {
		return Place{Document: document}
	}
	if row, rest, ok := d.sources[document].part(pointer); ok {
		return d.place(row, rest)
	}
	at := d.sources[document].position(pointer)
	return Place{Document: document, Pointer: pointer, Line: at.Line, Column: at.Column}
}

// product is where a side of a comparison names the product.
func (d *Dossier) product(s Side) []Place {
	switch {
	case s.Kind == KindSBOM:
		return []Place{d.place(s.Document, d.SBOMs[s.Index].pointer("subject"))}
	case s.Kind == KindDeclaration && s.Part != "" && s.Index >= 0 && s.Index < len(d.Declarations):
		for _, part := range d.Declarations[s.Index].ProductMore.Parts.Items {
			if part.ID.Value == s.Part {
				return []Place{d.place(s.Document, part.Location)}
			}
		}
	}
	return []Place{d.place(s.Document, "/product")}
}

// componentPlace is the place of a component. It costs a look-up of one line,
// not a walk of the document.
func (d *Dossier) componentPlace(sbom, row int) Place {
	if sbom < 0 || sbom >= len(d.Components) || row < 0 || row >= len(d.Components[sbom]) {
		return Place{Document: -1}
	}
	c := &d.Components[sbom][row]
	p := Place{Document: d.SBOMs[sbom].Document, Pointer: componentPointer(d.Components[sbom], row), Name: componentName(c)}
	d.line(&p, c.offset)
	return p
}

// line fills in where a row stands: by its offset, or by its pointer in a
// document that was read as a tree.
func (d *Dossier) line(p *Place, offset int64) {
	src := d.sources[p.Document]
	if src.tree != nil {
		p.Line, p.Column = src.inTree(p.Pointer)
		return
	}
	p.Line, p.Column = src.lineColumn(offset)
}

// componentName names a component for people.
func componentName(c *Component) string {
	name := c.Name
	if c.Group != "" && name != "" {
		name = c.Group + "/" + name
	}
	switch {
	case name == "" && c.PURL != "":
		return c.PURL
	case name == "":
		return c.BOMRef
	case c.Version != "":
		return name + "@" + c.Version
	}
	return name
}

// compositionPlace is where a statement of completeness stands.
func (d *Dossier) compositionPlace(sbom, row int) Place {
	if sbom < 0 || sbom >= len(d.Compositions) || row < 0 || row >= len(d.Compositions[sbom]) {
		return Place{Document: -1}
	}
	return d.place(d.SBOMs[sbom].Document, d.Compositions[sbom][row].Location)
}

// dependencyPlace is the place of a row of the dependency graph.
func (d *Dossier) dependencyPlace(sbom, row int) Place {
	if sbom < 0 || sbom >= len(d.Dependencies) || row < 0 || row >= d.Dependencies[sbom].Len() {
		return Place{Document: -1}
	}
	table := d.Dependencies[sbom].rows
	dep := &table.edges[row]
	container := dep.container
	if container == "" {
		container = "dependencies"
	}
	p := Place{Document: d.SBOMs[sbom].Document, Pointer: "/" + container + "/" + strconv.Itoa(int(dep.index)), Name: table.name(dep.ref)}
	d.line(&p, dep.offset)
	return p
}

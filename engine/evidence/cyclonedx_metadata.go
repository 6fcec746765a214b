package evidence

// metadata is what the head needs beside the SBOM's own fields until the whole
// document is read.
type metadata struct {
	author       Party // metadata.manufacturer: who made the document (1.6)
	manufacturer Text  // metadata.manufacture: who made the subject (to 1.5)
	supplier     Text
	hasAuthor    bool
}

// readMetadata reads the head of the document.
func (r *cdxReader) readMetadata(v token) {
	defer r.owned(owner{of: ofMetadata, row: -1, pointer: ownerPointers[ofMetadata]})()
	if !r.is(v, '{') {
		s := &r.sbom
		s.Timestamp.State, s.Authors.State, s.Tools.State = Invalid, Invalid, Invalid
		s.Lifecycles.State, s.Subject.State = Invalid, Invalid
		return
	}
	for key, v, ok := r.member(); ok; key, v, ok = r.member() {
		switch key {
		case keyTimestamp:
			r.sbom.Timestamp = r.timestamp(v)
		case keyTools:
			r.readTools(v)
		case keyAuthors:
			r.readAuthors(v)
		case keyManufacturer:
			r.metadata.author, r.metadata.hasAuthor = r.party(v), true
		case keyManufacture:
			r.metadata.manufacturer = r.party(v).text()
		case keySupplier:
			r.metadata.supplier = r.party(v).text()
		case keyLifecycles:
			r.readLifecycles(v)
		case keyComponent:
			r.readSubject(v)
		case keyProperties:
			r.readProperties(v, nil, "")
		default:
			r.rest(key, v)
		}
	}
}

// readSubject reads metadata.component. It is no row; what is nested in it is.
func (r *cdxReader) readSubject(v token) {
	if !r.is(v, '{') {
		r.sbom.Subject.State = Invalid
		return
	}
	p := newPart()
	p.hashes.keep, p.distributed.keep = true, true
	defer r.owned(owner{of: ofSubject, row: -1, pointer: ownerPointers[ofSubject]})()
	r.readPart(&p, "metadata", -1, "metadata/component/")
	r.setSubject(&p)
	if len(p.milestones) > 0 {
		r.milestones = append(r.milestones, milestonesOf{-1, p.milestones})
	}
}

// readTools reads the tools: a list to CycloneDX 1.4, an object of components
// and services from 1.5.
func (r *cdxReader) readTools(v token) {
	tools := &r.sbom.Tools
	if r.faulty.has(v.start) {
		r.skip(v)
		tools.State = Invalid
		return
	}
	switch v.kind {
	case '[':
		for v, ok := r.element(); ok; v, ok = r.element() {
			r.addTool(r.tool(v))
		}
	case '{':
		// Services come after components, in whatever order they stand.
		first := len(r.serviceRows)
		for key, v, ok := r.member(); ok; key, v, ok = r.member() {
			switch key {
			case keyComponents:
				r.toolComponents(v)
			case keyServices:
				r.readServices(v, "tools", -1)
				if v.kind != '[' {
					tools.State = better(tools.State, Invalid)
				}
			default:
				r.rest(key, v)
			}
		}
		for _, s := range r.serviceRows[first:] {
			if s.Parent < 0 {
				r.addTool(Tool{
					Name:    Text{State: s.States.Name, Value: s.Name},
					Version: Text{State: s.States.Version, Value: s.Version},
				})
			}
		}
	default:
		r.wrongType(v, "a list or an object")
		tools.State = Invalid
	}
}

// tool reads a tool of the old form: a name and a version.
func (r *cdxReader) tool(v token) Tool {
	t := Tool{Name: Text{State: Absent}, Version: Text{State: Absent}}
	if r.is(v, '{') {
		for key, v, ok := r.member(); ok; key, v, ok = r.member() {
			switch key {
			case keyName:
				t.Name = r.field(v)
			case keyVersion:
				t.Version = r.field(v)
			default:
				r.rest(key, v)
			}
		}
	} else {
		t.Name.State = Invalid
	}
	return t
}

// toolComponents reads tools that are components; those at the top of the list
// are the tools, and all are rows.
func (r *cdxReader) toolComponents(v token) {
	first := len(r.rows)
	r.components(v, "tools", -1, "metadata/tools/components")
	if v.kind != '[' {
		r.sbom.Tools.State = better(r.sbom.Tools.State, Invalid)
	}
	for i := first; i < len(r.rows); i++ {
		if c := &r.rows[i]; c.Parent < 0 && c.From == "tools" {
			r.addTool(Tool{
				Name:    Text{State: c.States.Name, Value: c.Name},
				Version: Text{State: c.States.Version, Value: c.Version},
			})
		}
	}
}

func (r *cdxReader) addTool(t Tool) {
	tools := &r.sbom.Tools
	tools.Items = append(tools.Items, t)
	tools.State = better(tools.State, t.Name.State)
}

func (r *cdxReader) readAuthors(v token) {
	authors := &r.sbom.Authors
	if !r.is(v, '[') {
		authors.State = Invalid
		return
	}
	for v, ok := r.element(); ok; v, ok = r.element() {
		p := r.party(v)
		authors.Items = append(authors.Items, p)
		authors.State = better(authors.State, p.text().State)
	}
}

// readLifecycles reads the phases: one of CycloneDX, or a name of the vendor's.
func (r *cdxReader) readLifecycles(v token) {
	phases := &r.sbom.Lifecycles
	if !r.is(v, '[') {
		phases.State = Invalid
		return
	}
	for v, ok := r.element(); ok; v, ok = r.element() {
		t := Text{State: Invalid}
		if r.is(v, '{') {
			t.State = Absent
			for key, v, ok := r.member(); ok; key, v, ok = r.member() {
				switch key {
				case keyPhase, keyName:
					keepBetter(&t, r.shared(v))
				default:
					r.rest(key, v)
				}
			}
		}
		if t.State == Stated {
			phases.Items = append(phases.Items, t.Value)
		}
		phases.State = better(phases.State, t.State)
	}
}

// head completes the SBOM's head when the whole document is read. An empty
// list says nothing in CycloneDX, where a tool writes [] for what it does not
// have: it is absent, not declared empty.
func (r *cdxReader) head() {
	s := &r.sbom
	s.SpecVersion = r.specVersion.Value
	if r.metadata.hasAuthor {
		s.Authors.Items = append(s.Authors.Items, r.metadata.author)
		r.organisations = 1
		s.Authors.State = better(s.Authors.State, r.metadata.author.text().State)
	}
	if s.Subject.State == Stated {
		keepBetter(&s.Subject.Manufacturer, r.metadata.manufacturer)
		keepBetter(&s.Subject.Supplier, r.metadata.supplier)
	}
	s.Completeness = r.completeness()
}

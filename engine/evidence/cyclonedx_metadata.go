package evidence

import "strconv"

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
		default:
			r.skip(v)
		}
	}
}

// readSubject reads metadata.component. It is no row; what is nested in it is.
func (r *cdxReader) readSubject(v token) {
	s := &r.sbom.Subject
	if !r.is(v, '{') {
		s.State = Invalid
		return
	}
	p := newPart()
	p.hashes.keep = true
	r.readPart(&p, "metadata", -1, "metadata/component/")
	r.subject = p.ref
	if p.ref != noRef {
		s.BOMRef = Text{State: Stated, Value: r.refs.names[p.ref]}
	}
	s.State = Stated
	s.Type, s.Group, s.Name, s.Version = p.kind, p.group, p.name, p.version
	s.Name.State = p.state(nameField, s.Name.State)
	s.Version.State = p.state(versionField, s.Version.State)
	s.PURL, s.CPE = p.purl, p.cpe
	s.Manufacturer, s.Supplier = p.producer(), p.supplier
	s.Manufacturer.State = p.state(producerField, s.Manufacturer.State)
	s.Supplier.State = p.state(supplierField, s.Supplier.State)
	s.Hashes = append([]Hash{}, p.hashes.full...)
}

// readTools reads the tools: a list to CycloneDX 1.4, an object of components
// and services from 1.5.
func (r *cdxReader) readTools(v token) {
	tools := &r.sbom.Tools
	switch v.kind {
	case '[':
		for v, ok := r.element(); ok; v, ok = r.element() {
			r.tool(v)
		}
	case '{':
		for key, v, ok := r.member(); ok; key, v, ok = r.member() {
			switch key {
			case keyComponents:
				r.toolComponents(v)
			case keyServices:
				if r.is(v, '[') {
					for v, ok := r.element(); ok; v, ok = r.element() {
						r.tool(v)
					}
				} else {
					tools.State = better(tools.State, Invalid)
				}
			default:
				r.skip(v)
			}
		}
	default:
		r.wrongType(v, "a list or an object")
		tools.State = Invalid
	}
}

// tool reads a tool of the old form, or a service: a name and a version.
func (r *cdxReader) tool(v token) {
	t := Tool{Name: Text{State: Absent}, Version: Text{State: Absent}}
	if r.is(v, '{') {
		for key, v, ok := r.member(); ok; key, v, ok = r.member() {
			switch key {
			case keyName:
				t.Name = r.field(v)
			case keyVersion:
				t.Version = r.field(v)
			default:
				r.skip(v)
			}
		}
	} else {
		t.Name.State = Invalid
	}
	r.addTool(t)
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
					r.skip(v)
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
		s.Authors.State = better(s.Authors.State, r.metadata.author.text().State)
	}
	if s.Subject.State == Stated {
		keepBetter(&s.Subject.Manufacturer, r.metadata.manufacturer)
		keepBetter(&s.Subject.Supplier, r.metadata.supplier)
	}
	s.Completeness = r.completeness()
}

// contactTypes are the types of external reference that tell where
// vulnerabilities can be reported, the best first.
var contactTypes = []string{"security-contact", "rfc-9116", "advisories"}

// contactRef is an external reference of such a type.
type contactRef struct {
	place   int // in contactTypes
	subject bool
	contact Contact
}

// readReferences reads external references: of the document (p is nil), the
// subject (prefix is its pointer) or a component. The hashes of a
// distribution count as hashes of the component.
func (r *cdxReader) readReferences(v token, p *part, prefix string) {
	if !r.is(v, '[') {
		return
	}
	index := 0
	for v, ok := r.element(); ok; v, ok = r.element() {
		if r.is(v, '{') {
			r.reference(p, prefix, index)
		}
		index++
	}
}

func (r *cdxReader) reference(p *part, prefix string, index int) {
	var kind, target token
	var hashes hashList
	if p != nil {
		hashes.keep = p.hashes.keep
	}
	for key, v, ok := r.member(); ok; key, v, ok = r.member() {
		switch {
		case key == keyType && r.is(v, '"'):
			kind = v
		case key == keyURL && r.is(v, '"'):
			target = v
		case key == keyHashes:
			r.readHashes(v, &hashes)
		case key != keyType && key != keyURL:
			r.skip(v)
		}
	}
	if kind.kind == 0 {
		return
	}
	if p != nil && string(r.text(kind)) == "distribution" {
		p.hashes.merge(hashes)
	}
	if p != nil && prefix == "" {
		return
	}
	for place, name := range contactTypes {
		if string(r.text(kind)) == name {
			r.addContact(place, p != nil, target, "/"+prefix+"externalReferences/"+strconv.Itoa(index))
		}
	}
}

func (h *hashList) merge(other hashList) {
	h.state = better(h.state, other.state)
	h.algorithms |= other.algorithms
	h.full = append(h.full, other.full...)
}

func (r *cdxReader) addContact(place int, subject bool, target token, pointer string) {
	c := Contact{State: Absent, Pointer: pointer}
	if target.kind != 0 {
		t := r.field(target)
		c.State, c.Value = t.State, t.Value
		c.WellFormed = t.State == Stated && wellFormedContact(t.Value)
	}
	r.contacts = append(r.contacts, contactRef{place: place, subject: subject, contact: c})
}

// securityContact chooses the contact: by type, the document's before the
// subject's, and one that states something before one that does not.
func (r *cdxReader) securityContact() Contact {
	best := Contact{State: Absent}
	found := false
	for place := range contactTypes {
		for _, subject := range []bool{false, true} {
			for _, c := range r.contacts {
				if c.place != place || c.subject != subject {
					continue
				}
				if !found || telling(c.contact.State) > telling(best.State) {
					best, found = c.contact, true
				}
			}
		}
	}
	return best
}

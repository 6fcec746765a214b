package evidence

import "strconv"

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
// distribution count as hashes of the component. What the document and the
// subject refer to is kept in full beside that, and of a component the comments.
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
	var kind, target, sums token
	hashes := hashList{tell: p == nil || p.row < 0}
	if p != nil {
		hashes.keep = p.hashes.keep
	}
	for key, v, ok := r.member(); ok; key, v, ok = r.member() {
		switch {
		case key == keyProperties:
			r.listed(v)
		case key == keyType && r.is(v, '"'):
			kind = v
			r.scalarIf(hashes.tell, v)
		case key == keyURL && r.is(v, '"'):
			target = v
			r.scalarIf(hashes.tell, v)
		case key == keyHashes:
			sums = v
			r.readHashes(v, &hashes)
			sums.end = r.end
		case key != keyType && key != keyURL:
			r.rest(key, v)
		}
	}
	if kind.kind == 0 {
		return
	}
	if p != nil {
		r.artefact(p, kind, target, hashes)
	}
	if target.kind != 0 && string(r.text(kind)) == "bom" {
		r.addBOM(p, target, sums, prefix, index)
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

// addBOM keeps a reference to another bill of materials.
func (r *cdxReader) addBOM(p *part, target, sums token, prefix string, index int) {
	if len(r.boms) > r.limits.MaxPairs {
		return // one more than the bound, which is told where links are followed
	}
	link := DocumentLink{Row: -1, Service: -1, Target: r.field(target), Digest: strongest(hashesIn(r.src.data[sums.start:sums.end], r.limits))}
	pointer := "/" + prefix
	if p != nil && p.row >= 0 {
		link.Row, pointer = p.row, componentPointer(r.rows, p.row)+"/"
	}
	link.Location = pointer + "externalReferences/" + strconv.Itoa(index)
	r.boms = append(r.boms, link)
}

// readServiceReferences keeps what a service refers to, and follows other bills
// of materials.
func (r *cdxReader) readServiceReferences(v token) {
	r.each(v, func(v token, index int) {
		var kind, target, sums token
		r.members(v, func(key cdxKey, v token) {
			switch key {
			case keyType:
				kind = v
			case keyURL:
				target = v
			case keyHashes:
				sums = v
			}
			r.rest(key, v)
			if key == keyHashes {
				sums.end = r.end
			}
		})
		if kind.kind != '"' || target.kind != '"' || string(r.text(kind)) != "bom" || len(r.boms) > r.limits.MaxPairs {
			return
		}
		if sums.kind != '[' {
			sums = token{}
		}
		r.boms = append(r.boms, DocumentLink{Row: -1, Service: r.owner.row, Target: r.field(target),
			Digest:   strongest(hashesIn(r.src.data[sums.start:sums.end], r.limits)),
			Location: r.owner.pointer + "/externalReferences/" + strconv.Itoa(index)})
	})
}

// hashesIn reads a list of hashes once more, with their values: few references
// are to bills of materials, and only theirs are wanted.
func hashesIn(list []byte, l Limits) []Hash {
	root, p := parseJSON([]byte(`{"hashes":`+string(list)+`}`), l)
	if p != nil {
		return nil
	}
	kept := hashList{keep: true}
	for _, n := range root.field("hashes").items() {
		kept.add(textIn(n, "alg"), []byte(textIn(n, "content")))
	}
	return kept.full
}

// artefact takes what a reference says of the component's own files.
func (r *cdxReader) artefact(p *part, kind, target token, hashes hashList) {
	state := Absent
	switch string(r.text(kind)) {
	case "distribution":
		p.distributed.merge(hashes)
		if target.kind != 0 {
			state = textState(r.text(target))
		}
		p.detail.tell(deployableURIDetail, state)
	case "source-distribution":
		if target.kind != 0 {
			state = textState(r.text(target))
		}
		p.detail.tell(sourceURIDetail, state)
	}
}

func (h *hashList) merge(other hashList) {
	h.state = better(h.state, other.state)
	h.algorithms |= other.algorithms
	h.empty, h.filler = h.empty || other.empty, h.filler || other.filler
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

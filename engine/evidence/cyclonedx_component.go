package evidence

import (
	"slices"
	"strconv"
)

// part is what one component object says, whether it becomes a row or the
// subject.
type part struct {
	ref                      int32
	row                      int // -1 for the subject
	kind, group, scope       Text
	name, version, purl, cpe Text
	manufacturer, author     Text
	authors, publisher       Text
	supplier                 Text
	swid, omnibor, swhid     State
	hashes                   hashList // of the component itself
	distributed              hashList // of its distributions
	licence                  State
	licences                 []string // on the reader's stack while the part is read
	declared                 map[componentField]State
	endOfSupport             Date
	milestones               []LifecycleEvent
	contact                  Contact // where vulnerabilities can be reported; of SPDX
	seen                     uint64  // the fields that are to be stated once, and were
	detail                   detail
}

// newPart is a component that says nothing.
func newPart() part {
	none := Text{State: Absent}
	return part{ref: noRef, row: -1, kind: none, group: none, scope: none, name: none, version: none, purl: none, cpe: none,
		manufacturer: none, author: none, authors: none, publisher: none, supplier: none,
		swid: Absent, omnibor: Absent, swhid: Absent, hashes: hashList{state: Absent}, distributed: hashList{state: Absent},
		licence: Absent, endOfSupport: Date{State: Absent}}
}

// hashList is the hashes that a component states in one place or another.
type hashList struct {
	state      State
	algorithms algorithmSet
	empty      bool // whether one is that of nothing at all
	filler     bool // whether one is a digit over and over
	print      fingerprint
	full       []Hash // only for the subject
	keep       bool   // whether full is wanted
	tell       bool   // whether each is kept beside the tables too
}

// algorithmSet holds hash algorithms by their number in hashAlgorithms.
type algorithmSet uint32

// components reads a list of components and reports whether it has any.
func (r *cdxReader) components(v token, from string, parent int, container string) bool {
	if !r.is(v, '[') {
		return false
	}
	index := 0
	for v, ok := r.element(); ok; v, ok = r.element() {
		r.component(v, from, parent, step{container: container, index: index})
		index++
	}
	return index > 0
}

// component reads one component into a row. The row comes before those nested
// in it. What is no object is a row too, so that it counts against its SBOM.
func (r *cdxReader) component(v token, from string, parent int, at step) {
	row := len(r.rows)
	if row >= r.limits.MaxComponents {
		r.cross(v, "MaxComponents", r.limits.MaxComponents, "the number of components")
		return
	}
	r.growRows(v.start)
	r.rows = append(r.rows, Component{From: from, Parent: parent, offset: int64(v.start), step: at})
	r.rowRefs = append(r.rowRefs, noRef)
	r.details = append(r.details, detail{})
	p := newPart()
	p.row = row
	outer := r.owner
	r.owner = owner{of: ofComponent, row: row}
	if r.is(v, '{') {
		inner := from
		if from == "components" {
			inner = "nested"
		}
		r.readPart(&p, inner, row, "")
	} else {
		p.spoil()
	}
	r.owner = outer
	if len(p.milestones) > 0 && (from == "components" || from == "nested" || from == "metadata") {
		r.milestones = append(r.milestones, milestonesOf{row, p.milestones})
	}
	r.rowRefs[row] = p.ref
	r.fill(&r.rows[row], &p)
	r.details[row] = p.detail
}

// readPart reads the members of a component. What is nested in it become rows
// of their own: from says from where, parent in which row, and prefix leads
// their pointers.
func (r *cdxReader) readPart(p *part, from string, parent int, prefix string) {
	for key, v, ok := r.member(); ok; key, v, ok = r.member() {
		switch key {
		case keyBOMRef:
			p.ref = r.ref(v)
		case keyType:
			p.kind = r.shared(v)
		case keyGroup:
			p.group = r.shared(v)
		case keyScope:
			p.scope = r.shared(v)
		case keyName:
			p.name = r.field(v)
		case keyVersion:
			p.version = r.field(v)
		case keyPURL:
			p.purl = r.purl(v, p.ref)
		case keyCPE:
			p.cpe = r.checked(v, validCPE)
		case keySWID:
			p.swid = r.swid(v)
		case keyOmniborID:
			p.omnibor = r.identifiers(v, validOmniBOR)
		case keySWHID:
			p.swhid = r.identifiers(v, validSWHID)
		case keyManufacturer:
			p.manufacturer = r.party(v).text()
		case keyAuthors:
			r.firstParty(v, &p.authors)
		case keyAuthor:
			p.author = r.shared(v)
		case keyPublisher:
			p.publisher = r.shared(v)
		case keySupplier:
			p.supplier = r.party(v).text()
		case keyHashes:
			r.readHashes(v, &p.hashes)
		case keyLicenses:
			r.readLicences(v, p)
		case keyExternalReferences:
			r.readReferences(v, p, prefix)
		case keyProperties:
			r.readProperties(v, p, "")
		case keyComponents:
			r.components(v, from, parent, prefix+"components")
		case keyPedigree:
			r.readPedigree(v, parent, prefix+"pedigree/")
		case keyCryptoProperties:
			r.readCrypto(v, parent)
		case keyModelCard:
			r.readModelCard(v, parent)
		case keyEvidence:
			r.readEvidence(v, parent)
		case keyDescription: // of a component, what its package tells its users, often pages
			if p.row >= 0 {
				r.skip(v)
			} else {
				r.rest(key, v)
			}
		default:
			r.rest(key, v)
		}
	}
}

// readPedigree reads where a component comes from.
func (r *cdxReader) readPedigree(v token, parent int, prefix string) {
	if !r.is(v, '{') {
		return
	}
	for key, v, ok := r.member(); ok; key, v, ok = r.member() {
		switch key {
		case keyAncestors:
			r.components(v, "pedigree", parent, prefix+"ancestors")
		case keyDescendants:
			r.components(v, "pedigree", parent, prefix+"descendants")
		case keyVariants:
			r.components(v, "pedigree", parent, prefix+"variants")
		case keyCommits:
			r.readCommits(v, parent)
		case keyPatches:
			r.readPatches(v, parent)
		case keyNotes:
			r.readNotes(v, parent)
		default:
			r.rest(key, v)
		}
	}
}

// firstParty reads a list of parties and keeps the first that tells most.
func (r *cdxReader) firstParty(v token, into *Text) {
	if !r.is(v, '[') {
		into.State = better(into.State, Invalid)
		return
	}
	for v, ok := r.element(); ok; v, ok = r.element() {
		keepBetter(into, r.party(v).text())
	}
}

// spoil marks every field invalid, for a component that is no object.
func (p *part) spoil() {
	for _, t := range []*Text{&p.name, &p.version, &p.purl, &p.author, &p.supplier} {
		t.State = Invalid
	}
	p.hashes.state, p.licence = Invalid, Invalid
}

// identifier is the state of the identifiers together.
func (p *part) identifier() State {
	return better(better(better(better(p.purl.State, p.cpe.State), p.swid), p.omnibor), p.swhid)
}

// producer is who created the component: the manufacturer, the authors, the
// author, then the publisher. The supplier is not the same and stands apart.
func (p *part) producer() Text {
	t := p.manufacturer
	keepBetter(&t, p.authors)
	keepBetter(&t, p.author)
	keepBetter(&t, p.publisher)
	return t
}

// complete fills the details that other fields of the part give.
func (p *part) complete(licence State) {
	d := &p.detail
	d.own, d.elsewhere, d.print = p.hashes.algorithms, p.distributed.algorithms, p.hashes.print
	d.empty, d.filler = p.hashes.empty || p.distributed.empty, p.hashes.filler || p.distributed.filler
	sha512 := p.distributed.state
	if sha512 == Stated && d.elsewhere&sha512Algorithm == 0 {
		sha512 = Absent
	}
	if licence == Stated && d.licence != 0 {
		licence = Invalid
	}
	for _, f := range [...]struct {
		field detailField
		state State
	}{
		{manufacturerDetail, p.manufacturer.State}, {authorsDetail, p.authors.State}, {authorDetail, p.author.State},
		{publisherDetail, p.publisher.State}, {purlDetail, p.purl.State}, {cpeDetail, p.cpe.State}, {swidDetail, p.swid},
		{omniborDetail, p.omnibor}, {swhidDetail, p.swhid}, {ownHashDetail, p.hashes.state},
		{distributionHashDetail, p.distributed.state}, {distributionSHA512Detail, sha512}, {spdxLicenceDetail, licence},
	} {
		d.set(f.field, f.state)
	}
}

// componentPointer returns the JSON Pointer of a row of rows.
func componentPointer(rows []Component, row int) string {
	c := &rows[row]
	pointer := "/" + c.step.container
	if c.step.index >= 0 {
		pointer += "/" + strconv.Itoa(c.step.index)
	}
	if c.Parent >= 0 {
		return componentPointer(rows, c.Parent) + pointer
	}
	return pointer
}

// add keeps a value once.
func addOnce(list []string, value string) []string {
	if slices.Contains(list, value) {
		return list
	}
	return append(list, value)
}

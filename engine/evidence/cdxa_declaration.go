package evidence

import (
	"slices"
	"strings"
)

// cdxaSays names what a CycloneDX attestation has a place for. All else of a
// declaration is there only where bidgate's own properties, or the form inside
// the document, say it.
var cdxaSays = map[string]bool{
	"id": true, "date": true, "product": true, "sbom_ref": true, "standards": true, "people": true, "evidence": true,
	"manufacturer.name": true, "manufacturer.address": true, "manufacturer.url": true,
	"manufacturer.contact_name": true, "manufacturer.contact_email": true, "manufacturer.contact_phone": true,
	"product_details.type": true, "product_details.description": true, "product_details.parts": true,
	"support.state": true, "support.start": true, "support.end": true, "support.url": true,
	"vulnerability_disclosure.state": true, "vulnerability_disclosure.policy": true, "vulnerability_disclosure.contact": true,
	"vulnerability_disclosure.security_txt": true, "vulnerability_disclosure.advisories": true,
	"affirmation.state": true, "affirmation.statement": true, "affirmation.signatories": true,
	"assessor.state": true, "assessor.type": true, "assessor.organization": true,
}

// declare makes a declaration of the maps, where they answer any clause or
// question that is known here. Others attest something else, such as a build
// that was reproduced, and are an attestation only.
func (c *cdxaReader) declare(out *reading) {
	if !slices.ContainsFunc(c.entries(), func(s spot) bool { return c.clause(s.get("requirement").plain()) != "" }) {
		return
	}
	f := &cdxaForm{cdxaReader: c, projection: newProjection(c.limits), people: map[string]*node{}}
	f.build()
	if f.over() {
		c.problems = append(c.problems, *f.overrun(c.limits))
		out.readable = slices.Contains(out.kinds, KindSBOM)
		return
	}
	d, problems := f.read(c.src, c.limits, cdxaFormat, cdxaSays)
	d.Location = c.within.at
	d.contactsLackRoles()
	c.src.form = f.form
	if whole := f.embedded(d); whole != nil {
		d, problems = whole, nil
	}
	out.yaml = f.yaml
	out.declaration, out.kinds = d, append(out.kinds, KindDeclaration)
	c.problems = append(c.problems, problems...)
}

// cdxaForm makes the declaration form of a document (reference formats 2.5).
type cdxaForm struct {
	*cdxaReader
	*projection
	product  spot             // the target that is the product
	parts    map[string]spot  // the other targets, by bom-ref
	people   map[string]*node // by name
	claims   map[string]spot
	items    map[string]spot   // evidence by bom-ref
	remarks  map[string]spot   // the annotation that states an answer, by the claim
	evidence map[string]string // id in the form, by bom-ref
	digests  map[string]spot   // references with hashes, by url
	yaml     int               // bytes of the form inside the document
}

func (f *cdxaForm) build() {
	f.index()
	f.head()
	f.targets()
	f.properties()
	f.references()
	f.listStandards()
	f.listEvidence()
	f.answers()
	f.annotations()
	f.closing()
}

// index finds things by their bom-ref; the first of a name counts.
func (f *cdxaForm) index() {
	f.claims, f.items, f.remarks = byRef(f.within.get("claims").list()), byRef(f.within.get("evidence").list()), map[string]spot{}
	for _, note := range f.root.get("annotations").list() {
		if !strings.HasPrefix(note.get("text").plain(), statusMark) {
			continue
		}
		for _, subject := range note.get("subjects").list() {
			if _, taken := f.remarks[subject.plain()]; !taken {
				f.remarks[subject.plain()] = note
			}
		}
	}
}

func byRef(list []spot) map[string]spot {
	found := map[string]spot{}
	for _, s := range list {
		ref := s.get("bom-ref").plain()
		if _, taken := found[ref]; !taken && ref != "" {
			found[ref] = s
		}
	}
	return found
}

// copy is the text of a place, as the form has it.
func (f *cdxaForm) copy(s spot) *node { return f.stated(f.text(s), s.at) }

// date is the day of a place.
func (f *cdxaForm) date(s spot) *node { return f.day(f.text(s), s.at) }

func (f *cdxaForm) head() {
	meta := f.root.get("metadata")
	f.put("id", f.copy(f.root.get("serialNumber")))
	f.put("date", f.date(meta.get("timestamp")))
	for _, maker := range []spot{meta.get("manufacturer"), meta.get("component", "manufacturer"), meta.get("manufacture")} {
		if f.text(maker.get("name")).State == Stated {
			f.maker(maker)
			return
		}
	}
}

// maker puts in who makes the product.
func (f *cdxaForm) maker(s spot) {
	f.put("manufacturer.name", f.copy(s.get("name")))
	var address []string
	for _, field := range []string{"streetAddress", "postOfficeBoxNumber", "postalCode", "locality", "region", "country"} {
		if t := f.text(s.get("address", field)); t.State == Stated {
			address = append(address, t.Value)
		}
	}
	if len(address) > 0 {
		f.put("manufacturer.address", f.word(strings.Join(address, ", "), s.get("address").at))
	}
	for _, url := range s.get("url").list() {
		f.put("manufacturer.url", f.copy(url))
	}
	for _, field := range []string{"name", "email", "phone"} {
		f.put("manufacturer.contact."+field, f.copy(s.get("contact").first().get(field)))
	}
}

// targets finds the product among what is attested: the subject of the
// document, else the only thing there is. What else is attested is a part.
func (f *cdxaForm) targets() {
	subject := f.root.get("metadata", "component")
	var targets []spot
	for _, s := range f.cdxaReader.targets() {
		if s.get("type").plain() != "machine-learning-model" && !strings.Contains(s.at, "/organizations/") {
			targets = append(targets, s)
		}
	}
	for _, s := range targets {
		if same(s, subject, "name") && same(s, subject, "version") {
			f.product = s
			break
		}
	}
	if f.product.n == nil && subject.n == nil && len(targets) == 1 {
		f.product = targets[0]
	}
	for _, s := range []spot{subject, f.product} {
		for _, field := range []string{"name", "version", "type", "description", "purl", "cpe"} {
			f.put("product."+field, f.copy(s.get(field)))
		}
		if f.text(s.get("manufacturer", "name")).State == Stated && f.form.field("manufacturer") == nil {
			f.maker(s.get("manufacturer"))
		}
	}
	f.parts = map[string]spot{}
	for _, s := range targets {
		if ref := s.get("bom-ref").plain(); s.at != f.product.at && ref != "" {
			f.parts[ref] = s
			f.part(s)
		}
	}
}

func same(a, b spot, field string) bool {
	return a.n != nil && b.n != nil && a.get(field).plain() == b.get(field).plain()
}

// partKinds are the kinds of parts by the types of components; a service has none.
var partKinds = map[string]string{"device": "device", "firmware": "firmware", "application": "app", "": "service"}

func (f *cdxaForm) part(s spot) {
	part := f.object(s.at)
	f.set(part, "id", f.word(f.partID(s), s.get("bom-ref").at))
	if kind := f.property(s, "bidgate:part:kind"); kind.n != nil {
		f.set(part, "kind", f.copy(kind))
	}
	if kind, ok := partKinds[s.get("type").plain()]; ok {
		f.set(part, "kind", f.word(kind, s.at))
	}
	f.set(part, "name", f.copy(s.get("name")))
	f.set(part, "version", f.copy(s.get("version")))
	f.put("product.parts[]", part)
}

// partID is the id of a part: its bom-ref, without the mark that ours have.
func (f *cdxaForm) partID(s spot) string {
	return strings.TrimPrefix(s.get("bom-ref").plain(), "part-")
}

// property is the value of the first property of a name.
func (f *cdxaForm) property(s spot, name string) spot {
	for _, p := range s.get("properties").list() {
		if p.get("name").plain() == name {
			return p.get("value")
		}
	}
	return spot{}
}

func (f *cdxaForm) listStandards() {
	for _, s := range f.standards {
		standard := f.object(s.at.at)
		f.set(standard, "id", f.copy(s.at.get("bom-ref")))
		f.set(standard, "edition", f.copy(s.at.get("version")))
		f.put("standards[]", standard)
	}
}

// person puts a person into the form and gives the id: the name. Who is a contact
// in one place and signs in another has the role that stands there.
func (f *cdxaForm) person(s spot) *node {
	id := f.copy(s.get("name"))
	if id == nil {
		id = f.copy(s.get("email"))
	}
	if id == nil {
		return nil
	}
	person, known := f.people[id.text]
	if !known {
		person = f.object(s.at)
		f.people[id.text] = person
		f.set(person, "id", f.word(id.text, s.at))
		f.set(person, "name", f.word(id.text, s.at))
		f.put("people[]", person)
	}
	f.set(person, "email", f.copy(s.get("email"))) // set keeps what is there
	f.set(person, "role", f.copy(s.get("role")))
	f.set(person, "organization", f.copy(s.get("organization", "name")))
	return id
}

// contactsLackRoles says of persons who are not signatories that the format has
// no place for their role and organization: it knows them as contacts.
func (d *Declaration) contactsLackRoles() {
	signs := map[string]bool{}
	for _, s := range d.Affirmation.Signatories.Items {
		signs[s.Person.Value] = true
	}
	for i := range d.People.Items {
		p := &d.People.Items[i]
		if signs[p.ID.Value] {
			continue
		}
		for _, t := range []*Text{&p.Role, &p.Organization} {
			if absent(t.State) {
				t.State = Unsupported
			}
		}
	}
}

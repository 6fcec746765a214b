package evidence

import (
	"slices"
	"strconv"
)

// rowStore is where a reader of bills of materials puts what it reads, in
// whatever form the document is: the head, and rows that share the texts and
// lists that repeat.
type rowStore struct {
	bomTables
	sbom     SBOM
	licences *licenceClasses
	texts    statedTexts // those that repeat from row to row
	fields   textBlocks  // the others
	lists    map[string][]string
	hashSets map[algorithmSet][]string
	states   map[ComponentStates]*ComponentStates
	before   *ComponentStates // of the row before
	key      []byte
	boms     []DocumentLink // what it says of other documents
}

func newRowStore() rowStore {
	return rowStore{
		bomTables: bomTables{subject: noRef}, sbom: emptySBOM(), licences: &licenceClasses{},
		lists: map[string][]string{}, hashSets: map[algorithmSet][]string{},
		states: map[ComponentStates]*ComponentStates{}, before: &ComponentStates{},
	}
}

// emptySBOM is the head of a document that states nothing.
func emptySBOM() SBOM {
	none := Text{State: Absent}
	return SBOM{
		Format:       "cyclonedx",
		SerialNumber: none, Version: Integer{State: Absent}, Timestamp: Date{State: Absent},
		Authors:    List[Party]{State: Absent, Items: []Party{}},
		Tools:      List[Tool]{State: Absent, Items: []Tool{}},
		Lifecycles: Texts{State: Absent, Items: []string{}},
		Subject: Subject{State: Absent, BOMRef: none, Type: none, Group: none, Name: none, Version: none,
			PURL: none, CPE: none, Manufacturer: none, Supplier: none, Hashes: []Hash{}},
		Completeness: none,
		Unsupported:  []string{},
	}
}

// fill writes the part into its row. A row holds a value only where its state
// is stated.
func (r *rowStore) fill(c *Component, p *part) {
	producer := p.producer()
	if p.ref != noRef {
		c.BOMRef = r.refs.names[p.ref]
	}
	c.Type, c.Group, c.Scope = p.kind.Value, p.group.Value, p.scope.Value
	c.Name, c.Version, c.PURL, c.CPE = p.name.Value, p.version.Value, p.purl.Value, p.cpe.Value
	c.Producer, c.Supplier = producer.Value, p.supplier.Value
	c.Hashes, c.Licences = r.algorithms(p.hashes.algorithms|p.distributed.algorithms), r.list(p.licences)
	c.States = r.shareStates(ComponentStates{
		Name: p.state(nameField, p.name.State), Version: p.state(versionField, p.version.State),
		Identifier: p.state(identifierField, p.identifier()), Producer: p.state(producerField, producer.State),
		Supplier: p.state(supplierField, p.supplier.State), Hash: p.state(hashField, better(p.hashes.state, p.distributed.state)),
		Licence: p.state(licenceField, p.licence),
	})
	p.complete(c.States.Licence)
}

// setSubject makes the part the subject. It is no row.
func (r *rowStore) setSubject(p *part) {
	s := &r.sbom.Subject
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
	s.Hashes = slices.Concat([]Hash{}, p.hashes.full, p.distributed.full)
	r.endOfSupport = p.endOfSupport
}

// shareStates keeps one copy of the states that rows have: most have those of the
// row before.
func (r *rowStore) shareStates(s ComponentStates) *ComponentStates {
	if *r.before == s {
		return r.before
	}
	if r.states[s] == nil {
		kept := s // s itself would be made anew for each row
		r.states[s] = &kept
	}
	r.before = r.states[s]
	return r.before
}

// intern keeps one copy of each text that repeats.
func (r *rowStore) intern(b []byte) string { return r.texts.keep(b) }

// noTexts is the empty list, which is [] in JSON.
var noTexts = []string{}

// list keeps one copy of each list of texts that repeats. No row changes its
// lists, so that rows may share them.
func (r *rowStore) list(texts []string) []string {
	if len(texts) == 0 {
		return noTexts
	}
	key := r.key[:0]
	for _, t := range texts {
		key = strconv.AppendInt(key, int64(len(t)), 10)
		key = append(append(key, ':'), t...)
	}
	r.key = key
	if kept, ok := r.lists[string(key)]; ok {
		return kept
	}
	kept := append([]string(nil), texts...)
	r.lists[string(key)] = kept
	return kept
}

// algorithms lists a set of hash algorithms.
func (r *rowStore) algorithms(set algorithmSet) []string {
	if set == 0 {
		return noTexts
	}
	if kept, ok := r.hashSets[set]; ok {
		return kept
	}
	var names []string
	for i, name := range hashAlgorithms {
		if set&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	r.hashSets[set] = names
	return names
}

package evidence

import "reflect"

// tmbomExtension is the name of the extension in which a TM-BOM holds what its
// format cannot say: the fields of a hand-written summary, threat_model: 1 first.
// The schema asks for a name that begins with a domain and is nobody else's.
const tmbomExtension = "github.com/bidgate/bidgate/threat-model"

// extension reads the summary inside the model, for supplement to fill in. Other
// extensions are passed over, as unknown fields are.
func (b *tmbomReader) extension() {
	at := b.root.get("extensions", tmbomExtension)
	if !at.there() {
		return
	}
	if at.n.kind != objectNode {
		b.warn(warnUnknownValue, at, "this must be an object with the fields of a summary, threat_model: 1 first; write it as one")
		return
	}
	out := readSummary(&source{path: b.src.path, tree: at.n, syntax: b.src.syntax}, b.limits)
	inside := func(pointer string) string { return at.at + pointer }
	for i := range out.problems {
		out.problems[i].At.Pointer = inside(out.problems[i].At.Pointer)
	}
	b.problems = append(b.problems, out.problems...)
	if m := out.threatModel(); m != nil {
		relocate(reflect.ValueOf(m).Elem(), inside)
		m.Location = at.at
		b.src.extension = m
	}
}

// extend lets the summary inside a model fill in what its format cannot say.
func (d *Dossier) extend(l Limits) {
	for i := range d.ThreatModels {
		m := &d.ThreatModels[i]
		summary := d.sources[m.Document].extension
		if summary == nil {
			continue
		}
		summary.Document = m.Document
		s := supplementer{d: d, summary: summary, model: m, within: summary.Location, most: l.MaxProblems, pairs: map[string][]rowPair{}}
		m.SupplementedBy = Supplement{
			State: Stated, Path: Text{State: Stated, Value: d.Bundle.Documents[m.Document].Path}, Model: -1, Document: m.Document, Location: summary.Location,
		}
		s.fill()
	}
}

package evidence

import "strings"

// looksLikeOSCAL recognises an OSCAL component definition in JSON.
func looksLikeOSCAL(h head) bool { return h.syntax == jsonSyntax && h.has("component-definition") }

// oscalSays names what a component definition has a place for. It has none for
// a degree of conformance, so that a statement says how a clause is met, and
// whether it is met only where the implementation status says so.
var oscalSays = map[string]bool{"id": true, "date": true, "product.name": true, "product_details.description": true, "product_details.parts": true}

// readOSCAL reads the statements of a component definition as answers, where
// they are of clauses that are known here. Any other is an attachment.
func readOSCAL(src *source, l Limits) reading {
	l = l.withDefaults()
	out := reading{kinds: []Kind{KindAttachment}}
	tree, problem := src.parse(l)
	if problem != nil {
		out.problems = []Problem{*problem}
		return out
	}
	o := &oscalReader{projection: newProjection(l), root: spot{n: tree}.get("component-definition"), limits: l}
	meta := o.root.get("metadata")
	out.readable, out.formatVersion = true, meta.get("oscal-version").plain()
	out.attachment = &Attachment{Form: "oscal", Title: statedText(meta.get("title").plain())}
	o.put("id", o.copy(o.root.get("uuid")))
	o.put("date", o.day(statedText(meta.get("last-modified").plain()), meta.get("last-modified").at))
	components := o.root.get("components").list()
	for _, component := range components {
		o.component(component, len(components) == 1)
	}
	if o.form.field("answers") == nil {
		return out
	}
	if o.over() {
		out.problems, out.readable = []Problem{*o.overrun(l)}, false
		return out
	}
	src.form = o.form
	out.declaration, out.problems = o.read(src, l, "oscal-component", oscalSays)
	out.declaration.Location = o.root.at
	out.kinds, out.attachment = []Kind{KindDeclaration}, nil
	return out
}

type oscalReader struct {
	*projection
	root   spot
	limits Limits
}

func (o *oscalReader) copy(s spot) *node { return o.stated(statedText(s.plain()), s.at) }

// component reads what one component implements. The only one is the product;
// of several, each is a part.
func (o *oscalReader) component(s spot, only bool) {
	if only {
		o.put("product.name", o.copy(s.get("title")))
		o.put("product.description", o.copy(s.get("description")))
	}
	for _, implementation := range s.get("control-implementations").list() {
		for _, requirement := range implementation.get("implemented-requirements").list() {
			o.answer(requirement, s, only)
		}
	}
}

// oscalStatuses are the statuses of answers by those of implementations; what
// is planned is not met yet.
var oscalStatuses = map[string]string{
	"implemented": "met", "partial": "partial", "planned": "not_met", "alternative": "unknown", "not-applicable": "not_applicable",
}

func (o *oscalReader) answer(s, component spot, only bool) {
	control := s.get("control-id")
	id, _ := clauseOf(control.plain())
	if _, known := clausesInLowerCase()[strings.ToLower(id)]; !known && speaksFor(id, nil) == nil && !inQuestionnaire(id) {
		return
	}
	a := o.object(s.at)
	o.set(a, "requirement", o.word(id, control.at))
	status, at := "unknown", s.at
	for _, p := range s.get("props").list() {
		if p.get("name").plain() == "implementation-status" {
			if word, ok := oscalStatuses[p.get("value").plain()]; ok {
				status, at = word, p.get("value").at
			}
		}
	}
	o.set(a, "status", o.word(status, at))
	text := "statement"
	if status == "not_met" || status == "not_applicable" {
		text = "justification"
	}
	o.set(a, text, o.copy(s.get("description")))
	if !only {
		o.part(component)
		o.add(a, "parts", o.copy(component.get("uuid")))
	}
	o.put("answers[]", a)
}

// part puts a component in as a part, once.
func (o *oscalReader) part(s spot) {
	id := s.get("uuid").plain()
	if id == "" || o.has(s.at) {
		return
	}
	part := o.object(s.at)
	o.set(part, "id", o.copy(s.get("uuid")))
	if kind, ok := partKindWords.find(s.get("type").plain()); ok {
		o.set(part, "kind", o.word(kind, s.get("type").at))
	}
	o.set(part, "name", o.copy(s.get("title")))
	o.put("product.parts[]", part)
}

// has says that the last part is of this place: components are read in turn.
func (o *oscalReader) has(at string) bool {
	parts := o.form.field("product").field("parts").items()
	return len(parts) > 0 && o.from[parts[len(parts)-1]] == at
}

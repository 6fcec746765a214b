package evidence

import (
	"slices"
	"strings"

	"github.com/bidgate/bidgate/engine/internal/pattern"
)

// looksLikePytm recognises what pytm writes with --json.
func looksLikePytm(h head) bool {
	return tree(h) && h.has("threatsFile") && h.has("elements") && h.has("flows") && !h.has("threat_model")
}

// readPytm reads the JSON of pytm. Elements have no ids and are named by each
// other, and a finding names its element so. A finding that an assumption
// excludes is one that does not apply; those of the library that the whole
// model leaves out are not in the file, which a warning says.
func readPytm(src *source, l Limits) reading {
	r, problem := newModelReader(src, l, "pytm")
	if problem != nil {
		return refusedModel(problem)
	}
	p := pytmReader{modelReader: r}
	p.head()
	p.elements()
	p.flows()
	p.findings()
	return r.result("")
}

type pytmReader struct{ *modelReader }

func (p *pytmReader) head() {
	m, root := p.model, p.root
	m.Title = p.label(root.get("name"))
	m.Product.Name = m.Title
	m.Scope.Description = p.text(root.get("description"))
	m.Scope.State = m.Scope.Description.State
	m.Assumptions = rows(p.modelReader, root.get("assumptions"), func(s spot) Assumption {
		return Assumption{Text: p.assumption(s), Location: s.at}
	})
	if left := root.get("threatsExcluded"); len(left.list()) > 0 {
		p.warn(warnIncomplete, left, "the model leaves out %d threats of the library for all elements; say for each why it does not apply", len(left.list()))
	}
}

// assumption reads the sentence of an assumption, which is a text or an object.
func (p *pytmReader) assumption(s spot) Text {
	for _, name := range []string{"name", "description"} {
		if at := s.get(name); at.plain() != "" {
			return p.text(at)
		}
	}
	if s.n != nil && s.n.kind == objectNode {
		return Text{}
	}
	return p.text(s)
}

// pytmKinds are the classes of elements, with their kind.
var pytmKinds = map[string]string{
	"Actor": "external", "ExternalEntity": "external", "Server": "process", "Process": "process", "SetOfProcesses": "process",
	"Lambda": "process", "LLM": "process", "Agent": "process", "Datastore": "data_store",
}

// classOf takes a word of an enumeration that pytm writes as "Name.WORD".
func classOf(s spot) string {
	text := s.plain()
	return strings.ToLower(text[strings.LastIndexByte(text, '.')+1:])
}

func (p *pytmReader) elements() {
	m, root := p.model, p.root
	m.TrustBoundaries = rows(p.modelReader, root.get("boundaries"), func(s spot) Boundary {
		b := Boundary{Name: p.label(s.get("name")), Location: s.at}
		p.name("boundary", b.Name.Value, s)
		return b
	})
	m.Assets = rows(p.modelReader, root.get("data"), func(s spot) Asset {
		a := Asset{Name: p.label(s.get("name")), Kind: Text{State: Stated, Value: "data"}, Location: s.at}
		p.name("data", a.Name.Value, s)
		if class := statedText(classOf(s.get("classification"))); class.State == Stated {
			a.Sensitivity = Texts{State: Stated, Items: []string{class.Value}}
		} else {
			a.Sensitivity.State = class.State
		}
		return a
	})
	m.Actors = rows(p.modelReader, root.get("actors"), func(s spot) Named {
		return Named{Name: p.label(s.get("name")), Location: s.at}
	})
	m.Components = rows(p.modelReader, root.get("elements"), p.part)
}

func (p *pytmReader) part(s spot) ModelPart {
	part := ModelPart{Name: p.label(s.get("name")), Location: s.at}
	p.name("element", part.Name.Value, s)
	if kind := pytmKinds[s.get("__class__").plain()]; kind != "" {
		part.Kind = Text{State: Stated, Value: kind}
	}
	if boundary := s.get("inBoundary"); boundary.there() {
		part.Zone = p.text(boundary)
		p.refer(boundary, part.Zone.Value, "boundary")
	}
	part.InScope = p.inScope(s, part.Name)
	return part
}

// inScope reads whether an element or a flow is in scope; one that is not is listed.
func (p *pytmReader) inScope(s spot, name Text) Flag {
	in, out := p.flag(s.get("inScope")), &p.model.Scope.Out
	if in.State == Stated {
		p.model.Scope.State, out.State = Stated, Stated
	}
	if in.State == Stated && !in.Value {
		out.Items = append(out.Items, Excluded{Item: name, Location: s.at})
	}
	return in
}

func (p *pytmReader) flows() {
	p.model.DataFlows = rows(p.modelReader, p.root.get("flows"), func(s spot) DataFlow {
		flow := DataFlow{
			Name: p.label(s.get("name")), Source: p.text(s.get("source")), Destination: p.text(s.get("sink")), Protocol: p.text(s.get("protocol")),
			Authenticated: p.flag(s.get("controls", "authenticatesSource")), Location: s.at,
		}
		p.name("flow", flow.Name.Value, s)
		p.refer(s.get("source"), flow.Source.Value, "element")
		p.refer(s.get("sink"), flow.Destination.Value, "element")
		flow.Encrypted = p.flag(s.get("controls", "isEncrypted"))
		if version := classOf(s.get("tlsVersion")); version != "" && version != "none" {
			flow.Encrypted = Flag{State: Stated, Value: true}
		}
		switch class := classOf(s.get("maxClassification")); class {
		case "":
		case "unknown":
			flow.Sensitive.State = Unknown
		default:
			flow.Sensitive = Flag{State: Stated, Value: class != "public"}
		}
		p.inScope(s, flow.Name)
		return flow
	})
}

// findings reads the threats: those of the model, which repeat those that stand
// on the elements, and those that an assumption excludes. A file that has
// findings on its elements alone is read by them.
func (p *pytmReader) findings() {
	m := p.model
	list := p.root.get("findings")
	if list.there() && list.n.kind != arrayNode {
		p.warn(warnUnknownValue, list, "this must be a list; write it as one")
		m.Threats.State, m.Mitigations.State = Invalid, Invalid
	} else if list.there() {
		m.Threats.State, m.Mitigations.State = Stated, Stated
	}
	for _, s := range list.list() {
		p.finding(s, "")
	}
	if len(m.Threats.Items) == 0 {
		for _, of := range []string{"elements", "flows"} {
			for _, element := range p.root.get(of).list() {
				for _, s := range element.get("findings").list() {
					p.finding(s, element.get("name").plain())
				}
			}
		}
	}
	for _, s := range p.root.get("excluded_findings").list() {
		p.excluded(s)
	}
	if len(m.Threats.Items) > 0 { // also where they stand on the elements alone
		m.Threats.State, m.Mitigations.State = Stated, Stated
	}
}

// finding reads one threat. Its number is its id, where it has one: the id in
// the library is that of a class of threats.
func (p *pytmReader) finding(s spot, element string) {
	m := p.model
	t := Threat{
		ID: p.text(s.get("id")), Title: p.label(s.get("description")), Statement: p.text(s.get("details")),
		Likelihood: p.text(s.get("likelihood")), Location: s.at,
	}
	if class := p.text(s.get("threat_id")); class.State == Stated {
		if absent(t.ID.State) {
			t.ID = class
		}
		t.Tags = Texts{State: Stated, Items: []string{class.Value}}
	}
	if target := s.get("target").plain(); target != "" {
		element = target
	}
	switch {
	case element == "":
	case p.has("flow", element) && !p.has("element", element):
		t.DataFlows = Texts{State: Stated, Items: []string{element}}
	default:
		p.refer(s.get("target"), element, "element", "flow", "boundary")
		t.Components = Texts{State: Stated, Items: []string{element}}
	}
	t.Weaknesses, t.Patterns = classesIn(s.get("references").plain())
	p.readSeverity(&t, s.get("severity"))
	p.readStatus(&t, s.get("response"))
	if remedy := p.text(s.get("mitigations")); remedy.State == Stated {
		t.Mitigations = []Row{Row(len(m.Mitigations.Items))}
		m.Mitigations.Items = append(m.Mitigations.Items, Mitigation{Text: remedy, Location: s.get("mitigations").at})
	}
	m.Threats.Items = append(m.Threats.Items, t)
}

// excluded reads a finding that an assumption of the vendor takes away.
func (p *pytmReader) excluded(s spot) {
	if s.n == nil || s.n.kind != objectNode {
		return
	}
	p.finding(s, "")
	t := &p.model.Threats.Items[len(p.model.Threats.Items)-1]
	t.Status, t.StatusBasis = Text{State: Stated, Value: "not_applicable"}, "stated"
	t.Justification = p.assumption(s.get("assumption"))
}

// classRef is a weakness or an attack pattern in a text of references, by its
// number or by its page.
var classRef = pattern.Lazy(`(?i)(cwe|capec)(?:-|\.mitre\.org/data/definitions/)([0-9]{1,6})`)

// classesIn finds the weaknesses and attack patterns that a text refers to.
func classesIn(text string) (weaknesses, patterns Texts) {
	const most = 100 // in one text
	for _, m := range classRef().FindAllStringSubmatch(text, most) {
		list, known := &weaknesses, weaknessOf
		if strings.EqualFold(m[1], "capec") {
			list, known = &patterns, patternOf
		}
		if id, ok := known(m[2]); ok && !slices.Contains(list.Items, id) {
			list.State, list.Items = Stated, append(list.Items, id)
		}
	}
	return weaknesses, patterns
}

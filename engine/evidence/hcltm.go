package evidence

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// looksLikeHCLTM recognises a hcltm or threatcl file in its JSON form.
func looksLikeHCLTM(h head) bool {
	return tree(h) && h.has("spec_version") && h.has("threatmodel") && !h.has("threat_model")
}

// readHCLTM reads the JSON form of hcltm, now threatcl. A block stands as an
// object when there is one and as a list when there are several, and the labels
// of a block are the keys around it. One file may hold several models.
func readHCLTM(src *source, l Limits) reading {
	r, problem := newModelReader(src, l, "hcltm")
	if problem != nil {
		return refusedModel(problem)
	}
	version := r.root.get("spec_version").plain()
	out := reading{kinds: []Kind{KindThreatModel}, formatVersion: version, readable: true}
	blocks := labelled(r.root.get("threatmodel"))
	if len(blocks) > r.limits.MaxModels {
		return refusedModel(limitProblem("MaxModels", r.limits.MaxModels, fmt.Sprintf("the number of threat models, %d,", len(blocks)), src.position("/threatmodel")))
	}
	for _, b := range blocks {
		r.begin(b.at)
		h := hclReader{modelReader: r}
		h.head(b)
		h.elements()
		h.threats()
		r.finish(version)
		out.threatModels = append(out.threatModels, *r.model)
	}
	if len(out.threatModels) == 0 {
		return refusedModel(&Problem{Code: codeClaim, Message: "there is no threat model in the file; add a threatmodel block",
			At: src.position("/threatmodel")})
	}
	out.problems = r.problems
	return out
}

type hclReader struct{ *modelReader }

// hclBlock is a block of HCL: its label, and the place of its body.
type hclBlock struct {
	label Text
	at    spot
}

// labelled are the blocks of a sort that have a label: the members of an
// object, or of each object of a list. A label may stand before several bodies.
func labelled(s spot) []hclBlock {
	var blocks []hclBlock
	for _, entry := range s.listOrOne() {
		names, bodies := entry.members()
		for i, body := range bodies {
			for _, at := range body.listOrOne() {
				blocks = append(blocks, hclBlock{label: statedText(withoutTags(names[i])), at: at})
			}
		}
	}
	return blocks
}

// maybeLabelled are the blocks of a sort that have a label in some versions: a body
// says something itself, and a label only what is below it.
func maybeLabelled(s spot) []hclBlock {
	var blocks []hclBlock
	for _, entry := range s.listOrOne() {
		if entry.get("description").plain() != "" {
			blocks = append(blocks, hclBlock{at: entry})
			continue
		}
		blocks = append(blocks, labelled(entry)...)
	}
	return blocks
}

func (h *hclReader) head(b hclBlock) {
	m, root := h.model, h.root
	m.Title, m.Product.Name = b.label, b.label
	m.Scope.Description = h.text(root.get("description"))
	if author := h.person(root.get("author")); author.State == Stated {
		m.Authors = List[Person]{State: Stated, Items: []Person{author}}
	} else {
		m.Authors.State = author.State
	}
	for _, name := range []string{"updated_at", "created_at"} {
		if day := h.moment(root.get(name)); absent(m.Date.State) {
			m.Date = day
		}
	}
	if open := h.flag(h.first(root.get("attributes")).get("internet_facing")); open.State == Stated {
		m.Exposure = Text{State: Stated, Value: "internal"}
		if open.Value {
			m.Exposure.Value = "internet_facing"
		}
	}
	for _, name := range []string{"including", "imports"} {
		if s := root.get(name); s.there() {
			h.warn(warnIncomplete, s, "the model takes parts from another file, which are not read; send a file that holds them")
		}
	}
}

// first is the first body of a block that stands once.
func (h *hclReader) first(s spot) spot {
	if bodies := s.listOrOne(); len(bodies) > 0 {
		return bodies[0]
	}
	return spot{at: s.at}
}

// moment reads a time, which the format writes in seconds since 1970.
func (h *hclReader) moment(s spot) Date {
	seconds, err := strconv.ParseInt(s.plain(), 10, 64)
	if err != nil || seconds < 0 || seconds > maxSeconds {
		return h.date(s)
	}
	day, _ := parseDay(time.Unix(seconds, 0).UTC().Format(time.DateOnly))
	return Date{State: Stated, Value: day}
}

// maxSeconds is the end of the year 9999.
const maxSeconds = 253402300799

// elements reads what a model says beside its threats. What a file does not
// hold is stated as none: HCL has no other way to say so.
func (h *hclReader) elements() {
	m, root := h.model, h.root
	for _, b := range labelled(root.get("information_asset")) {
		h.name("information asset", b.label.Value, b.at)
		a := Asset{ID: b.label, Name: b.label, Kind: Text{State: Stated, Value: "data"}, Location: b.at.at}
		a.Sensitivity = h.texts(b.at.get("information_classification"))
		m.Assets.State, m.Assets.Items = Stated, append(m.Assets.Items, a)
	}
	for _, s := range root.get("usecase").listOrOne() {
		if use := h.text(s.get("description")); use.State == Stated {
			m.Scope.In.State, m.Scope.In.Items = Stated, append(m.Scope.In.Items, use.Value)
		}
	}
	for _, s := range root.get("exclusion").listOrOne() {
		m.Scope.Out.State = Stated
		m.Scope.Out.Items = append(m.Scope.Out.Items, Excluded{Item: h.text(s.get("description")), Location: s.at})
	}
	if m.Scope.State = m.Scope.Description.State; m.Scope.In.State == Stated || m.Scope.Out.State == Stated {
		m.Scope.State = Stated
	}
	for _, b := range labelled(root.get("third_party_dependency")) {
		m.Dependencies.State = Stated
		m.Dependencies.Items = append(m.Dependencies.Items, Named{ID: b.label, Name: b.label, Location: b.at.at})
	}
	for _, diagram := range labelled(root.get("data_flow_diagram_v2")) {
		h.diagram(diagram.at, Text{})
	}
	for _, body := range root.get("data_flow_diagram").listOrOne() {
		h.diagram(body, Text{})
	}
}

// hclParts are the elements of a data flow diagram, with their kind.
var hclParts = []struct{ block, kind string }{{"process", "process"}, {"external_element", "external"}, {"data_store", "data_store"}}

// diagram reads the elements of a diagram or of one of its trust zones.
func (h *hclReader) diagram(s spot, zone Text) {
	m := h.model
	for _, sort := range hclParts {
		for _, b := range labelled(s.get(sort.block)) {
			part := ModelPart{ID: b.label, Name: b.label, Kind: Text{State: Stated, Value: sort.kind}, Zone: zone, Location: b.at.at}
			if stated := h.text(b.at.get("trust_zone")); stated.State == Stated {
				part.Zone = stated
			}
			h.name("element", b.label.Value, b.at)
			m.Components.State, m.Components.Items = Stated, append(m.Components.Items, part)
		}
	}
	for _, b := range labelled(s.get("flow")) {
		from, to := b.at.get("from"), b.at.get("to")
		flow := DataFlow{Name: b.label, Source: h.text(from), Destination: h.text(to), Location: b.at.at}
		h.refer(from, flow.Source.Value, "element")
		h.refer(to, flow.Destination.Value, "element")
		m.DataFlows.State, m.DataFlows.Items = Stated, append(m.DataFlows.Items, flow)
	}
	for _, b := range labelled(s.get("trust_zone")) {
		m.TrustZones.State = Stated
		m.TrustZones.Items = append(m.TrustZones.Items, Named{ID: b.label, Name: b.label, Location: b.at.at})
		if zone.State != Stated { // zones do not stand in zones
			h.diagram(b.at, b.label)
		}
	}
}

func (h *hclReader) threats() {
	m := h.model
	m.Threats.State, m.Mitigations.State = Stated, Stated
	for _, b := range maybeLabelled(h.root.get("threat")) {
		t := Threat{ID: b.label, Title: b.label, Statement: h.text(b.at.get("description")), Location: b.at.at}
		h.name("threat", t.ID.Value, b.at)
		impacts := h.texts(b.at.get("impacts"))
		if t.Impact.State = impacts.State; len(impacts.Items) > 0 {
			t.Impact.Value = strings.Join(impacts.Items, ", ")
		} else if impacts.State == Stated { // a list of none is no impact
			t.Impact.State = Absent
		}
		for _, name := range h.texts(b.at.get("stride")).Items {
			t.Categories.State = Stated
			t.Categories.Items = append(t.Categories.Items, categoryOf(Text{State: Stated, Value: "STRIDE"}, Text{State: Stated, Value: name}))
		}
		for _, ref := range b.at.get("information_asset_refs").list() {
			h.refer(ref, h.text(ref).Value, "information asset")
		}
		h.controls(&t, b.at)
		m.Threats.Items = append(m.Threats.Items, t)
	}
}

// controls reads the controls of a threat, which stand within it: a sentence,
// or blocks of several names, by version of the format.
func (h *hclReader) controls(t *Threat, s spot) {
	if sentence := s.get("control"); sentence.plain() != "" {
		h.control(t, Mitigation{Text: h.text(sentence), Location: sentence.at})
	}
	for _, b := range append(labelled(s.get("expanded_control")), labelled(s.get("control"))...) {
		c := Mitigation{Title: b.label, Text: h.text(b.at.get("description")), Location: b.at.at}
		h.implemented(&c, b.at.get("implemented"))
		h.control(t, c)
	}
	for _, b := range maybeLabelled(s.get("proposed_control")) {
		c := Mitigation{Title: b.label, Text: h.text(b.at.get("description")), Location: b.at.at}
		if h.implemented(&c, b.at.get("implemented")); absent(c.Status.State) {
			c.Status = Text{State: Stated, Value: "proposed"}
		}
		h.control(t, c)
	}
	if s := s.get("control_imports"); s.there() {
		h.warn(warnIncomplete, s, "the threat takes controls from another file, which are not read; send a file that holds them")
	}
}

// implemented reads whether a control is in place: true or false, also as text.
func (h *hclReader) implemented(c *Mitigation, s spot) {
	done := h.flag(s)
	if c.Status.State = done.State; done.State == Stated {
		c.StatusRaw = strconv.FormatBool(done.Value)
		c.Status.Value, _ = h.form.mitigation.find(c.StatusRaw)
	}
}

func (h *hclReader) control(t *Threat, c Mitigation) {
	m := h.model
	t.Mitigations = append(t.Mitigations, Row(len(m.Mitigations.Items)))
	m.Mitigations.Items = append(m.Mitigations.Items, c)
}

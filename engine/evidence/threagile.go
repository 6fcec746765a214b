package evidence

import (
	"slices"
	"strings"
)

// looksLikeThreagile recognises a Threagile model.
func looksLikeThreagile(h head) bool {
	return tree(h) && h.has("threagile_version") && !h.has("threat_model")
}

// readThreagile reads a Threagile model, with the documents that it includes
// and with the list of risks that the tool computed from it, where the bundle
// has them. The model itself holds no threats: without the list a model has
// none, and that it has none says nothing.
func readThreagile(src *source, l Limits) reading {
	r, problem := newModelReader(src, l, "threagile")
	if problem != nil {
		return refusedModel(problem)
	}
	t := newThreagileReader(r)
	parts := src.beside
	if parts == nil {
		parts = &modelParts{}
	}
	t.roots = append([]spot{r.root}, parts.included...)
	for _, missing := range parts.missing {
		r.warn(warnIncomplete, spot{at: missing.at}, "%s", missing.why)
	}
	t.head()
	t.assets()
	t.boundaries()
	t.technical()
	t.stories()
	t.categories()
	t.track()
	if parts.risks.n != nil {
		t.risks(parts.risks)
		t.unused()
	} else {
		r.form.lacksThreats(r)
	}
	return r.result(r.root.get("threagile_version").plain())
}

// lacksThreats marks a model whose threats stand in another document.
func (f *modelForm) lacksThreats(r *modelReader) {
	alone := *f
	alone.unsupported += " threats"
	r.form = &alone
	r.warn(warnIncomplete, r.root, "the threats of a Threagile model stand in the risks.json that the tool writes; add it to the bundle")
}

type threagileReader struct {
	*modelReader
	roots    []spot
	zone     map[string]string            // the boundary that a technical asset is in, by id
	secret   map[string]bool              // data assets that are confidential
	class    map[string]threagileCategory // categories of risks that the model defines
	tracking []threagileTracking
	exact    map[string]int // rows in tracking, by key
}

func newThreagileReader(r *modelReader) *threagileReader {
	return &threagileReader{modelReader: r, zone: map[string]string{}, secret: map[string]bool{}, class: map[string]threagileCategory{}, exact: map[string]int{}}
}

// first is the first of the model's documents that has a value.
func (t *threagileReader) first(names ...string) spot {
	for _, root := range t.roots {
		if s := root.get(names...); s.there() {
			return s
		}
	}
	return t.roots[0].get(names...)
}

// named are the members of a section in all documents of the model, by name.
func (t *threagileReader) named(section string) (names []Text, values []spot) {
	for _, root := range t.roots {
		keys, members := root.get(section).members()
		for i, key := range keys {
			names = append(names, statedText(withoutTags(key)))
			values = append(values, members[i])
		}
	}
	return names, values
}

// has says that one of the documents has a section.
func (t *threagileReader) stated(section string) State {
	if t.first(section).there() {
		return Stated
	}
	return ""
}

func (t *threagileReader) head() {
	m := t.model
	m.Title = t.label(t.first("title"))
	m.Product.Name = m.Title
	m.Date = t.date(t.first("date"))
	m.Criticality = t.label(t.first("business_criticality"))
	people := []spot{t.first("author")}
	people = append(people, t.first("contributors").list()...)
	for _, s := range people {
		p := t.person(s.get("name"))
		if p.State != Stated {
			continue
		}
		p.Email = t.text(s.get("contact"))
		m.Authors.State, m.Authors.Items = Stated, append(m.Authors.Items, p)
	}
	for _, section := range []string{"application_description", "technical_overview", "business_overview"} {
		if text := t.label(t.first(section, "description")); absent(m.Scope.Description.State) {
			m.Scope.Description = text
		}
	}
	m.Scope.State = m.Scope.Description.State
}

// id reads the id of an entry of a sort.
func (t *threagileReader) id(s spot, sort string) Text {
	id := t.text(s.get("id"))
	t.name(sort, id.Value, s)
	return id
}

func (t *threagileReader) assets() {
	m := t.model
	m.Assets.State = t.stated("data_assets")
	names, values := t.named("data_assets")
	for i, s := range values {
		a := Asset{ID: t.id(s, "data asset"), Name: names[i], Kind: Text{State: Stated, Value: "data"}, Location: s.at}
		for _, goal := range []string{"confidentiality", "integrity", "availability"} {
			if rating := t.text(s.get(goal)); rating.State == Stated {
				a.Sensitivity.State, a.Sensitivity.Items = Stated, append(a.Sensitivity.Items, goal+" "+rating.Value)
				if goal == "confidentiality" && strings.HasSuffix(rating.Value, "confidential") {
					t.secret[a.ID.Value] = true
				}
			}
		}
		m.Assets.Items = append(m.Assets.Items, a)
	}
}

func (t *threagileReader) boundaries() {
	m := t.model
	m.TrustBoundaries.State = t.stated("trust_boundaries")
	names, values := t.named("trust_boundaries")
	for i, s := range values {
		b := Boundary{ID: t.id(s, "trust boundary"), Name: names[i], Location: s.at}
		for _, inside := range s.get("technical_assets_inside").list() {
			id := t.text(inside).Value
			t.refer(inside, id, "technical asset")
			if _, taken := t.zone[id]; !taken {
				t.zone[id] = b.ID.Value
			}
		}
		for _, nested := range s.get("trust_boundaries_nested").list() {
			t.refer(nested, t.text(nested).Value, "trust boundary")
		}
		m.TrustBoundaries.Items = append(m.TrustBoundaries.Items, b)
	}
}

// threagileKinds are the types of technical assets, with their kind.
var threagileKinds = map[string]string{"external-entity": "external", "process": "process", "datastore": "data_store"}

func (t *threagileReader) technical() {
	m := t.model
	m.Components.State = t.stated("technical_assets")
	m.DataFlows.State, m.Scope.Out.State = m.Components.State, m.Components.State
	names, values := t.named("technical_assets")
	for i, s := range values {
		part := ModelPart{ID: t.id(s, "technical asset"), Name: names[i], Reason: t.label(s.get("justification_out_of_scope")), Location: s.at}
		if kind := threagileKinds[s.get("type").plain()]; kind != "" {
			part.Kind = Text{State: Stated, Value: kind}
		}
		if zone := t.zone[part.ID.Value]; zone != "" {
			part.Zone = Text{State: Stated, Value: zone}
		}
		if out := t.flag(s.get("out_of_scope")); out.State == Stated {
			part.InScope = Flag{State: Stated, Value: !out.Value}
			if out.Value {
				m.Scope.Out.Items = append(m.Scope.Out.Items, Excluded{Item: part.Name, Reason: part.Reason, Location: s.at})
			}
		}
		if t.flag(s.get("internet")).Value {
			m.Interfaces.State = Stated
			m.Interfaces.Items = append(m.Interfaces.Items, Interface{
				Name: part.Name, Component: part.ID, Kind: Text{State: Stated, Value: "internet"}, Basis: "derived", Location: s.at,
			})
		}
		m.Components.Items = append(m.Components.Items, part)
		t.flows(part.ID, s.get("communication_links"))
	}
	if m.Scope.Out.State == Stated {
		m.Scope.State = Stated
	}
}

// flows reads the communication links of a technical asset. The tool makes
// their ids of that of the asset and of their title.
func (t *threagileReader) flows(source Text, links spot) {
	names, values := links.members()
	for i, s := range values {
		target := t.text(s.get("target"))
		flow := DataFlow{
			ID: Text{State: Stated, Value: source.Value + ">" + threagileID(names[i])}, Name: statedText(withoutTags(names[i])),
			Source: source, Destination: target, Protocol: t.text(s.get("protocol")), Location: s.at,
		}
		t.refer(s.get("target"), target.Value, "technical asset")
		flow.Encrypted = encryptedBy(flow.Protocol, t.flag(s.get("vpn")))
		if how := t.text(s.get("authentication")); how.State == Stated {
			flow.Authenticated = Flag{State: Stated, Value: how.Value != "none"}
		}
		for _, list := range []string{"data_assets_sent", "data_assets_received"} {
			for _, asset := range s.get(list).list() {
				id := t.text(asset).Value
				t.refer(asset, id, "data asset")
				flow.Sensitive = Flag{State: Stated, Value: flow.Sensitive.Value || t.secret[id]}
			}
		}
		if from, to := t.zone[source.Value], t.zone[target.Value]; from != to {
			flow.Crosses = Texts{State: Stated, Items: slices.DeleteFunc([]string{from, to}, func(id string) bool { return id == "" })}
			flow.CrossesBasis = "derived"
		}
		t.model.DataFlows.Items = append(t.model.DataFlows.Items, flow)
	}
}

// threagileID makes an id of a title as the tool does.
func threagileID(title string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(title), func(r rune) bool {
		return r < '0' || r > '9' && r < 'a' || r > 'z'
	}), "-")
}

// localProtocols do not leave the machine, so nothing is said of encryption.
var localProtocols = []string{"unknown-protocol", "in-process-library-call", "inter-process-communication", "local-file-access", "container-spawning"}

// encryptedBy says whether a protocol is one that encrypts.
func encryptedBy(protocol Text, vpn Flag) Flag {
	switch {
	case vpn.State == Stated && vpn.Value:
		return vpn
	case protocol.State != Stated || slices.Contains(localProtocols, protocol.Value):
		return Flag{}
	}
	safe := []string{"https", "wss", "ssh", "ssh-tunnel", "ftps", "sftp", "scp", "ldaps", "mqtts"}
	return Flag{State: Stated, Value: slices.Contains(safe, protocol.Value) || strings.HasSuffix(protocol.Value, "-encrypted")}
}

// stories reads abuse cases and questions. A question without an answer is
// something that nobody has confirmed.
func (t *threagileReader) stories() {
	m := t.model
	m.AbuseCases.State, m.Assumptions.State = t.stated("abuse_cases"), t.stated("questions")
	names, values := t.named("abuse_cases")
	for i, s := range values {
		m.AbuseCases.Items = append(m.AbuseCases.Items, AbuseCase{ID: names[i], Statement: t.label(s), Location: s.at})
	}
	names, values = t.named("questions")
	for i, s := range values {
		a := Assumption{Text: names[i], Status: Text{State: Stated, Value: "unconfirmed"}, Location: s.at}
		if answer := strings.TrimSpace(withoutTags(s.plain())); answer != "" {
			a.Text.Value, a.Status = names[i].Value+" "+answer, Text{State: Unsupported}
		}
		m.Assumptions.Items = append(m.Assumptions.Items, a)
	}
}

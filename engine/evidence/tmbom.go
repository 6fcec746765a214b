package evidence

import (
	"strconv"
	"strings"

	"github.com/bidgate/bidgate/engine/internal/pattern"
)

// looksLikeTMBOM recognises an OWASP TM-BOM by its schema, else by the lists
// that every one has.
func looksLikeTMBOM(h head) bool {
	return tree(h) && !h.has("threat_model") && (strings.Contains(h.scalar["$schema"], "threat-model.schema.json") ||
		h.has("scope") && h.has("trust_zones") && h.has("data_flows"))
}

// tmbomVersion takes the version of the format from the URI of its schema.
var tmbomVersion = pattern.Lazy(`/v([0-9]+(?:\.[0-9]+){0,2})/threat-model\.schema\.json`)

// readTMBOM reads an OWASP Threat Model Library document, "TM-BOM" 1.0. Names
// are looked up by type and name, because a symbolic name may be that of a zone
// and of a component; likelihood and impact stand on the risks, from which the
// threats that a risk names take them.
func readTMBOM(src *source, l Limits) reading {
	r, problem := newModelReader(src, l, "tm-bom")
	if problem != nil {
		return refusedModel(problem)
	}
	b := tmbomReader{modelReader: r}
	b.head()
	b.elements()
	b.flows()
	b.threats()
	b.risks()
	b.extension()
	version := ""
	if m := tmbomVersion().FindStringSubmatch(r.root.get("$schema").plain()); m != nil {
		version = m[1]
	}
	return r.result(version)
}

type tmbomReader struct{ *modelReader }

// head reads what the model says of itself. A model that is not released has
// no date but that of its last review.
func (b *tmbomReader) head() {
	m, scope := b.model, b.root.get("scope")
	m.Title = b.label(scope.get("title"))
	m.Product.Name = m.Title
	m.Version = b.text(b.root.get("version"))
	m.ReviewedAt = b.date(b.root.get("reviewed_at"))
	if m.Date = b.date(b.root.get("released_at")); absent(m.Date.State) {
		m.Date = m.ReviewedAt
	}
	m.Scope.Description = b.text(scope.get("description"))
	m.Scope.State = m.Scope.Description.State
	m.Exposure = b.text(scope.get("exposure"))
	m.Criticality = b.text(scope.get("business_criticality"))
	m.Scale = Scale{
		State: Stated, Name: Text{State: Stated, Value: "OWASP TM-BOM"},
		Likelihood: Texts{State: Stated, Items: likelihoodWords.values},
		Impact:     Texts{State: Stated, Items: impactWords.values},
	}
}

// id reads the symbolic name of an entry of a sort.
func (b *tmbomReader) id(s spot, sort string) Text {
	id := b.text(s.get("symbolic_name"))
	b.name(sort, id.Value, s)
	return id
}

// ref reads the symbolic name of an entry of another list.
func (b *tmbomReader) ref(s spot, sorts ...string) Text {
	t := b.text(s)
	b.refer(s, t.Value, sorts...)
	return t
}

func (b *tmbomReader) named(sort string) func(spot) Named {
	return func(s spot) Named {
		return Named{ID: b.id(s, sort), Name: b.label(s.get("title")), Location: s.at}
	}
}

func (b *tmbomReader) elements() {
	m, root := b.model, b.root
	m.TrustZones = rows(b.modelReader, root.get("trust_zones"), b.named("trust zone"))
	m.TrustBoundaries = rows(b.modelReader, root.get("trust_boundaries"), b.boundary)
	m.Actors = rows(b.modelReader, root.get("actors"), b.named("actor"))
	for _, actor := range root.get("actors").list() {
		b.actorZones[b.text(actor.get("symbolic_name")).Value] = b.ref(actor.get("trust_zone"), "trust zone")
	}
	m.Components = rows(b.modelReader, root.get("components"), b.part("component"))
	stores := rows(b.modelReader, root.get("data_stores"), b.part("data store"))
	m.Components.Items = append(m.Components.Items, stores.Items...)
	if stores.State == Stated {
		m.Components.State = Stated
	}
	m.Assets = rows(b.modelReader, root.get("data_sets"), b.asset)
	m.Adversaries = rows(b.modelReader, root.get("threat_personas"), func(s spot) Adversary {
		return Adversary{
			ID: b.id(s, "threat persona"), Name: b.label(s.get("title")),
			Skill: b.text(s.get("skill_level")), Access: b.text(s.get("access_level")), Location: s.at,
		}
	})
	m.Assumptions = rows(b.modelReader, root.get("assumptions"), func(s spot) Assumption {
		status := b.word(s.get("validity"), assumptionStatusWords)
		if absent(status.State) {
			status = Text{State: Stated, Value: "unconfirmed"} // the schema's default
		}
		return Assumption{Text: b.text(s.get("description")), Status: status, Location: s.at}
	})
}

func (b *tmbomReader) boundary(s spot) Boundary {
	row := Boundary{Location: s.at}
	for _, name := range []string{"trust_zone_a", "trust_zone_b"} {
		if zone := b.ref(s.get(name), "trust zone"); zone.State == Stated {
			row.Zones.State, row.Zones.Items = Stated, append(row.Zones.Items, zone.Value)
		}
	}
	return row
}

func (b *tmbomReader) part(sort string) func(spot) ModelPart {
	return func(s spot) ModelPart {
		part := ModelPart{
			ID: b.id(s, sort), Name: b.label(s.get("title")), Zone: b.ref(s.get("trust_zone"), "trust zone"), Location: s.at,
		}
		if sort == "data store" {
			part.Kind = Text{State: Stated, Value: "data_store"}
		}
		return part
	}
}

func (b *tmbomReader) asset(s spot) Asset {
	for _, placement := range s.get("placements").list() {
		b.ref(placement.get("data_store"), "data store")
	}
	return Asset{
		ID: b.id(s, "data set"), Name: b.label(s.get("title")), Kind: Text{State: Stated, Value: "data_set"},
		Sensitivity: b.texts(s.get("data_sensitivity")), Location: s.at,
	}
}

// tmbomTypes are the types of a typed reference. A schema reference such as
// "#/$defs/data-store" is the type after its last slash.
var tmbomTypes = map[string]string{
	"actor": "actor", "component": "component", "data-store": "data store", "data-set": "data set", "trust-zone": "trust zone",
	"threat-persona": "threat persona",
}

func (b *tmbomReader) flows() {
	b.model.DataFlows = rows(b.modelReader, b.root.get("data_flows"), func(s spot) DataFlow {
		return DataFlow{
			ID: b.id(s, "data flow"), Name: b.label(s.get("title")),
			Source: b.typed(s.get("source")), Destination: b.typed(s.get("destination")),
			Encrypted: b.flag(s.get("encrypted")), Sensitive: b.flag(s.get("has_sensitive_data")), Location: s.at,
		}
	})
}

// typed reads a reference of type and name.
func (b *tmbomReader) typed(s spot) Text {
	name, kind := b.text(s.get("object")), s.get("type").plain()
	kind = strings.ReplaceAll(kind[strings.LastIndexByte(kind, '/')+1:], "_", "-")
	sort, known := tmbomTypes[kind]
	switch {
	case known:
		b.refer(s, name.Value, sort)
	case name.State == Stated:
		b.warn(warnUnknownValue, s, "%s is not a type of the format, so nobody can say what %s is; correct it", quoted(kind), quoted(name.Value))
	}
	return name
}

func (b *tmbomReader) threats() {
	m := b.model
	m.Threats = rows(b.modelReader, b.root.get("threats"), func(s spot) Threat {
		return Threat{
			ID: b.id(s, "threat"), Title: b.label(s.get("title")), Statement: b.text(s.get("description")),
			Adversary: b.ref(s.get("threat_persona"), "threat persona"), Tags: b.texts(s.get("sources")), Location: s.at,
			Components: b.texts(s.get("components_affected")),
			Weaknesses: b.numbers(s.get("weaknesses"), "cwe_id", weaknessOf),
			Patterns:   b.numbers(s.get("attack_mechanisms"), "capec_id", patternOf),
		}
	})
	m.Mitigations = rows(b.modelReader, b.root.get("controls"), func(s spot) Mitigation {
		c := Mitigation{
			ID: b.id(s, "control"), Title: b.label(s.get("title")), Text: b.text(s.get("description")),
			Threats: b.texts(s.get("threats")), Location: s.at,
		}
		b.readMitigationStatus(&c, s.get("status"))
		for _, name := range s.get("threats").list() {
			b.refer(name, name.plain(), "threat")
		}
		return c
	})
}

// numbers reads a list of references to a public list, such as CWE.
func (b *tmbomReader) numbers(s spot, key string, form func(string) (string, bool)) Texts {
	refs := rows(b.modelReader, s, func(entry spot) string {
		id, ok := form(b.text(entry.get(key)).Value)
		if !ok {
			b.warn(warnUnknownValue, entry, "this names no entry by its number; write %s as a whole number", key)
		}
		return id
	})
	list := Texts{State: refs.State}
	for _, id := range refs.Items {
		if id != "" {
			list.Items = append(list.Items, id)
		}
	}
	return list
}

// risks reads the risks, and rates each threat by the worst risk that names it.
func (b *tmbomReader) risks() {
	m := b.model
	m.Risks = rows(b.modelReader, b.root.get("risks"), func(s spot) ModelRisk {
		for _, name := range s.get("threats").list() {
			b.refer(name, name.plain(), "threat")
		}
		risk := ModelRisk{
			ID: b.id(s, "risk"), Title: b.label(s.get("title")), Threats: b.texts(s.get("threats")),
			Likelihood: b.word(s.get("likelihood"), likelihoodWords), Impact: b.word(s.get("impact"), impactWords),
			Score: b.number(s.get("score")), Level: b.word(s.get("level"), levelWords), Location: s.at,
		}
		b.checkScore(s, &risk)
		return risk
	})
	worst := map[string]*ModelRisk{}
	for i := range m.Risks.Items {
		risk := &m.Risks.Items[i]
		for _, id := range risk.Threats.Items {
			if have := worst[id]; have == nil || risk.Score.Value > have.Score.Value {
				worst[id] = risk
			}
		}
	}
	for i := range m.Threats.Items {
		if risk := worst[m.Threats.Items[i].ID.Value]; risk != nil {
			m.Threats.Items[i].rateBy(risk)
		}
	}
}

// checkScore compares the stated score and level with the format's matrix.
func (r *modelReader) checkScore(s spot, risk *ModelRisk) {
	likelihood, impact := rank(likelihoodWords, risk.Likelihood), rank(impactWords, risk.Impact)
	if want := likelihood * impact; want > 0 && risk.Score.State == Stated && risk.Score.Value != float64(want) {
		r.warn(warnScoreDisagrees, s, "%s and %s make a score of %d, and %s is stated; correct one of them",
			risk.Likelihood.Value, risk.Impact.Value, want, strconv.FormatFloat(risk.Score.Value, 'g', -1, 64))
	}
	if risk.Score.State != Stated || risk.Level.State != Stated || risk.Score.Value < 1 || risk.Score.Value > 25 {
		return
	}
	if want := riskLevel(int(risk.Score.Value)); want != risk.Level.Value {
		r.warn(warnScoreDisagrees, s, "a score of %s is of the level %s, and %s is stated; correct one of them",
			strconv.FormatFloat(risk.Score.Value, 'g', -1, 64), want, risk.Level.Value)
	}
}

// rateBy takes the rating of a risk that names the threat.
func (t *Threat) rateBy(risk *ModelRisk) {
	t.Likelihood, t.Impact = risk.Likelihood, risk.Impact
	t.RiskScore, t.RiskLevel = risk.Score, risk.Level
	t.SeverityRaw, t.SeverityBasis = risk.Level.Value, "derived"
	if severity, ok := severityWords.find(risk.Level.Value); ok {
		t.Severity = Text{State: Stated, Value: severity}
	}
}

package evidence

import (
	"fmt"
	"slices"
	"strings"
)

// looksLikeThreagileRisks recognises the list of risks that Threagile writes,
// by the keys of its first entry.
func looksLikeThreagileRisks(h head) bool {
	return h.syntax == jsonSyntax && h.has("0") && slices.Contains(h.first, "synthetic_id") && slices.Contains(h.first, "category")
}

// looksLikeThreagileStats recognises the counts that Threagile writes beside it.
func looksLikeThreagileStats(h head) bool {
	return h.syntax == jsonSyntax && len(h.keys) == 1 && h.has("risks") && slices.Contains(h.first, "elevated") && slices.Contains(h.first, "critical")
}

// readThreagileStats takes the counts as what they are: no model.
func readThreagileStats(*source, Limits) reading {
	return reading{kinds: []Kind{KindAttachment}, readable: true}
}

// readThreagileRisks reads a list of risks whose model is not in the bundle.
func readThreagileRisks(src *source, l Limits) reading {
	r, problem := newModelReader(src, l, "threagile-risks")
	if problem != nil {
		return refusedModel(problem)
	}
	r.warn(warnIncomplete, r.root, "nothing says which model these risks were computed from; add the model to the bundle, in the same folder")
	newThreagileReader(r).risks(r.root)
	return r.result("")
}

// threagileCategory is a category of risks that the model defines itself. Those
// that are built into the tool stand in none of its files.
type threagileCategory struct{ stride, weakness Text }

// categories reads the categories and the risks that people found, which the
// tool's list repeats: here they are risks, as the model groups them.
func (t *threagileReader) categories() {
	m := t.model
	for _, section := range []string{"individual_risk_categories", "custom_risk_categories"} {
		_, values := t.named(section)
		for _, s := range values {
			id := t.text(s.get("id")).Value
			c := threagileCategory{stride: t.text(s.get("stride"))}
			if weakness, ok := weaknessOf(s.get("cwe").plain()); ok {
				c.weakness = Text{State: Stated, Value: weakness}
			}
			t.class[id] = c
			titles, risks := s.get("risks_identified").members()
			for i, risk := range risks {
				m.Risks.State = Stated
				m.Risks.Items = append(m.Risks.Items, ModelRisk{
					Title: statedText(withoutTags(titles[i])), Likelihood: t.zero(risk.get("exploitation_likelihood"), "unlikely"),
					Impact: t.zero(risk.get("exploitation_impact"), "low"), Level: t.word(risk.get("severity"), t.form.severity), Location: risk.at,
				})
			}
		}
	}
}

// zero reads a value whose first word the tool leaves out when it writes.
func (t *threagileReader) zero(s spot, word string) Text {
	if s.there() {
		return t.text(s)
	}
	return Text{State: Stated, Value: word}
}

// threagileTracking is what people decided about the risks that its key names:
// an id, or a pattern with * for what stands between two @.
type threagileTracking struct {
	key  string
	at   spot
	row  int // in the model's mitigations; -1 for a decision that is none
	used bool
}

// track reads the decisions. One that says that something is done, or being
// done, is a mitigation, checked where somebody is named for it on a day.
func (t *threagileReader) track() {
	m := t.model
	m.Mitigations.State = t.stated("risk_tracking")
	for _, root := range t.roots {
		keys, values := root.get("risk_tracking").members()
		for i, s := range values {
			entry := threagileTracking{key: keys[i], at: s, row: -1}
			if status := snake(s.get("status").plain()); status == "mitigated" || status == "in_progress" {
				c := Mitigation{ID: statedText(keys[i]), Text: t.label(s.get("justification")), Owner: t.text(s.get("checked_by")), Location: s.at}
				t.readMitigationStatus(&c, s.get("status"))
				if c.Status.Value == "implemented" && c.Owner.State == Stated && t.date(s.get("date")).State == Stated {
					c.Status.Value = "verified"
				}
				entry.row = len(m.Mitigations.Items)
				m.Mitigations.Items = append(m.Mitigations.Items, c)
			}
			if _, taken := t.exact[entry.key]; !taken {
				t.exact[entry.key] = len(t.tracking)
			}
			t.tracking = append(t.tracking, entry)
		}
	}
}

// risks reads the tool's list. It leaves out every value that is the first of
// its enumeration: no status is unchecked, no severity low.
func (t *threagileReader) risks(list spot) {
	m := t.model
	m.Threats.State = Stated
	if absent(m.Mitigations.State) && t.form.mitigation != nil {
		m.Mitigations.State = Stated
	}
	left := t.limits.MaxPairs
	for _, s := range list.list() {
		threat := Threat{
			ID: t.text(s.get("synthetic_id")), Title: t.label(s.get("title")), Likelihood: t.zero(s.get("exploitation_likelihood"), "unlikely"),
			Impact: t.zero(s.get("exploitation_impact"), "low"), Location: s.at,
		}
		t.name("threat", threat.ID.Value, s)
		if t.readSeverity(&threat, s.get("severity")); absent(threat.Severity.State) {
			threat.Severity = Text{State: Stated, Value: "low"}
		}
		t.classify(&threat, t.text(s.get("category")))
		if asset := t.text(s.get("most_relevant_technical_asset")); asset.State == Stated {
			threat.Components = Texts{State: Stated, Items: []string{asset.Value}}
		}
		if link := t.text(s.get("most_relevant_communication_link")); link.State == Stated {
			threat.DataFlows = Texts{State: Stated, Items: []string{link.Value}}
		}
		t.decide(&threat, s.get("risk_status"), &left)
		m.Threats.Items = append(m.Threats.Items, threat)
	}
	if left < 0 {
		t.problems = append(t.problems, *limitProblem("MaxPairs", t.limits.MaxPairs, "the number of risks times that of patterns in risk_tracking", Position{}))
	}
}

// classify takes the class of a threat from its category: in STRIDE where the
// model says so, else the category by its name.
func (t *threagileReader) classify(threat *Threat, category Text) {
	c, own := t.class[category.Value]
	if own && c.weakness.State == Stated {
		threat.Weaknesses = Texts{State: Stated, Items: []string{c.weakness.Value}}
	}
	switch {
	case category.State != Stated:
	case own && c.stride.State == Stated:
		threat.Categories = List[Category]{State: Stated, Items: []Category{categoryOf(Text{State: Stated, Value: "STRIDE"}, c.stride)}}
	default:
		threat.Categories = List[Category]{State: Stated, Items: []Category{freeCategory(category)}}
	}
}

// decide takes the status of a threat: what the list says, else what the
// model's tracking says. The tool applies only some of the patterns, so they
// are matched here.
func (t *threagileReader) decide(threat *Threat, stated spot, left *int) {
	entry := t.tracked(threat.ID.Value, left)
	if entry == nil {
		t.readStatus(threat, stated)
		return
	}
	entry.used = true
	said := entry.at.get("status")
	switch {
	case !stated.there():
		t.readStatus(threat, said)
	case said.there() && snake(said.plain()) != snake(stated.plain()):
		t.warn(warnContradiction, said, "the list of risks says %s for %s and the model says %s; run the tool again and send both", quoted(stated.plain()), quoted(threat.ID.Value), quoted(said.plain()))
		fallthrough
	default:
		t.readStatus(threat, stated)
	}
	threat.Justification, threat.Ticket = t.label(entry.at.get("justification")), t.text(entry.at.get("ticket"))
	if threat.Status.Value == "accepted" {
		threat.Approver = t.text(entry.at.get("checked_by"))
	}
	if entry.row >= 0 {
		threat.Mitigations = append(threat.Mitigations, Row(entry.row))
	}
}

// tracked is the decision about a threat: the one that names it, else the first
// whose pattern it fits.
func (t *threagileReader) tracked(id string, left *int) *threagileTracking {
	if id == "" {
		return nil
	}
	if i, ok := t.exact[id]; ok {
		return &t.tracking[i]
	}
	for i := range t.tracking {
		entry := &t.tracking[i]
		if !strings.Contains(entry.key, "*") {
			continue
		}
		if *left--; *left < 0 {
			return nil
		}
		if fits(entry.key, id) {
			return entry
		}
	}
	return nil
}

// fits says whether an id fits a pattern: both have as many parts between @,
// and * stands for one or more characters of a part.
func fits(pattern, id string) bool {
	patterns, parts := strings.Split(pattern, "@"), strings.Split(id, "@")
	if len(patterns) != len(parts) {
		return false
	}
	for i, p := range patterns {
		if !fitsPart(p, parts[i]) {
			return false
		}
	}
	return true
}

func fitsPart(pattern, part string) bool {
	pieces := strings.Split(pattern, "*")
	if len(pieces) == 1 {
		return pattern == part
	}
	if !strings.HasPrefix(part, pieces[0]) {
		return false
	}
	rest := part[len(pieces[0]):]
	for _, piece := range pieces[1 : len(pieces)-1] {
		if rest == "" {
			return false
		}
		i := strings.Index(rest[1:], piece)
		if i < 0 {
			return false
		}
		rest = rest[1+i+len(piece):]
	}
	last := pieces[len(pieces)-1]
	return len(rest) > len(last) && strings.HasSuffix(rest, last)
}

// unused tells of decisions that are about no risk of the list.
func (t *threagileReader) unused() {
	for _, entry := range t.tracking {
		if !entry.used {
			t.warn(warnPatternUnused, entry.at, "%s", fmt.Sprintf("the entry %s of risk_tracking is about no risk of the list; correct its key or remove it", quoted(entry.key)))
		}
	}
}

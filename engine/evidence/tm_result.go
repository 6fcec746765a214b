package evidence

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// result finishes the model that was read and gives the reading: keys, links
// with mitigations, statuses and ratings that follow from others, the fields
// that the format cannot say, warnings and counts.
func (r *modelReader) result(version string) reading {
	out := reading{kinds: []Kind{KindThreatModel}, formatVersion: version, readable: true}
	r.finish(version)
	out.threatModels, out.problems = []ThreatModel{*r.model}, r.problems
	return out
}

// refusedModel is the reading of a threat model that cannot be read.
func refusedModel(p *Problem) reading {
	return reading{kinds: []Kind{KindThreatModel}, problems: []Problem{*p}}
}

// finish does what result says for one of several models of a file.
func (r *modelReader) finish(version string) {
	m := r.model
	m.FormatVersion = version
	r.checkUses()
	m.keyThreats()
	m.linkThreats()
	for i := range m.Threats.Items {
		t := &m.Threats.Items[i]
		r.status(t)
		t.respond()
		t.rate()
		t.categorise()
	}
	m.stateMethod()
	r.crossings()
	m.markUnsupported(r.form.unsupported)
	complete(reflect.ValueOf(m).Elem())
	m.Supplements.Model, m.SupplementedBy.Model = -1, -1
	r.sortWarnings()
	m.markDemo()
	m.Counts = countThreats(m)
	if r.dropped > 0 {
		all := fmt.Sprintf("the number of warnings, %d,", len(m.Warnings)+r.dropped)
		r.problems = append(r.problems, *limitProblem("MaxProblems", r.limits.MaxProblems, all, Position{}))
	}
}

// sortWarnings brings the warnings into the order of the document.
func (r *modelReader) sortWarnings() {
	at := map[string]Position{}
	for _, w := range r.model.Warnings {
		at[w.Location] = r.src.position(w.Location)
	}
	slices.SortStableFunc(r.model.Warnings, func(a, b Warning) int {
		p, q := at[a.Location], at[b.Location]
		return cmp.Or(cmp.Compare(p.Line, q.Line), cmp.Compare(p.Column, q.Column))
	})
}

// readStatus takes a threat's stated status, in the words of the format.
func (r *modelReader) readStatus(t *Threat, s spot) {
	t.StatusRaw = s.plain()
	if strings.TrimSpace(t.StatusRaw) == "" && r.form.absent != "" {
		t.Status, t.StatusBasis = Text{State: Stated, Value: r.form.absent}, "default"
		t.Untouched = r.form.absent == "open" && len(r.form.untouched) > 0
		return
	}
	t.Status = r.word(s, r.form.status)
	t.Untouched = slices.Contains(r.form.untouched, snake(t.StatusRaw))
}

// readSeverity takes a threat's stated severity, in the words of the format.
func (r *modelReader) readSeverity(t *Threat, s spot) {
	t.SeverityRaw = s.plain()
	t.Severity = r.word(s, r.form.severity)
}

// readMitigationStatus takes a mitigation's status, in the words of the format.
func (r *modelReader) readMitigationStatus(m *Mitigation, s spot) {
	m.StatusRaw = s.plain()
	m.Status = r.word(s, r.form.mitigation)
}

// status fills in the basis of a threat's status, derives the status where
// the format has none of its own, and warns of one that the mitigations do not
// bear out (reference formats 1.4).
func (r *modelReader) status(t *Threat) {
	switch {
	case t.StatusBasis != "":
	case r.form.derives:
		r.model.deriveStatus(t)
	case absent(t.Status.State):
		t.StatusBasis = "default"
	default:
		t.StatusBasis = "stated"
	}
	if t.StatusBasis != "stated" || t.Status.Value != "mitigated" {
		return
	}
	done, _ := r.model.progress(t)
	switch {
	case len(t.Mitigations) == 0 && t.Justification.State != Stated:
		r.warn(warnWithoutMitigated, spot{at: t.Location}, "the threat %s is called mitigated and no mitigation is named; add the mitigations, or correct the status", quoted(t.Key))
	case len(t.Mitigations) > 0 && !done && r.form.mitigation != nil:
		r.warn(warnWithoutMitigated, spot{at: t.Location}, "the threat %s is called mitigated and none of its mitigations is in place; correct their status, or that of the threat", quoted(t.Key))
	}
}

// respond takes the response from a status that tells it: what is accepted was
// answered by accepting it.
func (t *Threat) respond() {
	answered := map[string]string{"mitigated": "reduce", "accepted": "accept", "transferred": "transfer", "avoided": "avoid"}
	if response, ok := answered[t.Status.Value]; ok && t.StatusBasis == "stated" && absent(t.Response.State) {
		t.Response, t.ResponseBasis = Text{State: Stated, Value: response}, "derived"
	} else if t.Response.State == Stated {
		t.ResponseBasis = "stated"
	}
}

// rate fills in the basis of the severity, and derives severity and score from
// ratings that are words of TM-BOM's matrix.
func (t *Threat) rate() {
	if t.SeverityBasis != "" {
		return
	}
	t.SeverityBasis = "none"
	if t.Severity.State == Stated {
		t.SeverityBasis = "stated"
	}
	t.deriveSeverity()
}

// categorise takes weaknesses, attack patterns and techniques as categories of
// a threat that has no others: they say what class of threat it is.
func (t *Threat) categorise() {
	if len(t.Categories.Items) > 0 {
		return
	}
	for _, class := range []struct {
		taxonomy string
		names    Texts
	}{{"CWE", t.Weaknesses}, {"CAPEC", t.Patterns}, {"ATT&CK", t.Techniques}} {
		for _, name := range class.names.Items {
			t.Categories.Items = append(t.Categories.Items, Category{Taxonomy: Text{State: Stated, Value: class.taxonomy}, Name: Text{State: Stated, Value: name}})
		}
	}
	if len(t.Categories.Items) > 0 {
		t.Categories.State = Stated
	}
}

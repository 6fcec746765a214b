package evidence

import (
	"reflect"
	"sync"
)

// summaryShape is compiled on first use and never changed.
var summaryShape = sync.OnceValue(func() *shape { return compileForm(summaryForm(), reflect.TypeFor[ThreatModel]()) })

// readSummary reads the hand-written threat-model summary (reference formats
// 1.6), in YAML or JSON. The form has the names of the normal form, so reading
// is validation; what the form derives is said to be derived.
func readSummary(src *source, l Limits) reading {
	out := reading{kinds: []Kind{KindThreatModel}}
	root, problem := formRoot(src, l, "threat_model")
	if problem != nil {
		out.problems = []Problem{*problem}
		return out
	}
	m := &ThreatModel{}
	r := readForm(summaryShape(), root, m, l)
	m.Format, m.FormatVersion = "summary", formVersion
	m.stateMethod()
	for i := range m.Interfaces.Items {
		m.Interfaces.Items[i].Basis = "stated"
	}
	for i := range m.DataFlows.Items {
		if f := &m.DataFlows.Items[i]; f.Crosses.State == Stated {
			f.CrossesBasis = "stated"
		}
	}
	s := summaryReader{formReader: r, src: src, model: m}
	s.threats()
	m.Supplements.Model, m.SupplementedBy.Model = -1, -1
	m.Counts = countThreats(m)
	out.formatVersion, out.readable = formVersion, true
	out.problems, out.threatModels = r.result(), []ThreatModel{*m}
	return out
}

// stateMethod takes the method from the taxonomies of the threats' categories
// where the model names none.
func (m *ThreatModel) stateMethod() {
	if m.Method.State == Stated {
		m.MethodBasis = "stated"
		return
	}
	if !absent(m.Method.State) {
		return
	}
	seen := map[string]bool{}
	for _, t := range m.Threats.Items {
		for _, c := range t.Categories.Items {
			if _, method := methodWords.find(c.Taxonomy.Value); method && !seen[c.Taxonomy.Value] {
				seen[c.Taxonomy.Value] = true
				m.Method.Items = append(m.Method.Items, c.Taxonomy.Value)
			}
		}
	}
	if len(m.Method.Items) > 0 {
		m.Method.State, m.MethodBasis = Stated, "derived"
	}
}

// countThreats counts what policies and reports tell of the threats.
func countThreats(m *ThreatModel) ThreatCounts {
	counts := ThreatCounts{Threats: len(m.Threats.Items)}
	count := func(n *int, yes bool) {
		if yes {
			*n++
		}
	}
	for i := range m.Threats.Items {
		t := &m.Threats.Items[i]
		isOpen := t.Status.Value == "open"
		count(&counts.Open, isOpen)
		count(&counts.OpenHigh, isOpen && (t.Severity.Value == "high" || t.Severity.Value == "critical"))
		count(&counts.WithoutMitigation, len(t.Mitigations) == 0)
		count(&counts.WithoutCategory, len(t.Categories.Items) == 0)
		count(&counts.WithoutResponse, t.Response.State != Stated)
		count(&counts.WithoutStatus, t.StatusBasis != "stated")
		count(&counts.Untouched, t.Untouched)
	}
	return counts
}

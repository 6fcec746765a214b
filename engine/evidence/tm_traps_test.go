package evidence

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// warnings lists the warnings of the only model of a document, as "code place".
func warnings(t *testing.T, text string) (*ThreatModel, []string) {
	t.Helper()
	d := read(t, map[string]string{"a.json": text})
	if len(d.ThreatModels) != 1 {
		t.Fatalf("%d models: %+v", len(d.ThreatModels), d.Bundle.Documents)
	}
	list := []string{}
	for _, w := range d.ThreatModels[0].Warnings {
		list = append(list, w.Code+" "+w.Location)
		if at := d.sources[0].position(w.Location); at.Line == 0 || w.Text == "" {
			t.Errorf("%+v has no line", w)
		}
	}
	return &d.ThreatModels[0], list
}

// TestModelTraps shows the traps of real files (reference formats 1.5).
func TestModelTraps(t *testing.T) {
	m, got := warnings(t, tmbomSeed)
	want := []string{
		"duplicate_id /trust_zones/1", "dangling /trust_boundaries/0/trust_zone_b", "dangling /data_flows/0/source",
		"unknown_value /assumptions/0/validity", "unknown_value /threats/0/weaknesses/1", "dangling /controls/0/threats/1", "score_disagrees /risks/0", "score_disagrees /risks/0",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("TM-BOM: %s", diff)
	}
	threat := m.Threats.Items[0]
	if threat.Status.Value != "mitigated" || threat.StatusBasis != "derived" || threat.Response.State != Unsupported || m.Owner.State != Unsupported ||
		m.Components.Items[0].InScope.State != Unsupported || threat.Severity.Value != "medium" || threat.Categories.Items[0].Name.Value != "CWE-79" {
		t.Errorf("TM-BOM: %+v", threat)
	}

	m, got = warnings(t, composerSeed)
	want = []string{"status_without_mitigation /threats/0", "unknown_value /threats/0/metadata/0/value", "dangling /mitigationLinks/1"}
	if diff := cmp.Diff(want, got); diff != "" || m.Method.Items[0] != "STRIDE" || m.MethodBasis != "derived" || m.Threats.Items[0].MissingMitigations[0] != "n" {
		t.Errorf("Threat Composer: %s, %+v", diff, m.Method)
	}

	m, got = warnings(t, otmSeed)
	want = []string{
		"unknown_value /threats/0/cwes/1", "dangling /components/0/threats/1",
		"unknown_value /components/0/threats/1/state", "dangling /dataflows/0/destination",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("OTM: %s", diff)
	}
	first, odd := m.Threats.Items[0], m.Threats.Items[1]
	if first.Status.Value != "open" || odd.Status.State != Unknown || odd.StatusRaw != "maybe" || m.Counts.Untouched != 1 || m.Counts.Threats != 4 ||
		m.Mitigations.Items[0].Title.Value != "m" || m.Product.Version.State != Unsupported {
		t.Errorf("OTM: %+v, %+v, %+v", m.Counts, first, odd)
	}

	m, got = warnings(t, strings.Replace(dragonModel, `"Accepted"`, `"Mitigated"`, 1))
	if diff := cmp.Diff([]string{"status_without_mitigation /detail/diagrams/0/cells/0/data/threats/1"}, got); diff != "" || m.Counts.Open != 1 {
		t.Errorf("Threat Dragon: %s", diff)
	}
}

// TestDiagramAlone counts no threats in a drawing.
func TestDiagramAlone(t *testing.T) {
	m, _ := warnings(t, `{"summary": {"title": "a"}, "detail": {"diagrams": [{"diagramJson": {"cells": [{"id": "p", "type": "tm.Process"}]}}]}}`)
	if m.Counts.Threats != 0 || m.Threats.State != Stated || m.FormatVersion != "1" || len(m.Components.Items) != 1 {
		t.Errorf("%+v", m)
	}
}

// TestRepeatedText bounds what many instances repeat of one definition.
func TestRepeatedText(t *testing.T) {
	text := `{"otmVersion": "0.2.0", "threats": [{"id": "t", "name": "` + strings.Repeat("x", 1000) + `"}], "components": [{"id": "c", "threats": [` +
		strings.TrimSuffix(strings.Repeat(`{"threat": "t"},`, 100), ",") + `]}]}`
	out := readOTM(jsonSource(text), Limits{MaxTreeBytes: 10_000})
	if m := out.threatModel(); m == nil || len(m.Threats.Items) != 100 || m.Threats.Items[99].Title.State != Absent || out.problems[0].Limit != "MaxTreeBytes" {
		t.Errorf("%+v", out.problems)
	}
}

// TestEveryModelField holds the lists of unsupported fields to the normal form.
func TestEveryModelField(t *testing.T) {
	for _, form := range modelForms {
		m := ThreatModel{}
		m.Threats.Items, m.Mitigations.Items, m.Components.Items = make([]Threat, 1), make([]Mitigation, 1), make([]ModelPart, 1)
		m.DataFlows.Items, m.Assumptions.Items, m.Risks.Items = make([]DataFlow, 1), make([]Assumption, 1), make([]ModelRisk, 1)
		m.Assets.Items, m.Adversaries.Items, m.TrustBoundaries.Items = make([]Asset, 1), make([]Adversary, 1), make([]Boundary, 1)
		m.markUnsupported(form.unsupported)
	}
}

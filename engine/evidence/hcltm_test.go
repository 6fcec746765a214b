package evidence

import (
	"fmt"
	"testing"
)

// TestHCLTM reads both spellings of blocks, and controls of all versions.
func TestHCLTM(t *testing.T) {
	text := `{"spec_version": "0.1.9", "threatmodel": [
  {"Tower": {"author": "@a", "created_at": 1594033151, "attributes": {"internet_facing": "true"},
    "information_asset": {"jewels": {"information_classification": "Confidential"}},
    "usecase": {"description": "fetch"}, "exclusion": [{"description": "moat"}],
    "third_party_dependency": {"watch": {"description": "guards"}},
    "data_flow_diagram_v2": {"d": {"process": {"app": {}}, "trust_zone": {"in": {"data_store": {"db": {}}}}, "flow": [{"f": {"from": "app", "to": "dbx"}}]}},
    "threat": [
      {"description": "theft", "impacts": ["Confidentiality", "Integrity"], "stride": ["Info Disclosure"],
       "expanded_control": {"guards": {"implemented": "true", "description": "many"}}},
      {"description": "fire", "expanded_control": [{"hose": {"implemented": true}}, {"alarm": {"implemented": false}}], "control": "walls"}]}},
  {"Fort": {"threat": {"gold": {"description": "theft", "proposed_control": {"description": "dogs"}, "control": {"dog": {"implemented": "true"}}}}}}]}`
	d := read(t, map[string]string{"tm.json": text})
	if len(d.ThreatModels) != 2 {
		t.Fatalf("%d models: %+v", len(d.ThreatModels), d.Bundle.Documents)
	}
	m := d.ThreatModels[0]
	got := fmt.Sprint(m.Title.Value, m.Authors.Items[0].Name.Value, m.Date.Value.Text, m.Exposure.Value, m.Assets.Items[0].Sensitivity.Items, m.Scope.In.Items,
		m.Scope.Out.Items[0].Item.Value, m.Dependencies.Items[0].Name.Value, len(m.Components.Items), m.Components.Items[1].Zone.Value, len(m.TrustZones.Items))
	if want := "Tower@a2020-07-06internet_facing[Confidential] [fetch]moatwatch2in1"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if len(m.Warnings) != 1 || m.Warnings[0].Code != warnDangling {
		t.Errorf("warnings: %+v", m.Warnings)
	}
	for i, want := range []string{"Confidentiality, Integrity mitigated derived information_disclosure", " open derived "} {
		c := m.Threats.Items[i]
		category := ""
		if len(c.Categories.Items) > 0 {
			category = c.Categories.Items[0].Name.Value
		}
		if got := fmt.Sprint(c.Impact.Value, " ", c.Status.Value, " ", c.StatusBasis, " ", category); got != want {
			t.Errorf("threat %d: %s, want %s", i, got, want)
		}
	}
	if c := m.Threats.Items[1]; len(c.Mitigations) != 3 {
		t.Errorf("the second threat has %d mitigations", len(c.Mitigations))
	}
	fort := d.ThreatModels[1].Threats.Items[0]
	if fort.Title.Value != "gold" || fort.Status.Value != "open" || len(fort.Mitigations) != 2 {
		t.Errorf("Fort: %+v", fort)
	}
	places, _, err := d.Locate([]any{"threat_models", 1, "threats", "items", 0}, 1)
	if err != nil || places[0].Line != 11 {
		t.Errorf("the threat is at %+v, %v", places, err)
	}
}

// TestHCLTMHostile holds the bound of models, and files that hold none.
func TestHCLTMHostile(t *testing.T) {
	many := ""
	for i := range 101 {
		many += fmt.Sprintf(`"m%d": {},`, i)
	}
	for text, want := range map[string]string{
		`{"spec_version": "1", "threatmodel": {` + many[:len(many)-1] + `}}`:                                                 "limit /threatmodel",
		`{"spec_version": "1", "threatmodel": 7}`:                                                                            "not_a_form /threatmodel",
		`{"spec_version": "1", "threatmodel": {"a": {"threat": [1, null, {"x": "y"}], "information_asset": [[{"a": {}}]]}}}`: "",
	} {
		d := read(t, map[string]string{"tm.json": text})
		if got := codes(d.Bundle.Documents[0].Problems); want == "" && len(got) > 0 || want != "" && (len(got) != 1 || got[0] != want) {
			t.Errorf("%.60s: %v, want %q", text, got, want)
		}
	}
}

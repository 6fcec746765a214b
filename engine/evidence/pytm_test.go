package evidence

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPytm reads findings with and without a response, and one that an
// assumption takes away.
func TestPytm(t *testing.T) {
	text := `{"name": "Shop", "threatsFile": "x/threats.json", "threatsExcluded": ["INP01"],
 "assumptions": [{"name": "The network is closed", "exclude": ["INP02"]}, "Users are trained"],
 "boundaries": [{"name": "Internet"}], "data": [{"name": "card", "classification": "Classification.SECRET"}], "actors": [],
 "elements": [{"__class__": "Server", "name": "Web", "inBoundary": "Internet", "inScope": true},
              {"__class__": "Datastore", "name": "DB", "inBoundary": null, "inScope": false}],
 "flows": [{"name": "Query", "source": "Web", "sink": "DBx", "tlsVersion": "TLSVersion.TLSv12", "maxClassification": "Classification.SECRET", "inScope": true}],
 "findings": [
  {"id": "1", "threat_id": "INP03", "target": "Web", "description": "Injection", "severity": "Very High", "response": "", "mitigations": "Check it", "references": "https://cwe.mitre.org/data/definitions/78.html, CAPEC-88"},
  {"id": "2", "threat_id": "AC01", "target": "Query", "description": "Abuse", "severity": "Very Low", "response": "accepted"},
  {"id": "3", "threat_id": "AC02", "target": "Nobody", "description": "Abuse", "severity": "bad", "response": "we did something"}],
 "excluded_findings": [{"id": "4", "threat_id": "INP02", "target": "Web", "description": "Scan", "severity": "High", "assumption": {"name": "The network is closed"}}]}`
	d := read(t, map[string]string{"tm.json": text})
	if len(d.ThreatModels) != 1 {
		t.Fatalf("%+v", d.Bundle.Documents)
	}
	m := d.ThreatModels[0]
	var got []string
	for _, c := range m.Threats.Items {
		got = append(got, fmt.Sprint(c.ID.Value, " ", c.Severity.Value, " ", c.Status.State, ":", c.Status.Value, " ", c.StatusBasis, " ",
			c.Components.Items, c.DataFlows.Items, c.Weaknesses.Items, c.Patterns.Items, c.Justification.Value, len(c.Mitigations)))
	}
	want := []string{
		"1 critical stated:open default [Web] [] [CWE-78] [CAPEC-88]1", "2 low stated:accepted stated [] [Query] [] []0",
		"3  unknown: stated [Nobody] [] [] []0", "4 high stated:not_applicable stated [Web] [] [] []The network is closed0",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(m.Scope.Out.Items) != 1 || m.Scope.Out.Items[0].Item.Value != "DB" || !m.DataFlows.Items[0].Encrypted.Value || !m.DataFlows.Items[0].Sensitive.Value {
		t.Errorf("scope %+v, flows %+v", m.Scope.Out, m.DataFlows)
	}
	codes := map[string]int{}
	for _, w := range m.Warnings {
		codes[w.Code]++
	}
	if codes[warnDangling] != 2 || codes[warnIncomplete] != 1 || codes[warnUnknownValue] != 2 {
		t.Errorf("warnings %v: %+v", codes, m.Warnings)
	}
	places, _, err := d.Locate([]any{"threat_models", 0, "threats", "items", 1}, 1)
	if err != nil || places[0].Line != 9 {
		t.Errorf("the second threat is at %+v, %v", places, err)
	}
}

package evidence

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tmbomExtended is a TM-BOM with zones that flows lead between, and with an
// extension in place of EXTENSION.
const tmbomExtended = `{"$schema": "https://github.com/OWASP/www-project-threat-model-library/blob/v1.0.2/threat-model.schema.json", "version": "1", "reviewed_at": "2026-09-01",
"scope": {"title": "Gateway", "description": "b"},
"trust_zones": [{"symbolic_name": "street"}, {"symbolic_name": "cabinet"}, {"symbolic_name": "app"}], "trust_boundaries": [{"trust_zone_a": "street", "trust_zone_b": "cabinet"}],
"actors": [{"symbolic_name": "thief", "title": "Thief", "trust_zone": "street"}],
"components": [{"symbolic_name": "app", "title": "Program", "trust_zone": "cabinet"}], "data_stores": [{"symbolic_name": "keys", "title": "Keys", "trust_zone": "cabinet"}],
"data_flows": [
  {"symbolic_name": "f1", "title": "Radio", "source": {"type": "actor", "object": "thief"}, "destination": {"type": "component", "object": "app"}},
  {"symbolic_name": "f2", "title": "Read", "source": {"type": "component", "object": "app"}, "destination": {"type": "data-store", "object": "keys"}},
  {"symbolic_name": "f3", "title": "Odd", "source": {"type": "actor", "object": "nobody"}, "destination": {"type": "component", "object": "app"}}],
"threats": [{"symbolic_name": "t", "title": "Jamming", "components_affected": ["app"]}],
"controls": [{"symbolic_name": "c", "title": "Filter", "threats": ["t"], "status": "active"}],
"extensions": {"example.org/other": [1, {"a": null}]EXTENSION}}`

const ourExtension = `, "github.com/bidgate/bidgate/threat-model": {
  "threat_model": 1,
  "product": {"name": "Gateway", "version": "2.1"},
  "owner": {"name": "Ann"}, "next_review": "2027-09-14",
  "scope": {"out": [{"item": "meters", "reason": "another supplier"}]},
  "threats": [{"id": "t", "response": "reduce"}],
  "mitigations": [{"id": "c", "owner": "Cy"}],
  "failure_modes": [{"id": "F-1", "statement": "no cloud"}]}`

// TestTMBOMExtension fills in what TM-BOM cannot say from the extension that
// formats 1.6 names, with places inside of it; other extensions are passed over.
func TestTMBOMExtension(t *testing.T) {
	d := read(t, map[string]string{"a.json": strings.Replace(tmbomExtended, "EXTENSION", ourExtension, 1)})
	m := d.ThreatModels[0]
	want := []string{"failure_modes", "mitigations.owner", "next_review", "owner", "product.version", "scope.out", "threats.response"}
	if diff := cmp.Diff(want, m.SupplementedBy.Fields); diff != "" || len(d.Bundle.Documents[0].Problems) > 0 {
		t.Errorf("%s%v", diff, d.Bundle.Documents[0].Problems)
	}
	if m.Product.Version.Value != "2.1" || m.Threats.Items[0].Response.Value != "reduce" || m.Mitigations.Items[0].Owner.Value != "Cy" || m.Approver.State != Unsupported {
		t.Errorf("%+v", m)
	}
	const at = "/extensions/github.com~1bidgate~1bidgate~1threat-model"
	for _, c := range []struct {
		path    []any
		pointer string
		line    int
	}{
		{[]any{"threat_models", 0, "next_review"}, at + "/next_review", 15},
		{[]any{"threat_models", 0, "product", "version"}, at + "/product/version", 14},
		{[]any{"threat_models", 0, "product", "name"}, "/product/name", 1},
		{[]any{"threat_models", 0, "failure_modes", "items", 0}, at + "/failure_modes/0", 19},
		{[]any{"threat_models", 0, "threats", "items", 0}, "/threats/0", 10},
	} {
		places, _, err := d.Locate(c.path, 1)
		if err != nil || len(places) != 1 || places[0].Pointer != c.pointer || places[0].Line != c.line {
			t.Errorf("%v is at %+v, want %s in line %d (%v)", c.path, places, c.pointer, c.line, err)
		}
	}
}

// TestTMBOMExtensionRefused keeps the word of the model, and says what is wrong
// where it stands.
func TestTMBOMExtensionRefused(t *testing.T) {
	const at = "/extensions/github.com~1bidgate~1bidgate~1threat-model"
	for extension, want := range map[string]string{
		``:    ``,
		`[1]`: `unknown_value ` + at,
		`{"threat_model": 2, "owner": {"name": "Ann"}}`:                                    `form_version ` + at + `/threat_model`,
		`{"threat_model": 1, "product": {"name": "Meter"}, "owner": {"name": "Ann"}}`:      `supplement_differs ` + at + `/product/name`,
		`{"threat_model": 1, "colour": "red", "owner": {"name": "Ann"}}`:                   `unknown_field ` + at + `/colour`,
		`{"threat_model": 1, "interfaces": [], "owner": {"name": "Ann"}}`:                  `supplement_differs ` + at + `/interfaces`,
		`{"threat_model": 1, "interfaces": [{"id": "i", "name": "Radio", "kind": "lte"}]}`: ``,
		`{"threat_model": 1, "threats": [{"id": "u", "response": "reduce"}]}`:              `supplement ` + at + `/threats/0`,
	} {
		text := ""
		if extension != "" {
			text = `, "github.com/bidgate/bidgate/threat-model": ` + extension
		}
		d := read(t, map[string]string{"a.json": strings.Replace(tmbomExtended, "EXTENSION", text, 1)})
		m, got := d.ThreatModels[0], codes(d.Bundle.Documents[0].Problems)
		for _, w := range m.Warnings {
			if strings.HasPrefix(w.Location, "/extensions") {
				got = append(got, w.Code+" "+w.Location)
			}
		}
		if strings.Join(got, ", ") != want || m.Product.Name.Value != "Gateway" {
			t.Errorf("%s: %v, want %s", extension, got, want)
		}
		for _, p := range d.Bundle.Documents[0].Problems {
			if p.At.Line < 11 {
				t.Errorf("%s: %+v has not the line of the extension", extension, p)
			}
		}
	}
}

// TestCrossings derives what flows cross from the zones of their ends, and the
// interfaces from what comes in from outside, and gives way to what is written.
func TestCrossings(t *testing.T) {
	m, _ := warnings(t, strings.Replace(tmbomExtended, "EXTENSION", "", 1))
	var got []string
	for _, f := range m.DataFlows.Items {
		got = append(got, f.ID.Value+" "+strings.Join(f.Crosses.Items, ">")+" "+string(f.Crosses.State)+" "+f.CrossesBasis)
	}
	want := []string{"f1 street>cabinet stated derived", "f2  unsupported none", "f3  unsupported none"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(m.Interfaces.Items) != 1 || m.Interfaces.Items[0].Basis != "derived" || m.Interfaces.Items[0].Component.Value != "app" || m.Interfaces.Items[0].Location != "/data_flows/0" {
		t.Errorf("%+v", m.Interfaces)
	}
	const written = `, "github.com/bidgate/bidgate/threat-model": {"threat_model": 1, "interfaces": [{"id": "i", "name": "Radio", "component": "app"}],
		"trust_boundaries": [{"id": "door"}], "data_flows": [{"id": "f1", "source": "thief", "destination": "app", "crosses": ["door"]}]}`
	d := read(t, map[string]string{"a.json": strings.Replace(tmbomExtended, "EXTENSION", written, 1)})
	full := d.ThreatModels[0]
	if f := full.DataFlows.Items[0]; f.CrossesBasis != "stated" || f.Crosses.Items[0] != "door" || full.Interfaces.Items[0].Basis != "stated" {
		t.Errorf("%+v, %+v, %+v", f, full.Interfaces, d.Bundle.Documents[0].Problems)
	}
}

// TestCrossingsOfFormats shows the same in the other formats that have zones,
// and in none of those that have not.
func TestCrossingsOfFormats(t *testing.T) {
	otm := `{"otmVersion": "0.2.0", "trustZones": [{"id": "net"}, {"id": "lan"}],
		"components": [{"id": "a", "parent": {"trustZone": "net"}}, {"id": "b", "parent": {"component": "c"}}, {"id": "c", "parent": {"trustZone": "lan"}}],
		"dataflows": [{"id": "f", "source": "a", "destination": "b"}, {"id": "g", "source": "b", "destination": "c"}, {"id": "h", "source": "net", "destination": "b"}]}`
	for text, want := range map[string]string{
		otm:          "net>lan derived|  none|net>lan derived",
		dragonModel:  "",
		composerSeed: "",
	} {
		m, _ := warnings(t, text)
		var got []string
		for _, f := range m.DataFlows.Items {
			got = append(got, strings.Join(f.Crosses.Items, ">")+" "+f.CrossesBasis)
		}
		if strings.ReplaceAll(strings.Join(got, "|"), "| none|", "|  none|") != want {
			t.Errorf("%s: %v, want %s", m.Format, got, want)
		}
	}
}

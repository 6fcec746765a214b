package evidence

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// yamlSource and jsonSource are documents as Read hands them to a reader.
func yamlSource(text string) *source {
	return &source{path: "test.yaml", data: []byte(text), syntax: yamlSyntax}
}

func jsonSource(text string) *source {
	return &source{path: "test.json", data: []byte(text), syntax: jsonSyntax}
}

func example(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// summary reads a summary that is well formed.
func summary(t *testing.T, text string) (*ThreatModel, []Problem) {
	t.Helper()
	out := readSummary(yamlSource(text), Limits{})
	if out.threatModel() == nil {
		t.Fatalf("not read: %v", out.problems)
	}
	return out.threatModel(), out.problems
}

// codes lists what problems say, as "code pointer".
func codes(problems []Problem) []string {
	list := []string{}
	for _, p := range problems {
		list = append(list, p.Code+" "+p.At.Pointer)
	}
	return list
}

func TestSummaryExample(t *testing.T) {
	m, problems := summary(t, example(t, "example-fg200.summary.yaml"))
	if len(problems) != 0 {
		t.Errorf("problems: %v", problems)
	}
	threat := m.Threats.Items[0]
	if threat.Status.Value != "mitigated" || threat.StatusBasis != "derived" {
		t.Errorf("status %q, %s", threat.Status.Value, threat.StatusBasis)
	}
	// possible (3) by major (4) is 12, which is high.
	if threat.Severity.Value != "high" || threat.SeverityBasis != "derived" || threat.RiskScore.Value != 12 {
		t.Errorf("severity %q, %s, score %v", threat.Severity.Value, threat.SeverityBasis, threat.RiskScore.Value)
	}
	want := ThreatCounts{Threats: 1, WithoutStatus: 1}
	if diff := cmp.Diff(want, m.Counts); diff != "" {
		t.Errorf("counts (-want +got):\n%s", diff)
	}
	data, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(data), "null") {
		t.Errorf("null in %s", data)
	}
}

// TestThreatStatus derives the status of threats (reference formats 1.4).
func TestThreatStatus(t *testing.T) {
	const mitigations = `
mitigations:
  - {id: done, status: implemented}
  - {id: tried, status: verified}
  - {id: plan, status: planned}
  - {id: begun, status: in-progress}
  - {id: dropped, status: rejected}
  - {id: silent}
  - {id: reverse, status: implemented, threats: [reversed]}
`
	for _, c := range []struct{ threat, status, basis string }{
		{"{id: t}", "open", "default"},
		{"{id: t, response: reduce}", "open", "derived"},
		{"{id: t, response: accept}", "accepted", "derived"},
		{"{id: t, response: transfer}", "transferred", "derived"},
		{"{id: t, response: avoid}", "avoided", "derived"},
		{"{id: t, mitigations: [done]}", "mitigated", "derived"},
		{"{id: t, mitigations: [done, tried, dropped]}", "mitigated", "derived"},
		{"{id: t, mitigations: [done, plan]}", "open", "derived"},
		{"{id: t, mitigations: [tried, begun]}", "open", "derived"},
		{"{id: t, mitigations: [done, silent]}", "open", "derived"},
		{"{id: t, mitigations: [done, nowhere]}", "open", "derived"},
		{"{id: t, mitigations: [dropped]}", "open", "derived"},
		{"{id: t, mitigations: [done, {id: plan}]}", "open", "default"}, // unreadable list
		{"{id: reversed}", "mitigated", "derived"},
		{"{id: t, status: Not-Applicable}", "not_applicable", "stated"},
		{"{id: t, status: open, mitigations: [done]}", "open", "stated"},
		{"{id: t, status: unknown, mitigations: [done]}", "", "stated"},
		{"{id: t, status: fixed, mitigations: [done]}", "", "stated"},
	} {
		m, _ := summary(t, "threat_model: 1\nthreats: ["+c.threat+"]"+mitigations)
		got := m.Threats.Items[0]
		if got.Status.Value != c.status || got.StatusBasis != c.basis {
			t.Errorf("%s: %q (%s), want %q (%s)", c.threat, got.Status.Value, got.StatusBasis, c.status, c.basis)
		}
	}
}

func TestCalledMitigated(t *testing.T) {
	for threat, contradicts := range map[string]bool{
		"{id: t, status: mitigated}":                            true,
		"{id: t, status: mitigated, mitigations: [plan]}":       true,
		"{id: t, status: mitigated, mitigations: [done]}":       false,
		"{id: t, status: mitigated, mitigations: [done, plan]}": false,
		"{id: t, status: accepted}":                             false,
	} {
		_, problems := summary(t, "threat_model: 1\nthreats: ["+threat+"]\nmitigations: [{id: done, status: implemented}, {id: plan, status: planned}]")
		if got := len(problems) == 1 && problems[0].Code == codeContradiction; got != contradicts {
			t.Errorf("%s: %v", threat, problems)
		}
	}
}

// TestThreatSeverity derives severity and score by the TM-BOM matrix.
func TestThreatSeverity(t *testing.T) {
	for _, c := range []struct {
		threat, severity, basis string
		score                   float64
	}{
		{"{likelihood: rare, impact: minor}", "low", "derived", 2},          // very_low
		{"{likelihood: unlikely, impact: minor}", "low", "derived", 4},      // low
		{"{likelihood: unlikely, impact: major}", "medium", "derived", 8},   // medium
		{"{likelihood: likely, impact: moderate}", "high", "derived", 12},   // high
		{"{likelihood: possible, impact: severe}", "high", "derived", 15},   // very_high
		{"{likelihood: likely, impact: severe}", "critical", "derived", 20}, // critical
		{"{likelihood: Likely, impact: SEVERE}", "critical", "derived", 20}, // case
		{"{likelihood: likely, impact: severe, severity: low}", "low", "stated", 20},
		{"{likelihood: likely, impact: severe, risk: {score: 3.5, level: low}}", "critical", "derived", 3.5},
		{"{likelihood: likely, impact: severe, severity: unknown}", "", "none", 20},
		{"{likelihood: likely}", "", "none", 0},
		{"{severity: very_high}", "high", "stated", 0},
		{"{}", "", "none", 0},
	} {
		m, _ := summary(t, "threat_model: 1\nthreats: ["+c.threat+"]")
		got := m.Threats.Items[0]
		if got.Severity.Value != c.severity || got.SeverityBasis != c.basis || got.RiskScore.Value != c.score {
			t.Errorf("%s: %q (%s), score %v; want %q (%s), score %v", c.threat,
				got.Severity.Value, got.SeverityBasis, got.RiskScore.Value, c.severity, c.basis, c.score)
		}
	}
}

func TestOwnScale(t *testing.T) {
	m, problems := summary(t, "threat_model: 1\nscale: {likelihood: [once, often], impact: [low, high]}\nthreats: [{likelihood: Often, impact: high}, {likelihood: likely}]")
	if got := m.Threats.Items[0]; got.Likelihood.Value != "often" || got.SeverityBasis != "none" {
		t.Errorf("%+v", got)
	}
	if want := []string{"unknown_value /threats/1/likelihood"}; !cmp.Equal(want, codes(problems)) {
		t.Errorf("%v", problems)
	}
}

// TestDiagramIsNoThreatModel keeps a model without threats countable as such,
// whatever says that there are none (reference formats 1.5, trap 1).
func TestDiagramIsNoThreatModel(t *testing.T) {
	for text, want := range map[string]State{"": Absent, "threats: []": Stated, "threats: none": Stated, "threats: TBD": Placeholder, "threats: unknown": Unknown} {
		m, _ := summary(t, "threat_model: 1\n"+text)
		if m.Counts.Threats != 0 || m.Threats.State != want {
			t.Errorf("%q: %d threats, %s; want none, %s", text, m.Counts.Threats, m.Threats.State, want)
		}
	}
}

// TestScalarsKeepTheirText holds versions and dates to what is written
// (trap 9): 2.10 is no 2.1.
func TestScalarsKeepTheirText(t *testing.T) {
	m, problems := summary(t, "threat_model: 1\nversion: 2.10\ndate: 2026-09-14\nproduct: {version: 1e3}\nthreats: [{id: 007, title: yes}]")
	if m.Version.Value != "2.10" || m.Date.Value.Text != "2026-09-14" || m.Product.Version.Value != "1e3" || m.Threats.Items[0].ID.Value != "007" || m.Threats.Items[0].Title.Value != "yes" {
		t.Errorf("%+v %+v %+v %+v", m.Version, m.Date, m.Product, m.Threats.Items[0])
	}
	if len(problems) != 0 {
		t.Error(problems)
	}
}

func TestMethodAndCounts(t *testing.T) {
	m, _ := summary(t, `threat_model: 1
threats:
  - {id: a, categories: [{taxonomy: stride, name: Information Disclosure}, {taxonomy: house, name: own}], severity: critical}
  - {id: b, categories: [{taxonomy: STRIDE, name: S}], severity: low, response: reduce, status: open}
  - {id: b, weaknesses: [79, CWE-80], attack_patterns: [CAPEC-1], techniques: [t1190]}
`)
	if !cmp.Equal(m.Method.Items, []string{"STRIDE"}) || m.MethodBasis != "derived" {
		t.Errorf("method %v, %s", m.Method, m.MethodBasis)
	}
	if got := m.Threats.Items[0].Categories.Items[0].Name.Value; got != "information_disclosure" {
		t.Errorf("category %q", got)
	}
	third := m.Threats.Items[2]
	if third.Key != "/threats/2" || !cmp.Equal(third.Weaknesses.Items, []string{"CWE-79", "CWE-80"}) || third.Techniques.Items[0] != "T1190" {
		t.Errorf("%+v", third)
	}
	want := ThreatCounts{Threats: 3, Open: 3, OpenHigh: 1, WithoutMitigation: 3, WithoutCategory: 1, WithoutResponse: 2, WithoutStatus: 2}
	if diff := cmp.Diff(want, m.Counts); diff != "" {
		t.Errorf("counts (-want +got):\n%s", diff)
	}
	stated, _ := summary(t, "threat_model: 1\nmethod: stride-per-element\n")
	if !cmp.Equal(stated.Method.Items, []string{"STRIDE-per-element"}) || stated.MethodBasis != "stated" {
		t.Errorf("method %v, %s", stated.Method, stated.MethodBasis)
	}
}

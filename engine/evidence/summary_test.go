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

func example(t *testing.T, name string) string {
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
	if out.threatModel == nil {
		t.Fatalf("not read: %v", out.problems)
	}
	return out.threatModel, out.problems
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

package evidence

import (
	"encoding/json"
	"io"
	"strings"
	"testing"
)

func FuzzSummary(f *testing.F) {
	f.Add(example(f, "example-fg200.summary.yaml"), true)
	for _, text := range []string{"threat_model: 1", "threat_model: 2", "threat_model: 1\nthreats: [1, {id: a, status: mitigated, mitigations: a}, {id: a}]", "threat_model: 1\nscale: {likelihood: [x]}\nthreats: [{likelihood: y}]"} {
		f.Add(text, true)
	}
	f.Add(`{"threat_model":1,"threats":[{"mitigations":["m"]}],"mitigations":[{"id":"m","threats":["t"]}]}`, false)
	f.Fuzz(func(t *testing.T, text string, yaml bool) { fuzzForm(t, "summary", text, yaml) })
}

func FuzzDeclaration(f *testing.F) {
	f.Add(example(f, "example-fg200.declaration.yaml"), true)
	for _, text := range []string{"declaration: 1", "declaration: 1\nanswers: [1, {requirement: ir8259a-SU, parts: [a]}, {requirement: ir8259-2020-3}]", "declaration: 1\nsupport: {start: 0001-01-01, period: P99999M99999D, end: 9999-12-31}"} {
		f.Add(text, true)
	}
	f.Add(`{"declaration":"1","people":null,"support":{"start":"2024-02-29","period":"P1Y"}}`, false)
	f.Fuzz(func(t *testing.T, text string, yaml bool) { fuzzForm(t, "declaration", text, yaml) })
}

// hasNull looks for a null anywhere in a JSON document.
func hasNull(t *testing.T, data []byte) bool {
	t.Helper()
	dec := json.NewDecoder(strings.NewReader(string(data)))
	for {
		token, err := dec.Token()
		switch {
		case err == io.EOF:
			return false
		case err != nil:
			t.Fatal(err)
		case token == nil:
			return true
		}
	}
}

// fuzzForm reads anything as a form that JSON and YAML can have, beside an
// SBOM: what is read is sound, and nothing is read from what is refused.
func fuzzForm(t *testing.T, form, text string, yaml bool) {
	t.Helper()
	src, name := jsonSource(text), "a.json"
	if yaml {
		src, name = yamlSource(text), "a.yaml"
	}
	out := formNamed(t, form).read(src, Limits{})
	if out.readable != (out.threatModel() != nil || out.declaration != nil) || !out.readable && len(out.problems) == 0 {
		t.Fatalf("readable %v with %v", out.readable, out.problems)
	}
	fuzzAs(t, form, name, text, map[string]string{"b.cdx.json": gatewaySBOM})
}

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
	f.Fuzz(func(t *testing.T, text string, yaml bool) { fuzzForm(t, readSummary, text, yaml) })
}

func FuzzDeclaration(f *testing.F) {
	f.Add(example(f, "example-fg200.declaration.yaml"), true)
	for _, text := range []string{"declaration: 1", "declaration: 1\nanswers: [1, {requirement: ir8259a-SU, parts: [a]}, {requirement: ir8259-2020-3}]", "declaration: 1\nsupport: {start: 0001-01-01, period: P99999M99999D, end: 9999-12-31}"} {
		f.Add(text, true)
	}
	f.Add(`{"declaration":"1","people":null,"support":{"start":"2024-02-29","period":"P1Y"}}`, false)
	f.Fuzz(func(t *testing.T, text string, yaml bool) { fuzzForm(t, readDeclaration, text, yaml) })
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

// fuzzForm reads anything as a form and as a bundle of its own: no panic, no
// null, places inside the document, and nothing read from what is refused.
func fuzzForm(t *testing.T, readForm func(*source, Limits) reading, text string, yaml bool) {
	src := jsonSource(text)
	if yaml {
		src = yamlSource(text)
	}
	out := readForm(src, Limits{})
	if out.readable != (out.threatModel() != nil || out.declaration != nil) || !out.readable && len(out.problems) == 0 {
		t.Fatalf("readable %v with %v", out.readable, out.problems)
	}
	lines := strings.Count(text, "\n") + strings.Count(text, "\r") + strings.Count(text, "\u2028") + strings.Count(text, "\u2029") + strings.Count(text, "\u0085") + 1
	for _, p := range out.problems {
		if p.At.Line < 0 || p.At.Line > lines || p.At.Column < 0 || p.At.Column > len(text)+1 || p.Message == "" {
			t.Fatalf("%v is not in a document of %d lines", p, lines)
		}
	}
	for _, v := range []any{[]*ThreatModel{out.threatModel()}, []*Declaration{out.declaration}} {
		data, err := json.Marshal(v)
		if err != nil || out.readable && hasNull(t, data) && string(data) != "[null]" {
			t.Fatalf("%v, or null in %s", err, data)
		}
	}
	files := map[string]string{"a.yaml": text, "b.cdx.json": gatewaySBOM}
	if !yaml {
		files = map[string]string{"a.json": text, "b.cdx.json": gatewaySBOM}
	}
	read(t, files)
}
